"""Under a clip: play, one frame back or on, which frame it is, and how fast it plays."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label

SPEEDS = (
    (1.0, "1", "Full speed"),
    (0.5, "½", "Half speed"),
    (0.25, "¼", "Quarter speed"),
    (0.125, "⅛", "Eighth speed"),
)


class SquareButton(IconButton):
    """A sign as large as a finger."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SpeedChips(QWidget):
    """How fast a clip plays; ``speed`` is 1 to 1/8 of how it is stored."""

    paced = Signal()

    def __init__(self, chosen: int) -> None:
        super().__init__()
        self._group = OneOf(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label("Speed", "quiet"))
        for place, (_, text, name) in enumerate(SPEEDS):
            chip = button(text, "pick")
            chip.setAccessibleName(name)
            self._group.add(chip, place)
            row.addWidget(chip)
        self._group.mark(chosen)
        self._group.chosen.connect(lambda _: self.paced.emit())

    @property
    def speed(self) -> float:
        """What is chosen."""
        return SPEEDS[self._group.checkedId()][0]


class FilmBar(QWidget):
    """``stepped`` carries frames back or on; ``paced`` comes with another speed."""

    stepped = Signal(int)
    played = Signal()
    paced = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.play = self._icon("Play the clip", "play")
        self.back = self._icon("One frame back", "back")
        self.next = self._icon("One frame on", "next")
        self.words = label(role="strong")
        self.rest = label(role="quiet")
        self.speeds = SpeedChips(1)
        self.play.clicked.connect(self.played)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.speeds.paced.connect(self.paced)
        self._lay_out()

    def show_frame(self, frame: int, frames: int, seconds: float) -> None:
        """Say which frame it is, counted from 0, and when."""
        self.words.setText(f"Frame {frame + 1}")
        self.rest.setText(f"of {frames} · {seconds:.3f} s")

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.show_face("Pause" if playing else "Play the clip", "pause" if playing else "play")

    def _icon(self, name: str, sign: str) -> SquareButton:
        return SquareButton(self._theme, name, sign, parent=self)

    def _lay_out(self) -> None:
        row = FlowLayout(self, gap=12)
        for part in (self.play, self.back, self.next, self.words, self.rest):
            row.addWidget(part)
        row.addWidget(self.speeds)
