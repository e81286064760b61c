"""The head: where its hair begins, its ears and its nose."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from longstride.core.figure.vectors import Vector, dot, minus, plus, unit
from longstride.ui.widgets.figure.facing import LIGHT, Facing
from longstride.ui.widgets.figure.look import TINTS, Look
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace

CHIN, CROWN = -0.043, 0.050  # along the head, beyond which all is skin and all is hair
EAR = ((0.0085, 0.0125, 0.44), (0.006, 0.0095, 0.64))


def hair_at(along: float, front: float) -> int:
    """Return how far skin has become hair, of TINTS: along the head, and to its front (-1 to 1)."""
    return _hair(_bounds(along), front)


def hairline(facing: Facing, along: float, places: list[int]) -> list[int]:
    """Return how far skin has become hair at some steps across the head; empty on the chin."""
    if along < CHIN:
        return []
    if along > CROWN:
        return [TINTS - 1] * len(places)
    bounds, ways = _bounds(along), facing.ways
    return [_hair(bounds, ways[n][1]) for n in places]


def _bounds(along: float) -> tuple[float, float, float]:
    """Return how far a place along the head is above the brow, the temples and the neck."""
    return ((along - 0.044) / 0.016, (along - 0.010) / 0.022, (along + 0.034) / 0.022)


def _hair(bounds: tuple[float, float, float], front: float) -> int:
    brow, temples, neck = bounds
    side, nape = (0.30 - front) / 0.30, (-0.15 - front) / 0.30
    temples -= 0.91 * front
    side = side if side < temples else temples
    nape = nape if nape < neck else neck
    hair = brow if brow > side else side
    share = 0.5 + (hair if hair > nape else nape)
    return 0 if share <= 0 else TINTS - 1 if share >= 1 else int(share * (TINTS - 0.01))


def paint_face(painter: QPainter, head: Part, place: FigurePlace, look: Look, fog: int) -> None:
    """Paint the ears and the nose, as far as they can be seen."""
    painter.setPen(Qt.PenStyle.NoPen)
    for sign in (1.0, -1.0):
        if head.x[2] * sign > 0.15:
            _paint_ear(painter, head, sign, place, look, fog)
    if head.z[2] > -0.35:
        _paint_nose(painter, head, place, look, fog)


def _at(head: Part, near: float, front: float, up: float) -> Vector:
    """Return a place on the head from its middle, in body heights."""
    over = minus(head.b, head.a)
    return plus(plus(plus(head.a, head.x, near), head.z, front), over, up)


def _paint_ear(
    painter: QPainter, head: Part, sign: float, place: FigurePlace, look: Look, fog: int
) -> None:
    x, y, k = place.pixel(_at(head, sign * 0.042, -0.006, -0.012))
    for wide, high, shade in EAR:
        painter.setBrush(look.color("skin", shade, fog))
        painter.drawEllipse(QPointF(x, y), wide * k, high * k)


def _paint_nose(painter: QPainter, head: Part, place: FigurePlace, look: Look, fog: int) -> None:
    wing = 0.010 if head.x[2] > 0 else -0.010
    spots = ((0.0, 0.0515, 0.008), (0.0, 0.0665, -0.021), (0.0, 0.050, -0.029),
             (wing, 0.051, -0.025))  # fmt: skip
    top, tip, low, side = (QPointF(*place.pixel(_at(head, *spot))[:2]) for spot in spots)
    lit = unit(plus(head.z, head.x, -0.6 if head.x[2] > 0 else 0.6))
    painter.setBrush(look.color("skin", 0.30 + 0.60 * max(0.0, dot(lit, LIGHT)), fog))
    path = QPainterPath(top)
    path.quadTo((top + tip) / 2, tip)
    path.quadTo(tip + (low - tip) * 0.3, low)
    path.lineTo(side)
    path.closeSubpath()
    painter.drawPath(path)
