"""The quiet line on top of the player: which flow and step, what is left, the window."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.core.durations import clock_text
from longstride.ui.look.theme import Theme
from longstride.ui.player.preparing import Preparing
from longstride.ui.player.run_line import Run, RunLine
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.fit_text import RIGHT, FitText
from longstride.ui.widgets.text import capital

LESS, EVERYTHING = "Say less", "Say everything"


class PlayerHeader(QWidget):
    """Title and step to the left, time left to the right, the window's controls before it."""

    words = Signal()
    help = Signal()
    fullscreen = Signal()
    leave = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = RunLine(theme, 20, self)
        self.left = FitText(theme, 30, 13, QFont.Weight.Bold, align=RIGHT, parent=self)
        self.left_word = FitText(theme, 20, 13, role="quiet", align=RIGHT, parent=self)
        self.left_word.show_text("left")
        self.preparing = Preparing(theme, self)
        self.words_button = IconButton(theme, LESS, "less", "V", self)
        self.help_button = IconButton(theme, "Help", "question", "F1", self)
        self.full = IconButton(theme, "Full screen", "corners", "F", self)
        self.close_button = IconButton(theme, "Leave", "cross", "Esc", self)
        wishes = (self.words, self.help, self.fullscreen, self.leave)
        for button, wish in zip(self.buttons, wishes, strict=True):
            button.make_plain()
            button.clicked.connect(wish)

    @property
    def buttons(self) -> tuple[IconButton, ...]:
        """The controls that fade with the others."""
        return (self.words_button, self.help_button, self.full, self.close_button)

    def show_words(self, less: bool) -> None:
        """Offer to say less, or everything where less is said by now."""
        self.words_button.show_face(EVERYTHING if less else LESS, "more" if less else "less")

    def show_step(self, title: str, step: int, steps: int) -> None:
        """Show which flow it is, and its step from 1."""
        place = f"step {step} of {steps}" if steps > 1 else ""  # a preview has one
        told = f"{capital(place)}, {title}" if place else title
        if told != self.title.accessibleName():
            self.title.show_runs((Run(title, bold=True), Run(f"   {place}", "quiet")))
            self.title.setAccessibleName(told)

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how many sentences of the voice are prepared; ``total`` None when all are."""
        self.preparing.show_progress(done, total)
        self._arrange()

    def show_left(self, duration: int) -> None:
        """Show the time left, in ms."""
        self.left.show_text(clock_text(duration + 999))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        px, wide, high = self._theme.px, self.width(), self.height()
        clock, word = min(px(112), wide // 8), min(px(44), wide // 18)
        self.left_word.setGeometry(wide - word, 0, word, high)
        self.left.setGeometry(wide - word - clock, 0, clock, high)
        button = min(high, px(44))
        right = wide - word - clock - px(16)
        for index, one in enumerate(self.buttons):
            x = right - (len(self.buttons) - index) * button
            one.setGeometry(x, (high - button) // 2, button, button)
        end = right - len(self.buttons) * button - px(16)
        wait = 0 if self.preparing.isHidden() else min(px(320), end * 45 // 100)
        self.preparing.setGeometry(end - wait, 0, wait, high)
        self.title.setGeometry(0, 0, end - wait - px(16) * bool(wait), high)
