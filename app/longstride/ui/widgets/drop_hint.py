"""What is shown over the window while something is dragged across it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.icons import draw_icon


class DropHint(QLabel):
    """Covers ``host`` with one sentence in a frame: an invitation, or why not."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        self._welcome = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_text(self, text: str, *, welcome: bool) -> None:
        """Show a sentence until ``hide``."""
        self._welcome = welcome
        self.setText(text)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("ground", 0.9))
        color = self._theme.color("sea" if self._welcome else "amber")
        frame = QPen(color, px(3), Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(frame)
        edge = px(28)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 24, 24)
        side = px(56)
        middle = self.rect().center()
        place = QRectF(middle.x() - side / 2, middle.y() - side * 1.4, side, side)
        draw_icon(painter, "save" if self._welcome else "close", place, color)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(20, QFont.Weight.DemiBold))
        words = self.rect().adjusted(2 * edge, middle.y(), -2 * edge, -edge)
        how = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, how, self.text())
