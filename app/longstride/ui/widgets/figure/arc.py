"""The arrow beside a figure that shows which way a movement goes."""

import math
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from longstride.core.figure.way import Way
from longstride.ui.widgets.figure.figure import FigurePlace
from longstride.ui.widgets.figure.shapes import smooth

WIDE, HEAD, LEAST = 0.014, 0.045, 2.5  # body heights, and px
_OPEN = 38.0  # degrees between the arrow's line and each side of its head
_POINTS = 6  # of the line: fewer than the movement has, so that it is calm
_SHORTEST = 0.07  # body heights on the page: less is a blot
_AWAY: Mapping[str, float] = MappingProxyType(
    {"head": 0.095, "pelvis": 0.0, "knee": 0.075, "toe": 0.06, "hand": 0.06}
)
"""How far the arrow keeps from the joint it goes with, in body heights."""


def paint_way(
    painter: QPainter, place: FigurePlace, way: Way, color: QColor, under: QColor
) -> None:
    """Paint a way as an arrow, on the side of the joint that looks away from the body."""
    seen = [place.point(point) for point in way.points]
    long = sum(_length(there - here) for here, there in pairwise(seen))
    if long < _SHORTEST * place.scale:
        return
    line = smooth(_beside(_even(seen), place, way))
    path = QPainterPath(line)
    path.addPath(_head(line, min(HEAD * place.scale, 0.45 * long)))
    wide = max(WIDE * place.scale, LEAST)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen_color, width in ((under, 2 * wide), (color, wide)):
        pen = QPen(pen_color, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.restore()


def _even(points: list[QPointF]) -> list[QPointF]:
    """Return a few points evenly along a line: a movement is slow at its ends."""
    line = QPainterPath(points[0])
    for point in points[1:]:
        line.lineTo(point)
    return [line.pointAtPercent(index / (_POINTS - 1)) for index in range(_POINTS)]


def _beside(points: list[QPointF], place: FigurePlace, way: Way) -> list[QPointF]:
    """Return points moved square to their way, all to the side that is farther from the body."""
    middle = place.point(way.middle)
    across = [_across(points, index) for index in range(len(points))]
    outwards = sum(
        QPointF.dotProduct(side, point - middle) for side, point in zip(across, points, strict=True)
    )
    away = math.copysign(_AWAY[way.joint.rpartition("_")[2]] * place.scale, outwards)
    return [point + side * away for side, point in zip(across, points, strict=True)]


def _across(points: list[QPointF], index: int) -> QPointF:
    along = points[min(index + 1, len(points) - 1)] - points[max(index - 1, 0)]
    return QPointF(-along.y(), along.x()) / (_length(along) or 1.0)


def _head(line: QPainterPath, length: float) -> QPainterPath:
    """Return the two strokes at the end of an arrow."""
    end, before = line.pointAtPercent(1.0), line.pointAtPercent(0.93)
    back = math.atan2(before.y() - end.y(), before.x() - end.x())
    tips = [
        end + QPointF(math.cos(angle), math.sin(angle)) * length
        for angle in (back - math.radians(_OPEN), back + math.radians(_OPEN))
    ]
    path = QPainterPath(tips[0])
    path.lineTo(end)
    path.lineTo(tips[1])
    return path


def _length(way: QPointF) -> float:
    return math.hypot(way.x(), way.y())
