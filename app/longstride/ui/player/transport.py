"""Back, pause, next, go lighter and "It hurts"."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton

LIGHTER, FULL = "Go lighter", "Back to full"
HURTS = "It hurts"
_GAP = 14
_APART = 6  # between the two that stand one on the other


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
        self._stacks = False
        self.back = IconButton(theme, "Step back", "back", "Left", self)
        self.play = IconButton(theme, "Play", "play", "Space", self)
        self.next = IconButton(theme, "Next step", "next", "Right", self)
        self.ease = IconButton(theme, LIGHTER, "", "L", self)
        self.hurt = IconButton(theme, HURTS, "", "H", self)
        self.play.make_main()
        for button in (self.ease, self.hurt):
            button.make_large()
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

    def size_for(self, height: int, room: int) -> QSize:
        """Return the size of the row at a height; in so many px the two words stand side by side.

        Where there is less room for them they stand one on the other.
        """
        *row, words = self._widths(height)
        stacked, gap = sum(row) + words + 3 * self._theme.px(_GAP), self._theme.px(_GAP)
        beside = stacked + words + gap
        self._stacks = beside > room
        return QSize(stacked if self._stacks else beside, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        x, high = 0, self.height()
        *row, words = self._widths(high)
        for button, width in zip((self.back, self.play, self.next), row, strict=True):
            tall = width if button is self.play else self._lower(high)
            button.setGeometry(x, (high - tall) // 2, width, tall)
            x += width + self._theme.px(_GAP)
        if self._stacks:
            half = (high - self._theme.px(_APART)) // 2
            self.ease.setGeometry(x, 0, words, half)
            self.hurt.setGeometry(x, high - half, words, half)
        else:
            tall = self._lower(high)
            for button in (self.ease, self.hurt):
                button.setGeometry(x, (high - tall) // 2, words, tall)
                x += words + self._theme.px(_GAP)

    def _widths(self, height: int) -> tuple[int, int, int, int]:
        """Return how wide back, play, next and the words beside them are."""
        small = self._lower(height)
        words = max(self.ease.text_width(text) for text in (LIGHTER, FULL, HURTS))
        step = small + small // 12
        return step, height * 6 // 7, step, words + self._theme.px(40)

    def _lower(self, height: int) -> int:
        return round(height * 0.63)
