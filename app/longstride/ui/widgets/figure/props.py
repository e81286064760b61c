"""The things around a figure: floor coverings, walls, furniture, and what hangs between limbs."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from longstride.core.figure.figure import MAT_FROM_ABOVE, Figure, Stance
from longstride.core.figure.prop import Prop
from longstride.core.figure.skeleton import Point, View

THIN = 0.016
WALL = 0.05
SEAT, BACK, LEG = 0.255, 0.50, 0.022


class Mapped(Protocol):
    """How a figure's places become pixels."""

    @property
    def scale(self) -> float:
        """Pixels a body height."""
        ...

    def point(self, point: Point) -> QPointF:
        """Return a point in pixels."""
        ...

    def box(self, left: float, bottom: float, right: float, top: float) -> QRectF:
        """Return a rectangle in pixels."""
        ...


def paint_props(
    painter: QPainter,
    place: Mapped,
    frame: QRectF,
    figure: Figure,
    colors: tuple[QColor, QColor],
) -> None:
    """Paint everything that stands behind the figure; ``colors`` are fill and edge."""
    fill, edge = colors
    for prop in figure.props:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        if prop.kind == "wall":
            _paint_wall(painter, place, frame, prop, edge)
        elif prop.kind == "mat" and figure.view is View.ABOVE:
            _paint_mat_from_above(painter, place, prop)
        elif prop.kind in _PAINT:
            _PAINT[prop.kind](painter, place, prop, edge)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_ties(
    painter: QPainter, place: Mapped, figure: Figure, stance: Stance, color: QColor
) -> None:
    """Paint what hangs between two joints, over the figure: a band, a towel."""
    for prop in figure.props:
        if not prop.points:
            continue
        one, two = (place.point(stance.joints[name][:2]) for name in prop.points)
        width = THIN * place.scale * (1.3 if prop.kind == "towel" else 1.0)
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(one, two)


def _paint_mat(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    left, right = prop.numbers
    painter.setBrush(edge)
    box = place.box(left, -0.016, right, 0.0)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _paint_mat_from_above(painter: QPainter, place: Mapped, prop: Prop) -> None:
    """Paint the mat a body lies on lengthways, from foot end to head end."""
    bottom, top = prop.numbers
    painter.setOpacity(0.45)
    corner = 0.03 * place.scale
    painter.drawRoundedRect(place.box(-MAT_FROM_ABOVE, bottom, MAT_FROM_ABOVE, top), corner, corner)
    painter.setOpacity(1.0)


def _paint_cushion(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    left, right = prop.numbers
    painter.setBrush(edge)
    box = place.box(left, -0.028, right, 0.004)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _paint_wall(painter: QPainter, place: Mapped, frame: QRectF, prop: Prop, edge: QColor) -> None:
    """Paint a wall from the floor to the top of the frame, on the side the body is not."""
    (x,) = prop.numbers
    away = 1 if x > 0 else -1
    floor = place.box(x, -0.012, x + away * WALL, 0.0)
    box = QRectF(floor.left(), frame.top(), floor.width(), floor.bottom() - frame.top())
    painter.drawRect(box)
    painter.setPen(QPen(edge, 2.0))
    painter.drawLine(QPointF(place.point((x, 0)).x(), frame.top()), place.point((x, -0.012)))


def _paint_block(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    left, right, height = prop.numbers
    corner = 0.012 * place.scale
    painter.drawRoundedRect(place.box(left, -0.005, right, height), corner, corner)
    painter.setBrush(edge)
    painter.drawRoundedRect(place.box(left, height - THIN, right, height), corner / 2, corner / 2)


def _paint_bench(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    (left, right), height = sorted(prop.numbers[:2]), prop.numbers[2]
    for x in (left + 0.03, right - 0.03 - LEG):
        painter.drawRect(place.box(x, -0.005, x + LEG, height - 0.03))
    painter.setBrush(edge)
    corner = 0.014 * place.scale
    painter.drawRoundedRect(place.box(left, height - 0.042, right, height), corner, corner)


def _paint_stair(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    """Paint two steps going up from the first number towards the second."""
    start, end, height = prop.numbers
    fill = painter.brush()
    for number, (one, two) in enumerate(((start, end), (end, 2 * end - start)), 1):
        painter.setBrush(fill)
        step = Prop("step", (one, two, number * height))
        _paint_block(painter, place, step, edge)


def _paint_chair(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    """Paint a chair whose seat begins at the first number and whose back stands at the second."""
    front, back = prop.numbers
    inward = LEG if back > front else -LEG
    painter.drawRect(place.box(front, -0.005, front + inward, SEAT))
    painter.drawRect(place.box(back, -0.005, back - inward, BACK))
    painter.setBrush(edge)
    corner = 0.01 * place.scale
    painter.drawRoundedRect(place.box(front, SEAT - 0.028, back, SEAT), corner, corner)


def _paint_ball(painter: QPainter, place: Mapped, prop: Prop, edge: QColor) -> None:
    x, y, radius = prop.numbers
    painter.setBrush(edge)
    painter.drawEllipse(place.point((x, y)), radius * place.scale, radius * place.scale)


_PAINT: Mapping[str, Callable[[QPainter, Mapped, Prop, QColor], None]] = {
    "mat": _paint_mat,
    "cushion": _paint_cushion,
    "step": _paint_block,
    "bench": _paint_bench,
    "stair": _paint_stair,
    "chair": _paint_chair,
    "ball": _paint_ball,
}
