"""Back, pause, next and go lighter."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton

LIGHTER, FULL = "Go lighter", "Back to full"
_GAP = 14


class Transport(QWidget):
    """The row of controls under the work."""

    play_pause = Signal()
    next_step = Signal()
    previous_step = Signal()
    lighter = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = IconButton(theme, "Step back", "back", "Left", self)
        self.play = IconButton(theme, "Play", "play", "Space", self)
        self.next = IconButton(theme, "Next step", "next", "Right", self)
        self.ease = IconButton(theme, LIGHTER, "", "L", self)
        self.play.make_main()
        self.back.clicked.connect(self.previous_step)
        self.play.clicked.connect(self.play_pause)
        self.next.clicked.connect(self.next_step)
        self.ease.clicked.connect(self.lighter)

    @property
    def buttons(self) -> tuple[IconButton, ...]:
        """All four, from left to right."""
        return (self.back, self.play, self.next, self.ease)

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.show_face("Pause" if playing else "Play", "pause" if playing else "play")

    def show_lighter(self, on: bool) -> None:
        """Offer to go lighter, or back to full."""
        self.ease.show_face(FULL if on else LIGHTER)

    def size_for(self, height: int) -> QSize:
        """Return the size of the row at a height."""
        return QSize(sum(self._widths(height)) + 3 * self._theme.px(_GAP), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        x = 0
        for button, width in zip(self.buttons, self._widths(self.height()), strict=True):
            high = self.height() if button is self.play else self._lower(self.height())
            button.setGeometry(x, (self.height() - high) // 2, width, high)
            x += width + self._theme.px(_GAP)

    def _widths(self, height: int) -> tuple[int, int, int, int]:
        small = self._lower(height)
        words = max(self.ease.text_width(text) for text in (LIGHTER, FULL))
        return small + small // 12, height, small + small // 12, words + self._theme.px(40)

    def _lower(self, height: int) -> int:
        return round(height * 0.74)
