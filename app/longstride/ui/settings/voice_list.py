"""The voices of a language as a list, each to be chosen and to be heard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from longstride.speech.voice import Voice, VoiceChoice
from longstride.ui.look.theme import Theme
from longstride.ui.settings.words import fitting_voices, voice_source
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
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column, self._column = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._none = label("", "quiet", wrap=True)
        column.addLayout(self._column)
        column.addWidget(self._none)

    def offer(self, voices: tuple[Voice, ...] | None, choice: VoiceChoice) -> Voice | None:
        """Offer the voices that fit a choice and return the one in use, None where there is none.

        Tells of no change. None of voices means that they are still being looked for.
        """
        fitting, in_use = fitting_voices(voices or (), choice)
        if fitting != self._offered:
            self._lay_out(fitting)
        for voice, mark in self.buttons.items():
            mark.setChecked(in_use is not None and voice == in_use.id)
        self._none.setVisible(not fitting)
        self._none.setText(_LOOKING if voices is None else _NO_FITTING if voices else _NO_VOICE)
        return in_use

    def _lay_out(self, voices: tuple[Voice, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self._offered, self.buttons = voices, {}
        for voice in voices:
            self._column.addWidget(self._row(voice))

    def _row(self, voice: Voice) -> QWidget:
        choice = QRadioButton(voice.name)
        choice.setCursor(Qt.CursorShape.PointingHandCursor)
        source = voice_source(voice)
        choice.setAccessibleDescription(source)
        choice.clicked.connect(lambda: self.chosen.emit(voice.id))
        self._group.addButton(choice)
        self.buttons[voice.id] = choice
        hear = button("Hear it")
        hear.setAccessibleName(f"Hear {voice.name}")
        hear.clicked.connect(lambda: self.asked.emit(voice.id))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(choice)
        if source:
            caption = label(source, "caption", wrap=True)
            caption.setContentsMargins(self._theme.px(_INDENT), 0, 0, 0)
            lines.addWidget(caption)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(words, 1)
        across.addWidget(hear)
        return row


_LOOKING = "Looking for voices."
_NO_VOICE = "No voice was found on this machine: tones and captions carry the flow."
_NO_FITTING = "No voice here speaks this language: the nearest one reads it."
_INDENT = 28  # px: under the name and not under its mark
