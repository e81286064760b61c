"""The card on Settings for reminders: whether, when, and how they are told."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from longstride.settings import LIMITS, Settings
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import TryReminder
from longstride.ui.look.theme import Theme
from longstride.ui.settings.rows import Amount, SettingRow, at_left
from longstride.ui.shown.reminders import (
    ReminderState,
    closed_text,
    never_text,
    next_text,
    way_text,
)
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.choice import Choice, Switch
from longstride.ui.widgets.day_row import DayRow
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, label
from longstride.ui.widgets.time_field import quarter_hours

_REMIND = "Remind me of the day’s flow"
_CLOSED = "Also while Longstride is closed"
_QUIET = "What is due then waits until they are over. The same time twice means none."
_LATER = "How long a reminder waits, as often as you like."


class RemindersCard(Card):
    """``chosen`` carries the name of a setting and its new value, ``wants`` TryReminder."""

    chosen = Signal(str, object)
    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Reminders")
        self.column.setSpacing(16)
        self._theme = theme
        self._settings = Settings()
        self._reminding: ReminderState | None = None
        self.switch, self.closed = Switch(theme, _REMIND), Switch(theme, _CLOSED)
        self.days = DayRow(theme, "Remind")
        self.times = (Choice(theme, "Remind at"), Choice(theme, "And at"))
        self.quiet = {
            "quiet_from": Choice(theme, "Quiet from"),
            "quiet_until": Choice(theme, "Quiet until"),
        }
        self.snooze = Amount(theme, "Later", LIMITS["snooze"], 5, lambda n: f"{n} minutes")
        self._place = label(role="caption", wrap=True)
        self._not_closed = label(role="warn", wrap=True)
        self._never = label(role="warn", wrap=True)
        self._way = label(role="quiet", wrap=True)
        self._next = label(role="quiet", wrap=True)
        self._trouble = label(role="warn", wrap=True)
        self.try_button = button("Try one now")
        self._lay_out()
        self._connect()

    def show_settings(self, settings: Settings, week_start: int) -> None:
        """Show what is set, without telling of a change; weeks begin on ``week_start``."""
        self._settings = settings
        for name, switch in (("remind", self.switch), ("remind_closed", self.closed)):
            with QSignalBlocker(switch):
                switch.setChecked(getattr(settings, name))
        self.days.show_days(settings.remind_days, week_start)
        self._offer_times(settings.remind_times)
        for (name, choice), word in zip(self.quiet.items(), (" until", ""), strict=True):
            chosen = getattr(settings, name)
            choice.offer(_times(chosen, word), chosen)
        self.snooze.show_value(settings.snooze)
        self._say()

    def show_reminding(self, reminding: ReminderState | None, today: date) -> None:
        """Show how one would be told, and when the next is due; None is still to be seen."""
        self._reminding = reminding
        due = reminding.next if reminding else None
        self._next.setText(next_text(due, today))
        self._say()

    def _say(self) -> None:
        """Say what follows from the settings, and hide what is of no use without them."""
        settings, stands = self._settings, self._reminding or ReminderState()
        self._wanted.setVisible(settings.remind)
        self._way.setText(way_text(stands.way, closed=bool(stands.closed)))
        for words, text in (
            (self._place, closed_text(stands.closed)),
            (self._not_closed, stands.not_closed),
            (self._never, never_text(settings)),
            (self._trouble, stands.trouble),
        ):
            words.setText(text)
            words.setVisible(bool(text) and settings.remind)
        self._next.setVisible(settings.remind and bool(self._next.text()))

    def _offer_times(self, times: tuple[time, ...]) -> None:
        first, second = self.times
        one, other = (*times, None, None)[:2]
        first.offer(_times(one), one)
        later = tuple(each for each in _times(other, " too") if each[1] != one)
        second.offer((("Only then", None), *later), other)

    def _lay_out(self) -> None:
        theme, more = self._theme, "Nothing comes once the day’s flow is done."
        self.column.addWidget(SettingRow(theme, _REMIND, more, self.switch))
        self._wanted, rows = bare_column(16)
        rows.addWidget(SettingRow(theme, "Days", "", self.days))
        rows.addWidget(SettingRow(theme, "Times", "", self._side_by_side(*self.times)))
        quiet = self._side_by_side(*self.quiet.values())
        rows.addWidget(SettingRow(theme, "Quiet hours", _QUIET, quiet))
        rows.addWidget(SettingRow(theme, "Later", _LATER, self.snooze))
        rows.addWidget(SettingRow(theme, _CLOSED, "", self.closed))
        for words in (self._place, self._not_closed, self._never, self._trouble, self._next):
            rows.addWidget(words)
        for widget in (self._wanted, self._way, at_left(self.try_button)):
            self.column.addWidget(widget)

    def _side_by_side(self, *choices: Choice) -> QWidget:
        holder = Reflow(self._theme, 420, gap=16)
        for choice in choices:
            holder.add(choice)
        return holder

    def _connect(self) -> None:
        self.switch.toggled.connect(lambda on: self.chosen.emit("remind", on))
        self.closed.toggled.connect(lambda on: self.chosen.emit("remind_closed", on))
        self.days.chosen.connect(lambda *_: self.chosen.emit("remind_days", self.days.on))
        for choice in self.times:
            choice.activated.connect(lambda _: self._choose_times())
        for name, choice in self.quiet.items():
            choice.activated.connect(partial(self._choose_quiet, name))
        self.snooze.chosen.connect(lambda minutes: self.chosen.emit("snooze", minutes))
        self.try_button.clicked.connect(lambda: self.wants.emit(TryReminder()))

    def _choose_times(self) -> None:
        chosen = {at for choice in self.times if isinstance(at := choice.value, time)}
        self.chosen.emit("remind_times", tuple(sorted(chosen)))

    def _choose_quiet(self, name: str, _: int) -> None:
        self.chosen.emit(name, self.quiet[name].value)


def _times(chosen: time | None, word: str = "") -> tuple[tuple[str, time], ...]:
    """Return every quarter of an hour, and the time that is chosen, each with a word.

    It comes last, so that a time can be typed.
    """
    return tuple((f"{text}{word}", at) for text, at in quarter_hours(chosen))
