"""A small line without axes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from longstride.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Spark:
    """Values 0-1, oldest first, at least two to be seen; it has nothing to point at."""

    values: tuple[float, ...]
    summary: str
    color: str = "sea"

    @property
    def words(self) -> tuple[str, ...]:
        """Nothing: the summary says it all."""
        return ()

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(52)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return nothing."""
        return ()

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint the line, the least value a little above the foot."""
        if len(self.values) < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color(self.color), theme.px(3))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inset = theme.px(4)
        room = rect.adjusted(inset, inset, -inset, -inset)
        least = min(self.values)
        span = max(max(self.values) - least, 0.05)
        width = room.width() / (len(self.values) - 1)
        points = [
            QPointF(room.left() + n * width, room.bottom() - (value - least) / span * room.height())
            for n, value in enumerate(self.values)
        ]
        painter.drawPolyline(points)
        painter.setBrush(theme.color(self.color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], inset, inset)
