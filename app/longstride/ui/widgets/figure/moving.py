"""A figure painted frame after frame: what stands still round it is painted once a phase."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.widgets.figure.figure import Look, paint_person, paint_scenery
from longstride.ui.widgets.figure.sheet import clear_sheet
from longstride.ui.widgets.figure.view import STRAIGHT, View


class MovingPicture:
    """Paints a figure as ``paint_figure`` does, and keeps its floor, its things and its ghost."""

    def __init__(self) -> None:
        self._scenery: tuple[object, QPixmap] | None = None

    def paint(
        self,
        painter: QPainter,
        frame: QRectF,
        figure: Figure,
        stance: Stance,
        look: Look,
        view: View = STRAIGHT,
    ) -> None:
        """Paint a stance into a frame."""
        ratio = painter.device().devicePixelRatio()
        key = (figure, stance.flipped, stance.ghost, frame.size(), look, view, ratio)
        if self._scenery is None or self._scenery[0] != key:
            sheet = clear_sheet(frame.size(), ratio)
            inner = QPainter(sheet)
            inner.translate(-frame.topLeft())
            paint_scenery(inner, frame, figure, stance, look, view)
            inner.end()
            self._scenery = (key, sheet)
        painter.drawPixmap(frame.topLeft(), self._scenery[1])
        paint_person(painter, frame, figure, stance, look, view)
