"""The voices of a language as a list, each to be chosen and to be heard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.speech.voice import Voice, VoiceChoice
from longstride.ui.look.theme import Theme
from longstride.ui.settings.words import fitting_voices, voice_source
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.choice import Pick
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label


class VoiceList(QWidget):
    """The voices of one language under each other, or why there are none.

    ``chosen`` and ``asked`` carry the id of the one to speak and of the one to be heard.
    """

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered: tuple[Voice, ...] = ()
        self._rows: list[_VoiceRow] = []
        self.buttons: dict[str, Pick] = {}
        self._one_of = OneOf(self)
        self._one_of.chosen.connect(lambda place: self.chosen.emit(self._offered[place].id))
        column, self._column = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._none = label("", "quiet", wrap=True)
        column.addLayout(self._column)
        column.addWidget(self._none)

    def offer(self, voices: tuple[Voice, ...] | None, choice: VoiceChoice) -> None:
        """Offer the voices that fit a choice and mark the one in use, without telling of a change.

        None of voices means that they are still being looked for.
        """
        fitting, in_use = fitting_voices(voices, choice) if voices else ((), None)
        if fitting != self._offered:
            self._lay_out(fitting)
        if in_use in fitting:
            self._one_of.mark(fitting.index(in_use))
        self._none.setVisible(not fitting)
        self._none.setText(_LOOKING if voices is None else _NO_FITTING if voices else _NO_VOICE)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard comes to, from the top down."""
        return tuple(each for row in self._rows for each in (row.mark, row.hear))

    def _lay_out(self, voices: tuple[Voice, ...]) -> None:
        for row in self._rows:
            row.hide()
            self._one_of.removeButton(row.mark)
            self._column.removeWidget(row)
            row.deleteLater()
        self._offered, self.buttons = voices, {}
        self._rows = [self._row(voice) for voice in voices]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, voice: Voice) -> _VoiceRow:
        row = _VoiceRow(self._theme, voice)
        row.hear.clicked.connect(lambda: self.asked.emit(voice.id))
        row.hear.setEnabled(voice.language != "")
        self._one_of.add(row.mark, len(self.buttons))
        self.buttons[voice.id] = row.mark
        return row


class _VoiceRow(QWidget):
    """One voice: a mark, what it is called and where it comes from, and a way to hear it."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        source = voice_source(voice)
        self.mark = Pick(theme, voice.name)
        self.mark.setAccessibleDescription(source)
        self.hear = button("Hear it")
        self.hear.setAccessibleName(f"Hear {voice.name}")
        words, lines = bare_column(0)
        lines.addWidget(label(voice.name, "strong", wrap=True))
        if source:
            lines.addWidget(label(source, "caption", wrap=True))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.mark)
        across.addWidget(words, 1)
        across.addWidget(self.hear)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen wherever it is clicked."""
        self.mark.click()


_LOOKING = "Looking for voices."
_NO_VOICE = "No voice was found on this machine: tones and captions carry the flow."
_NO_FITTING = "No voice here speaks this language: the nearest one reads it."
