"""Pairs of bars on a scale of 0 to 10: stiffness before and after."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from longstride.ui.theme import Theme

_HIGHEST = 10


class PairBars(QLabel):
    """A grey bar before and a green one after, each with its figure; oldest left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pairs: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_pairs(self, pairs: tuple[tuple[int, int], ...]) -> None:
        """Show (before, after) of each session, 0-10."""
        self._pairs = pairs
        self.setText("; ".join(f"{before} before, {after} after" for before, after in pairs))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(140))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(140))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(13))
        bar = self._theme.px(20)
        pair = min(self._theme.px(64), self.width() // max(1, len(self._pairs)))
        for index, (before, after) in enumerate(self._pairs):
            self._paint_bar(painter, index * pair, min(bar, pair // 3), before, "faint")
            self._paint_bar(
                painter, index * pair + min(bar, pair // 3) + 3, min(bar, pair // 3), after, "sea"
            )

    def _paint_bar(self, painter: QPainter, x: int, width: int, value: int, role: str) -> None:
        figure = self._theme.px(20)
        room = self.height() - figure
        height = max(4.0, room * value / _HIGHEST)
        top = self.height() - height
        painter.setPen(self._theme.color("text" if role == "sea" else "quiet"))
        painter.drawText(
            QRectF(x - 4, top - figure, width + 8, figure), Qt.AlignmentFlag.AlignCenter, str(value)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(QRectF(x, top, width, height), 4, 4)
