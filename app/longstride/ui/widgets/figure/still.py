"""A figure that stands still, painted once and shown as often as it has to be."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.widgets.figure.figure import Look
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.sheet import clear_sheet


class StillPicture:
    """One widget's picture: painted anew when it shows something else, or at another size."""

    def __init__(self) -> None:
        self._painted: tuple[object, QPixmap] | None = None
        self._moving = MovingPicture()

    def paint(
        self, painter: QPainter, room: QRectF, figure: Figure, stance: Stance, look: Look
    ) -> None:
        """Paint a stance into a room."""
        ratio = painter.device().devicePixelRatio()
        key = (figure, stance, room.size(), look, ratio)
        if self._painted is None or self._painted[0] != key:
            sheet = clear_sheet(room.size(), ratio)
            inner = QPainter(sheet)
            self._moving.paint(inner, QRectF(QPointF(), room.size()), figure, stance, look)
            inner.end()
            self._painted = (key, sheet)
        painter.drawPixmap(room.topLeft(), self._painted[1])
