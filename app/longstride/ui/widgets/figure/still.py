"""A figure that stands still, painted once and shown as often as it has to be."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.widgets.figure.figure import Look, paint_figure


class StillPicture:
    """One widget's picture: painted anew when it shows something else, or at another size."""

    def __init__(self) -> None:
        self._painted: tuple[object, QPixmap] | None = None

    def paint(
        self, painter: QPainter, room: QRectF, figure: Figure, stance: Stance, look: Look
    ) -> None:
        """Paint a stance into a room."""
        ratio = painter.device().devicePixelRatio()
        key = (figure.drill, id(figure), stance, room.size(), look, ratio)
        if self._painted is None or self._painted[0] != key:
            self._painted = (key, _drawn(room, figure, stance, look, ratio))
        painter.drawPixmap(room.topLeft(), self._painted[1])


def _drawn(room: QRectF, figure: Figure, stance: Stance, look: Look, ratio: float) -> QPixmap:
    picture = QPixmap((room.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_figure(painter, QRectF(0, 0, room.width(), room.height()), figure, stance, look)
    painter.end()
    return picture
