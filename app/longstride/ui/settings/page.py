"""Settings: every change counts at once, nothing has to be saved."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from longstride.core.errors import SettingsError
from longstride.settings import LIMITS, Settings
from longstride.speech.voice import Voice, VoiceChoice
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import ChangeSettings, HearTones, HearVoice
from longstride.ui.look.theme import Theme
from longstride.ui.settings.figure_card import FigureCard
from longstride.ui.settings.records_card import RecordsCard
from longstride.ui.settings.reminders_card import RemindersCard
from longstride.ui.settings.rows import (
    Amount,
    DisplayRow,
    SettingRow,
    at_left,
    tell_breath,
    tell_refused,
)
from longstride.ui.settings.voice_list import VoiceList
from longstride.ui.settings.words import (
    MOTIONS,
    NARRATORS,
    THEMES,
    WEEK_STARTS,
    fitting_voices,
    hours,
    language_text,
    louder,
    or_none,
    per_cent,
)
from longstride.ui.shown.talk import TALK_NAMES
from longstride.ui.widgets.card import Card, ScrollPage
from longstride.ui.widgets.choice import Choice, Switch
from longstride.ui.widgets.text import button, label


class SettingsPage(ScrollPage):
    """Shows Settings; ``wants`` carries ChangeSettings as soon as one of them is another."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Settings")
        self._theme = theme
        self._settings = Settings()
        self._voices: tuple[Voice, ...] | None = None
        self.amounts: dict[str, Amount] = {}
        self.choices: dict[str, Choice] = {}
        self.switches: dict[str, Switch] = {}
        self._breath_words = label(role="quiet", wrap=True)
        self.display_row, self.keep_card = DisplayRow(theme), RecordsCard(theme)
        self.figure, self.reminders = FigureCard(theme), RemindersCard(theme)
        for part in (self.display_row, self.keep_card, self.reminders):
            part.wants.connect(self.wants)
        for chosen in (self.figure.chosen, self.reminders.chosen):
            chosen.connect(self.choose)
        self.keep_card.column.addWidget(
            self._switch("backup_pictures", "Kept pictures in backups", "Those kept on Measure.")
        )
        self.voice_list = VoiceList(theme)
        self.voice_list.chosen.connect(lambda voice: self.choose("voice", voice))
        self.voice_list.asked.connect(lambda voice: self.wants.emit(HearVoice(voice)))
        self._pitch_row = self._amount("pitch", "Pitch", "", 5, per_cent)
        self._rate_settled = QTimer(self)
        self._rate_settled.setSingleShot(True)
        self._rate_settled.setInterval(_SETTLED)
        self._rate_settled.timeout.connect(lambda: self.wants.emit(HearVoice()))
        self.hear_tones_button = button("Hear the tones")
        self.hear_tones_button.clicked.connect(lambda: self.wants.emit(HearTones()))
        self.column.addWidget(label("Settings", "title"))
        for card in (
            self._voice_card(),
            self._sound_card(),
            self._breath_card(),
            self._look_card(),
            self.figure,
            self._day_card(),
            self.reminders,
            self.keep_card,
        ):
            self.column.addWidget(card)
        self.column.addStretch(1)
        moved = self.verticalScrollBar().rangeChanged
        moved.connect(lambda: QTimer.singleShot(0, self, self._follow_text_size))

    def show_settings(
        self,
        settings: Settings,
        voices: Iterable[Voice] | None = None,
        devices: Iterable[tuple[str, str]] = (),
        week_start: int = 0,
    ) -> None:
        """Show settings, the voices to be had and the sound devices as (id, name).

        ``voices`` None means that they are still being looked for. ``week_start`` is the weekday
        on which weeks begin here, 0 Monday.
        """
        self.unveil()
        self._settings = settings
        self._voices = None if voices is None else tuple(voices)
        for name, amount in self.amounts.items():
            amount.show_value(getattr(settings, name))
        for name, switch in self.switches.items():
            switch.blockSignals(True)
            switch.setChecked(getattr(settings, name))
            switch.blockSignals(False)
        self._offer_voices()
        self.choices["talk"].offer(TALK_NAMES, settings.talk)
        self.choices["narrator"].offer(NARRATORS, settings.narrator)
        self.choices["audio_device"].offer(
            or_none("System default", devices, settings.audio_device), settings.audio_device
        )
        self.choices["theme"].offer(THEMES, settings.theme)
        self.choices["motion"].offer(MOTIONS, settings.motion)
        self.choices["day_start"].offer(hours(settings.day_start), settings.day_start)
        self.choices["week_start"].offer(WEEK_STARTS, settings.week_start)
        self.figure.show_settings(settings)
        self.reminders.show_settings(settings, week_start)
        tell_breath(self._breath_words, self._settings.breath)

    def show_reminders(self) -> None:
        """Bring where reminders are set into sight, and the keyboard to it."""
        self.reminders.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self.reminders.y()))

    def _follow_text_size(self) -> None:
        """Keep the text size in sight while it is being changed, and everything above it grows."""
        level = self.amounts["text_scale"].level
        if level.hasFocus():
            self.ensureWidgetVisible(level, 0, self._theme.px(80))

    def _voice_card(self) -> Card:
        return self._card(
            "Voice",
            self._choice(
                "language", "Language", "The texts are English; this picks how they are pronounced."
            ),
            SettingRow(self._theme, "Voice", "", self.voice_list),
            self._amount(
                "rate",
                "Speed",
                "You hear it when you let go.",
                5,
                lambda rate: f"{rate} words a minute",
            ),
            self._pitch_row,
            self._amount("volume", "Volume", "", 5, per_cent),
            self._choice("talk", "How much it says", "You can change it at each start."),
            self._switch("explain_sounds", "Explain the sounds again", "Before the next flow."),
            self._choice(
                "narrator",
                "Who speaks while a flow runs",
                "A screen reader is told each step; tones carry the rhythm then.",
            ),
        )

    def _sound_card(self) -> Card:
        return self._card(
            "Sound",
            self._amount("tones_db", "Tones", "Ticks, phase changes and breath.", 1, louder),
            self._choice("audio_device", "Device", "System default follows what is plugged in."),
            self._amount(
                "audio_delay",
                "Audio delay",
                "Wireless headphones play late: raise it until picture and tick agree.",
                10,
                lambda ms: f"{ms} ms",
            ),
            *self._music_rows(),
            at_left(self.hear_tones_button),
        )

    def _music_rows(self) -> tuple[SettingRow, ...]:
        """Return the row about other programs' music, where the desktop lets us reach them."""
        if sys.platform != "linux":
            return ()
        hint = "It plays on when the flow pauses or ends."
        return (self._switch("pause_music", "Pause other music while a flow runs", hint),)

    def _breath_card(self) -> Card:
        return self._card(
            "Breath",
            self._amount("breath_in", "Breathe in", "", 1, lambda seconds: f"{seconds} s"),
            self._amount(
                "breath_out", "Breathe out", "A longer breath out calms.", 1, lambda s: f"{s} s"
            ),
            self._breath_words,
        )

    def _look_card(self) -> Card:
        return self._card(
            "Look",
            self._choice("theme", "Colours", ""),
            self._amount("text_scale", "Text size", "", 10, per_cent, live=False),
            self._choice("motion", "Motion", ""),
            self._switch("player_fullscreen", "Full screen while a flow runs", "F changes it."),
            self.display_row,
        )

    def _day_card(self) -> Card:
        return self._card(
            "Day",
            self._choice("day_start", "A new day begins at", "For those who train past midnight."),
            self._choice("week_start", "A week begins on", ""),
            self._switch("keep_awake", "Keep the screen awake while a flow runs", ""),
        )

    def _card(self, heading: str, *rows: QWidget) -> Card:
        card = Card(heading)
        card.column.setSpacing(16)
        for row in rows:
            card.column.addWidget(row)
        return card

    def _amount(
        self,
        name: str,
        title: str,
        hint: str,
        step: int,
        words: Callable[[int], str],
        live: bool = True,
    ) -> SettingRow:
        amount = Amount(self._theme, title, LIMITS[name], step, words, live)
        amount.chosen.connect(lambda value: self.choose(name, value))
        self.amounts[name] = amount
        return SettingRow(self._theme, title, hint, amount)

    def _choice(self, name: str, title: str, hint: str) -> SettingRow:
        choice = Choice(self._theme, title)
        choice.activated.connect(lambda _: self.choose(name, choice.value))
        self.choices[name] = choice
        return SettingRow(self._theme, title, hint, choice)

    def _switch(self, name: str, title: str, hint: str) -> SettingRow:
        switch = Switch(self._theme, title)
        switch.toggled.connect(lambda on: self.choose(name, on))
        self.switches[name] = switch
        return SettingRow(self._theme, title, hint, switch)

    def choose(self, name: str, value: Any) -> None:
        """Take one change; what Settings refuses is said, and nothing is emitted."""
        changes = {name: value}
        if name in {"breath_in", "breath_out"}:
            changes = {each: self.amounts[each].level.value() for each in _BREATHS}
        if name == "language":
            changes["voice"] = None
        try:
            changed = replace(self._settings, **changes)
        except SettingsError as error:
            tell_refused(self._breath_words, str(error))
            return
        if changed == self._settings:
            return
        self._settings = changed
        if name == "language":
            self._offer_voices()
        if name == "voice":  # the list stays as it is, under the keyboard that walks it
            self._offer_pitch()
        if name == "rate" and self._voices:
            self._rate_settled.start()
        tell_breath(self._breath_words, self._settings.breath)
        self.wants.emit(ChangeSettings(changed))

    def _offer_voices(self) -> None:
        chosen, voices = self._settings.language, self._voices or ()
        languages = {voice.language for voice in voices if voice.language} | {chosen}
        names = sorted((language_text(code), code) for code in languages)
        self.choices["language"].offer(tuple(names), chosen)
        self.voice_list.offer(self._voices, VoiceChoice(self._settings.voice, chosen))
        before: QWidget = self.choices["language"]
        for stop in self.voice_list.stops:  # Qt puts what comes later last
            QWidget.setTabOrder(before, stop)
            before = stop
        self._offer_pitch()
        self.choices["language"].setEnabled(bool(voices))

    def _offer_pitch(self) -> None:
        wanted = VoiceChoice(self._settings.voice, self._settings.language)
        _, in_use = fitting_voices(self._voices or (), wanted)
        self._pitch_row.setVisible(in_use is not None and in_use.pitched)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rate_settled.stop()


_SETTLED = 400  # ms without another turn after which a speed is heard
_BREATHS = ("breath_in", "breath_out")
