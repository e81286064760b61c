"""A part seen nearly end on: what of it lies nearest to the eye, texel by texel."""

import math
from array import array
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QImage, QPainterPath, QPolygonF, QTransform

from longstride.core.figure.vectors import Vector, plus, minus, times, unit, dot, length
from longstride.ui.widgets.figure.look import Look, SHADES
from longstride.ui.widgets.figure.muscles import Spot, reaching, tint
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.skin import BASE, EDGE, FILL, FILLED, LIGHT, LIT, WRAP
from longstride.ui.widgets.figure.strip import DOMED

CELLS = 16
_DOME = tuple((math.sin(math.radians(a)), math.cos(math.radians(a))) for a in (30, 57, 80))
_ROUND = tuple((math.cos(math.tau * n / 14), math.sin(math.tau * n / 14)) for n in range(14))

Disc = tuple[float, float, tuple[float, float, float, float], float, float, Vector, Vector, float, float, float]
"""Its middle, from the page into its circle, and the ring it is: half width, depth, axes, along."""


def end_on(part: Part, place: FigurePlace, look: Look, fog: int, spots: Sequence[Spot],
           effort: float) -> tuple[QPainterPath, QBrush]:  # fmt: skip
    """Return the outline of a part and a picture of what is seen of it."""
    rings = _domed(part)
    path, bounds = _hull(rings, place)
    discs = [_disc(rings, n, place) for n in range(len(rings))]
    if rings[0][0][2] < rings[-1][0][2]:
        discs.reverse()
    axis = unit(minus(rings[-1][0], rings[0][0]))
    cells = array("I")
    left, top, right, bottom = bounds
    du, dv = (right - left) / CELLS, (bottom - top) / CELLS
    painted = _Texels(part, discs, axis, look, fog, spots, effort)
    for row in range(CELLS):
        y = top + dv * (row + 0.5)
        cells.extend([painted.color(left + du * (n + 0.5), y) for n in range(CELLS)])
    brush = QBrush(QImage(cells.tobytes(), CELLS, CELLS, CELLS * 4, QImage.Format.Format_RGB32))
    brush.setTransform(QTransform(du, 0, 0, dv, left, top))
    return path, brush


def _domed(part: Part) -> list:
    """Return the rings of a part with a round dome at both ends of a limb."""
    rings = list(part.rings())
    axis = unit(minus(rings[-1][0], rings[0][0]))
    blunt = 1.0 if part.shape in DOMED else 0.5
    def dome(ring, way: float):
        middle, wide, deep, x, z, along = ring
        far = blunt * (wide + deep) / 2
        return [(plus(middle, axis, way * far * s), wide * c, deep * c, x, z, along) for s, c in _DOME]
    return [*reversed(dome(rings[0], -1.0)), *rings, *dome(rings[-1], 1.0)]


def _hull(rings: list, place: FigurePlace) -> tuple[QPainterPath, tuple[float, float, float, float]]:
    points = set()
    for middle, wide, deep, x, z, _ in rings[1:-1]:
        px, py, k = place.pixel(middle)
        a, b, c, d = wide * k * x[0], deep * k * z[0], wide * k * x[1], deep * k * z[1]
        points |= {(px + u * a + v * b, py - u * c - v * d) for u, v in _ROUND}
    around = _convex(sorted(points))
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in around]))
    path.closeSubpath()
    xs, ys = [p[0] for p in around], [p[1] for p in around]
    return path, (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)


def _convex(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the convex hull of sorted points (Andrew's chain)."""
    def half(way: list[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for x, y in way:
            while len(chain) > 1 and _left(chain[-2], chain[-1], (x, y)) <= 0:
                chain.pop()
            chain.append((x, y))
        return chain[:-1]
    return half(points) + half(points[::-1])


def _left(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _disc(rings: list, n: int, place: FigurePlace) -> Disc:
    middle, wide, deep, x, z, along = rings[n]
    px, py, k = place.pixel(middle)
    a, b, c, d = wide * k * x[0], deep * k * z[0], -wide * k * x[1], -deep * k * z[1]
    area = a * d - b * c
    area = area if abs(area) > 1e-3 else math.copysign(1e-3, area)
    before, after = rings[max(n - 1, 0)], rings[min(n + 1, len(rings) - 1)]
    gap = length(minus(after[0], before[0])) or 1e-6
    slope = (after[1] + after[2] - before[1] - before[2]) / 2 / gap
    return (px, py, (d / area, -b / area, -c / area, a / area), wide, deep, x, z, along, slope, k)


class _Texels:
    """The colours of one part by place on the page."""

    def __init__(self, part, discs, axis, look, fog, spots, effort) -> None:
        self._discs, self._axis, self._spots, self._effort = discs, axis, spots, effort
        self._shape = part.shape
        self._look, self._fog = look, fog

    def color(self, x: float, y: float) -> int:
        """Return the colour of the nearest skin at a place on the page."""
        (disc, c, s, along, slope) = self._hit(x, y)
        wide, deep, ax, az = disc[3:7]
        n = unit(plus(times(ax, deep * c), az, wide * s), (0.0, 0.0, 1.0))
        n = unit(plus(n, self._axis, -slope))
        shade = BASE + LIT * max(0.0, dot(n, LIGHT) + WRAP) + FILLED * max(0.0, dot(n, FILL))
        shade *= 1 - EDGE + EDGE * max(0.0, n[2])
        step = min(max(int(shade * SHADES), 0), SHADES - 1)
        if self._shape == "head":
            from longstride.ui.widgets.figure.head import hair_at
            return self._look.ramp("hairline", self._fog)[hair_at(along, s)][step]
        here = reaching(self._spots, along, self._effort)
        return self._look.ramp(material_at(self._shape, along), self._fog)[tint(here, c, s) if here else 0][step]

    def _hit(self, x: float, y: float):
        before = None
        best = None
        for disc in self._discs:
            px, py, (ia, ib, ic, id_) = disc[:3]
            dx, dy = x - px, y - py
            c, s = ia * dx + ib * dy, ic * dx + id_ * dy
            far = math.sqrt(c * c + s * s) or 1e-9
            if far <= 1:
                t = (1 - far) / (before[1] - far) if before else 0.0
                along, slope = disc[7], disc[8]
                if before:
                    along += (before[0][7] - along) * t
                    slope += (before[0][8] - slope) * t
                return (disc, c / far, s / far, along, slope)
            before = (disc, far)
            if best is None or far < best[1]:
                best = (disc, far, c, s)
        disc, far, c, s = best
        return (disc, c / far, s / far, disc[7], disc[8])


def material_at(shape: str, along: float) -> str:
    """Return what a part wears at a place along it."""
    if shape == "thigh":
        return "shorts" if along < 0.34 else "skin"
    if shape == "upper_arm":
        return "top" if along < 0.28 else "skin"
    if shape == "trunk":
        return "shorts" if along < 0.18 else "top" if along < 1.10 else "skin"
    return "skin"
