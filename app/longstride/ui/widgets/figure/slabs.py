"""Boxes in the picture: what mats, walls and furniture are made of."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPolygonF

from longstride.core.figure.camera import FAR
from longstride.core.figure.vectors import Vector, between, dot, minus, plus, times
from longstride.ui.widgets.figure.facing import LIGHT
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.place import FigurePlace

_CORNERS = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))
_WAYS: tuple[Vector, Vector, Vector] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
UP = 1  # which of its axes is the upright one


@dataclass(frozen=True)
class Slab:
    """A box in the eye's axes; one that ``fades`` has no top and goes over into the ground."""

    middle: Vector
    axes: tuple[Vector, Vector, Vector]
    halves: Vector
    material: str = "thing"
    fades: bool = False
    top: float = 0.0  # body heights above the floor

    @property
    def depth(self) -> float:
        """How near to the eye its middle is."""
        return self.middle[2]

    @cached_property
    def room(self) -> tuple[float, float, float, float]:
        """Left, low, right and high on the page, without perspective."""
        wide, high = (
            sum(abs(axis[n]) * half for axis, half in zip(self.axes, self.halves, strict=True))
            for n in (0, 1)
        )
        x, y, _ = self.middle
        return (x - wide, y - high, x + wide, y + high)

    def overlaps(self, ends: tuple[Vector, Vector], radius: float) -> bool:
        """Return whether something from one end to another may overlap it on the page."""
        left, low, right, high = self.room
        (ax, ay, _), (bx, by, _) = ends
        far = radius + 0.03
        return (min(ax, bx) - far < right and max(ax, bx) + far > left
                and min(ay, by) - far < high and max(ay, by) + far > low)  # fmt: skip

    def before(self, other: "Slab") -> bool | None:
        """Return whether it lies before another box; None where they do not overlap."""
        (a, b, c, d), (e, f, g, h) = self.room, other.room
        if a > g or e > c or b > h or f > d:
            return None
        off = minus(self.middle, other.middle)
        eye = minus((0.0, 0.0, FAR), other.middle)
        best, answer = -9.0, True
        for axis, one, two in zip(self.axes, self.halves, other.halves, strict=True):
            way = dot(off, axis)
            if abs(way) - one - two > best:
                best, answer = abs(way) - one - two, dot(eye, axis) * way > 0
        return answer

    def paint(self, painter: QPainter, place: FigurePlace, look: Look) -> None:
        """Paint the faces that are seen."""
        painter.setPen(Qt.PenStyle.NoPen)
        eye = minus((0.0, 0.0, FAR), self.middle)
        for n in range(3):
            side = 1.0 if dot(eye, self.axes[n]) > 0 else -1.0
            if abs(dot(eye, self.axes[n])) > self.halves[n] and not (self.fades and n == UP):
                painter.setBrush(self._brush(n, side, place, look))
                painter.drawConvexPolygon(self._face(n, side, place))

    def _face(self, n: int, side: float, place: FigurePlace) -> QPolygonF:
        u, v = (k for k in range(3) if k != n)
        face = plus(self.middle, self.axes[n], side * self.halves[n])
        corners = []
        for a, b in _CORNERS:
            at = plus(
                plus(face, self.axes[u], a * self.halves[u]), self.axes[v], b * self.halves[v]
            )
            corners.append(QPointF(*place.pixel(at)[:2]))
        return QPolygonF(corners)

    def _brush(self, n: int, side: float, place: FigurePlace, look: Look) -> QBrush:
        lit = max(0.0, (dot(times(self.axes[n], side), LIGHT) + 0.30) / 1.30)
        color = look.color(self.material, 0.15 + 0.75 * lit)
        if not self.fades:
            return QBrush(color)
        low, high = (plus(self.middle, self.axes[UP], way * self.halves[UP]) for way in (-1, 1))
        fade = QLinearGradient(QPointF(*place.pixel(low)[:2]), QPointF(*place.pixel(high)[:2]))
        fade.setColorAt(0.0, color)
        fade.setColorAt(0.55, color)
        fade.setColorAt(1.0, QColor(color.red(), color.green(), color.blue(), 0))
        return QBrush(fade)


def slab(
    place: FigurePlace, low: Vector, high: Vector, material: str = "thing", *, fades: bool = False
) -> Slab:
    """Return the box between two corners."""
    axes = tuple(place.camera.way(way) for way in _WAYS)
    halves = tuple(abs(b - a) / 2 for a, b in zip(low, high, strict=True))
    return Slab(place.eye(between(low, high, 0.5)), axes, halves, material, fades, high[1])  # type: ignore[arg-type]
