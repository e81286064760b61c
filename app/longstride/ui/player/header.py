"""The quiet line on top of the player: which flow and step, what is left, notices, the window."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.core.durations import clock_text
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.fit_text import CENTRE, RIGHT, FitText

LESS, EVERYTHING = "Say less", "Say everything"


class PlayerHeader(QWidget):
    """Title and step to the left, time left to the right, a notice between them."""

    words = Signal()
    help = Signal()
    fullscreen = Signal()
    leave = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = FitText(theme, 17, 13, QFont.Weight.DemiBold, "quiet", parent=self)
        self.step = FitText(theme, 15, 13, role="quiet", parent=self)
        self.left = FitText(theme, 22, 13, QFont.Weight.DemiBold, align=RIGHT, parent=self)
        self.left_word = FitText(theme, 15, 13, role="quiet", align=RIGHT, parent=self)
        self.left_word.show_text("left")
        self.notice = FitText(theme, 15, 13, role="amber", align=CENTRE, parent=self)
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

    def show_left(self, duration: int) -> None:
        """Show the time left, in ms."""
        self.left.show_text(clock_text(duration + 999))

    def show_notice(self, text: str | None) -> None:
        """Show a lasting state such as "No voice was found", or nothing."""
        self.notice.show_text(text or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide, high, half = self.width(), self.height(), self.height() // 2
        end = wide - self._theme.px(84 + 16 + len(self.buttons) * 44)
        side = end // 2
        self.title.setGeometry(0, 0, side, half)
        self.step.setGeometry(0, half, side, high - half)
        self.notice.setGeometry(side, 0, end - side, high)
        clock = self._theme.px(84)
        self.left.setGeometry(wide - clock, 0, clock, half)
        self.left_word.setGeometry(wide - clock, half, clock, high - half)
        button = min(high, self._theme.px(44))
        for index, one in enumerate(self.buttons):
            x = wide - clock - self._theme.px(8) - (len(self.buttons) - index) * button
            one.setGeometry(x, (high - button) // 2, button, button)
