"""The shapes a mannequin is built of, in pixels."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def disc(path: QPainterPath, centre: QPointF, radius: float) -> None:
    """Add a circle to a path."""
    path.addEllipse(centre, radius, radius)


def taper(a: QPointF, a_radius: float, b: QPointF, b_radius: float) -> QPainterPath:
    """Return two circles and everything between their outer tangents."""
    path = QPainterPath()
    dx, dy = b.x() - a.x(), a.y() - b.y()
    gap = math.hypot(dx, dy)
    if gap <= abs(a_radius - b_radius) + 1e-6:
        centre, radius = (a, a_radius) if a_radius >= b_radius else (b, b_radius)
        disc(path, centre, radius)
        return path
    way = math.degrees(math.atan2(dy, dx))
    opening = math.degrees(math.acos((a_radius - b_radius) / gap))
    path.arcMoveTo(_around(a, a_radius), way + opening)
    path.arcTo(_around(a, a_radius), way + opening, 360 - 2 * opening)
    path.arcTo(_around(b, b_radius), way - opening, 2 * opening)
    path.closeSubpath()
    return path


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """Return a soft line through points (a Catmull-Rom spline)."""
    path = QPainterPath(points[0])
    for index in range(len(points) - 1):
        before = points[max(index - 1, 0)]
        start, end = points[index], points[index + 1]
        after = points[min(index + 2, len(points) - 1)]
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
