"""A part seen nearly end on: what of it lies nearest to the eye, texel by texel."""

import math
from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QImage, QPainterPath, QPolygonF, QTransform

from longstride.core.figure.vectors import Vector, between, length, minus, plus, times, unit
from longstride.ui.widgets.figure.facing import shade_of
from longstride.ui.widgets.figure.head import hair_at
from longstride.ui.widgets.figure.look import Look, Ramp
from longstride.ui.widgets.figure.muscles import Spot, tint
from longstride.ui.widgets.figure.parts import Part, Ring
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.strip import DOMED
from longstride.ui.widgets.figure.wear import BARE, RUNS, Run

CELLS = 11  # across and down, at most
TEXEL = 5  # px a cell is wide at least
_DOME = tuple((math.sin(math.radians(a)), math.cos(math.radians(a))) for a in (30, 57, 80))
_ROUND = tuple((math.cos(math.tau * n / 12), math.sin(math.tau * n / 12)) for n in range(12))

_Spot = tuple[float, float]


class Disc(NamedTuple):
    """A ring on the page, and what takes a place on the page into its circle of radius 1."""

    px: float
    py: float
    across: _Spot
    down: _Spot
    ring: Ring
    slope: float


class Hit(NamedTuple):
    """Skin that is seen: on which ring and how it lies there, how far along, how it leans."""

    ring: Ring
    cos: float
    sin: float
    along: float
    slope: float


def end_on(
    part: Part, place: FigurePlace, look: Look, fog: int, spots: Sequence[Spot], effort: float
) -> list[tuple[QPainterPath, QBrush]]:
    """Return the outline and the picture of each material of a part, the farthest first."""
    rings = part.rings()
    worn = [(_between(part, rings, run), run[0]) for run in RUNS.get(part.shape, BARE)]
    worn.sort(key=lambda each: each[0][len(each[0]) // 2][0][2])
    return [
        _picture(
            _hull(some, place),
            _Texels(
                some, place, look.ramp(material, fog), spots, effort, head=part.shape == "head"
            ),
        )
        for some, material in worn
    ]


def _picture(path: QPainterPath, texels: "_Texels") -> tuple[QPainterPath, QBrush]:
    bounds = path.boundingRect().adjusted(-1, -1, 1, 1)
    count = max(5, min(CELLS, int(max(bounds.width(), bounds.height()) / TEXEL)))
    wide, high = bounds.width() / count, bounds.height() / count
    cells = array("I")
    for row in range(count):
        y = bounds.top() + high * (row + 0.5)
        cells.extend([texels.color(bounds.left() + wide * (n + 0.5), y) for n in range(count)])
    brush = QBrush(QImage(cells.tobytes(), count, count, count * 4, QImage.Format.Format_RGB32))
    brush.setTransform(QTransform(wide, 0, 0, high, bounds.left(), bounds.top()))
    return path, brush


def _between(part: Part, rings: Sequence[Ring], run: Run) -> list[Ring]:
    """Return the rings of one material, with a round dome where the part itself ends."""
    _, first, last = run
    axis = unit(minus(rings[-1][0], rings[0][0]))
    blunt = 1.0 if part.shape in DOMED else 0.5
    start = _dome(rings[0], axis, -blunt) if first is None else [_ring_at(rings, first)]
    end = _dome(rings[-1], axis, blunt) if last is None else [_ring_at(rings, last)]
    low, high = -9.0 if first is None else first, 9.0 if last is None else last
    return [*reversed(start), *(ring for ring in rings if low < ring[5] < high), *end]


def _ring_at(rings: Sequence[Ring], along: float) -> Ring:
    """Return the ring at a place along a part."""
    before, after = next(pair for pair in pairwise(rings) if along <= pair[1][5])
    t = (along - before[5]) / (after[5] - before[5])
    wide = before[1] + (after[1] - before[1]) * t
    deep = before[2] + (after[2] - before[2]) * t
    return (between(before[0], after[0], t), wide, deep, before[3], before[4], along)


def _dome(ring: Ring, axis: Vector, blunt: float) -> list[Ring]:
    middle, wide, deep, x, z, along = ring
    far = blunt * (wide + deep) / 2
    return [(plus(middle, axis, far * s), wide * c, deep * c, x, z, along) for s, c in _DOME]


def _hull(rings: Sequence[Ring], place: FigurePlace) -> QPainterPath:
    """Return the outline round all the rings."""
    points: set[_Spot] = set()
    for middle, wide, deep, x, z, _ in (*rings[::2], rings[-1]):
        px, py, k = place.pixel(middle)
        a, b, c, d = wide * k * x[0], deep * k * z[0], wide * k * x[1], deep * k * z[1]
        points |= {(px + u * a + v * b, py - u * c - v * d) for u, v in _ROUND}
    around = sorted(points)
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*at) for at in (*_chain(around), *_chain(around[::-1]))]))
    path.closeSubpath()
    return path


def _chain(points: list[_Spot]) -> list[_Spot]:
    """Return half of the convex hull of sorted points (Andrew's chain)."""
    chain: list[_Spot] = []
    for point in points:
        while len(chain) > 1 and not _turns_left(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turns_left(a: _Spot, b: _Spot, c: _Spot) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _discs(rings: Sequence[Ring], place: FigurePlace) -> list[Disc]:
    """Return the rings on the page, the nearest first."""
    last = len(rings) - 1
    discs = [
        _disc(ring, rings[max(n - 1, 0)], rings[min(n + 1, last)], place)
        for n, ring in enumerate(rings)
    ]
    return discs[::-1] if rings[0][0][2] < rings[-1][0][2] else discs


def _disc(ring: Ring, before: Ring, after: Ring, place: FigurePlace) -> Disc:
    middle, wide, deep, x, z, _ = ring
    px, py, k = place.pixel(middle)
    a, b, c, d = wide * k * x[0], deep * k * z[0], -wide * k * x[1], -deep * k * z[1]
    area = a * d - b * c
    area = area if abs(area) > 1e-3 else math.copysign(1e-3, area)
    slope = (after[1] + after[2] - before[1] - before[2]) / 2
    slope /= length(minus(after[0], before[0])) or 1e-6
    return Disc(px, py, (d / area, -b / area), (-c / area, a / area), ring, slope)


class _Texels:
    """The colours of one material by place on the page."""

    def __init__(
        self,
        rings: Sequence[Ring],
        place: FigurePlace,
        ramp: Ramp,
        spots: Sequence[Spot],
        effort: float,
        *,
        head: bool = False,
    ) -> None:
        self._discs = _discs(rings, place)
        self._axis = unit(minus(rings[-1][0], rings[0][0]))
        self._ramp, self._spots, self._effort, self._head = ramp, spots, effort, head

    def color(self, x: float, y: float) -> int:
        """Return the colour of the nearest skin at a place on the page."""
        hit = self._hit(x, y)
        _, wide, deep, ax, az, _ = hit.ring
        out = unit(plus(times(ax, deep * hit.cos), az, wide * hit.sin), (0.0, 0.0, 1.0))
        shade = shade_of(unit(plus(out, self._axis, -hit.slope)))
        if self._head:
            return self._ramp[hair_at(hit.along, hit.sin)][shade]
        return self._ramp[tint(self._spots, self._effort, hit.along, (hit.cos, hit.sin))][shade]

    def _hit(self, x: float, y: float) -> Hit:
        """Return the skin seen at a place: between the first ring round it and the one before."""
        before, nearer = self._discs[0], 0.0
        least, best = math.inf, Hit(before.ring, 1.0, 0.0, before.ring[5], before.slope)
        for disc in self._discs:
            dx, dy = x - disc.px, y - disc.py
            c = disc.across[0] * dx + disc.across[1] * dy
            s = disc.down[0] * dx + disc.down[1] * dy
            far = math.sqrt(c * c + s * s) or 1e-9
            if far <= 1:
                t = (1 - far) / (nearer - far) if nearer > 1 else 0.0
                along = disc.ring[5] + (before.ring[5] - disc.ring[5]) * t
                slope = disc.slope + (before.slope - disc.slope) * t
                return Hit(disc.ring, c / far, s / far, along, slope)
            if far < least:
                least, best = far, Hit(disc.ring, c / far, s / far, disc.ring[5], disc.slope)
            before, nearer = disc, far
        return best
