"""Back, pause, next, go lighter and "It hurts"."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton

LIGHTER, FULL = "Go lighter", "Back to full"
HURTS = "It hurts"
_GAP = 14


class Transport(QWidget):
    """The row of controls under the work."""

    play_pause = Signal()
    next_step = Signal()
    previous_step = Signal()
    lighter = Signal()
    hurts = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = IconButton(theme, "Step back", "back", "Left", self)
        self.play = IconButton(theme, "Play", "play", "Space", self)
        self.next = IconButton(theme, "Next step", "next", "Right", self)
        self.ease = IconButton(theme, LIGHTER, "", "L", self)
        self.hurt = IconButton(theme, HURTS, "", "H", self)
        self.play.make_main()
        self.back.clicked.connect(self.previous_step)
        self.play.clicked.connect(self.play_pause)
        self.next.clicked.connect(self.next_step)
        self.ease.clicked.connect(self.lighter)
        self.hurt.clicked.connect(self.hurts)

    @property
    def buttons(self) -> tuple[IconButton, ...]:
        """All of them, from left to right."""
        return (*self.fading, self.hurt)

    @property
    def fading(self) -> tuple[IconButton, ...]:
        """Those that fade while nobody wants them; where it hurts nobody looks for a button."""
        return (self.back, self.play, self.next, self.ease)

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.show_face("Pause" if playing else "Play", "pause" if playing else "play")

    def show_lighter(self, on: bool) -> None:
        """Offer to go lighter, or back to full."""
        self.ease.show_face(FULL if on else LIGHTER)

    def size_for(self, height: int) -> QSize:
        """Return the size of the row at a height."""
        widths = self._widths(height)
        return QSize(sum(widths) + (len(widths) - 1) * self._theme.px(_GAP), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        x = 0
        for button, width in zip(self.buttons, self._widths(self.height()), strict=True):
            high = self.height() if button is self.play else self._lower(self.height())
            button.setGeometry(x, (self.height() - high) // 2, width, high)
            x += width + self._theme.px(_GAP)

    def _widths(self, height: int) -> tuple[int, ...]:
        small = self._lower(height)
        step = small + small // 12
        return step, height, step, self._wide(LIGHTER, FULL), self._wide(HURTS)

    def _wide(self, *texts: str) -> int:
        return max(map(self.ease.text_width, texts)) + self._theme.px(40)

    def _lower(self, height: int) -> int:
        return round(height * 0.74)
