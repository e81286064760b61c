"""What the voice said last, in writing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import FitText


class Caption(QFrame):
    """A quoted sentence on a quiet ground; never empty while something has been said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What is said")
        self._theme = theme
        self._text = FitText(theme, 20, parent=self)
        self._text.setAccessibleName("Last said")
        theme.changed.connect(self.update)

    @property
    def text(self) -> FitText:
        """The label inside."""
        return self._text

    def show_said(self, said: str) -> None:
        """Show what was said; an empty text leaves the ground bare."""
        self._text.show_text(f"“{said}”" if said else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        inset = min(self._theme.px(24), self.width() // 20)
        self._text.setGeometry(self.rect().adjusted(inset, 4, -inset, -4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(self.rect(), 12, 12)
