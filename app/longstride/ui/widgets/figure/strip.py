"""A part on the page: a strip along its axis, with how wide it is at each of its rings."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from longstride.core.figure.vectors import Vector
from longstride.ui.widgets.figure.parts import Part, Ring
from longstride.ui.widgets.figure.place import FigurePlace

DOMED = frozenset({"thigh", "shank", "upper_arm", "forearm"})
BLUNT = {"foot": 0.75, "hand": 0.75, "head": 0.30, "trunk": 0.4}  # of half the width at its ends
_ARC = tuple((math.cos(math.pi * n / 8), math.sin(math.pi * n / 8)) for n in range(1, 8))


@dataclass(slots=True)
class Section:
    """One ring on the page: its middle in pixels, which way its width goes, half of it.

    ``u`` and ``v`` say where the middle lies across and along the strip. ``wide`` and ``deep``
    are halves in body heights along ``x`` and ``z``; ``slope`` is how the skin leans.
    """

    px: float
    py: float
    sx: float
    sy: float
    half: float
    u: float
    v: float
    wide: float
    deep: float
    x: Vector
    z: Vector
    xs: float
    zs: float
    along: float
    slope: float


@dataclass(slots=True)
class Strip:
    """A part's sections along a line on the page, from (x, y) the way (tx, ty).

    ``flat`` is how much of its length is seen, ``lean`` how far its axis comes at the eye.
    """

    x: float
    y: float
    tx: float
    ty: float
    flat: float
    lean: float
    axis: Vector
    sections: list[Section]
    domed: bool
    blunt: float  # how round its ends are

    @property
    def across(self) -> tuple[float, float]:
        """Which way u grows."""
        return (-self.ty, self.tx)

    def bulge(self, section: Section) -> float:
        """Return how far an end stands out, in pixels."""
        return section.half * max(self.blunt, math.sqrt(max(0.0, 1 - self.flat**2)))


def strip_of(part: Part, place: FigurePlace) -> Strip:
    """Return a part as it lies on the page."""
    rings = part.rings()
    one, two = rings[0][0], rings[-1][0]
    x, y, _ = place.pixel(one)
    end_x, end_y, _ = place.pixel(two)
    long = math.hypot(end_x - x, end_y - y) or 1e-6
    tx, ty = (end_x - x) / long, (end_y - y) / long
    ax, ay, az = two[0] - one[0], two[1] - one[1], two[2] - one[2]
    true = math.sqrt(ax * ax + ay * ay + az * az) or 1.0
    axis = (ax / true, ay / true, az / true)
    domed = part.shape in DOMED
    blunt = 1.0 if domed else BLUNT.get(part.shape, 0.0)
    flat = math.hypot(axis[0], axis[1])
    strip = Strip(x, y, tx, ty, flat, axis[2], axis, [], domed, blunt)
    _fill(strip, part, rings, place, true)
    return strip


def _fill(strip: Strip, part: Part, rings: Sequence[Ring], place: FigurePlace, true: float) -> None:
    tx, ty = strip.tx, strip.ty
    last = len(rings) - 1
    for n, (middle, wide, deep, x, z, along) in enumerate(rings):
        px, py, k = place.pixel(middle)
        before, after = rings[max(n - 1, 0)], rings[min(n + 1, last)]
        sx, sy = _square(before[0], after[0], tx, ty) if part.bend else (-ty, tx)
        xs, zs = x[0] * sx - x[1] * sy, z[0] * sx - z[1] * sy
        run = (after[5] - before[5]) / (rings[last][5] - rings[0][5]) * true
        slope = (after[1] + after[2] - before[1] - before[2]) / 2 / run
        if strip.domed and along < 0.12:
            slope *= max(along, 0.0) / 0.12
        dx, dy = px - strip.x, py - strip.y
        strip.sections.append(Section(
            px, py, sx, sy, math.hypot(wide * xs, deep * zs) * k, dy * tx - dx * ty,
            dx * tx + dy * ty, wide, deep, x, z, xs, zs, along, slope))  # fmt: skip


def _square(before: Vector, after: Vector, tx: float, ty: float) -> tuple[float, float]:
    """Return which way the width of a ring of a bent part goes on the page."""
    dx, dy = after[0] - before[0], before[1] - after[1]
    long = math.hypot(dx, dy)
    if long < 0.006:
        return (-ty, tx)
    sx, sy = -dy / long, dx / long
    return (-sx, -sy) if tx * sy - ty * sx < 0 else (sx, sy)


def cut(sections: list[Section], along: float) -> Section:
    """Return the section at a place along the bone."""
    for one, two in pairwise(sections):
        if one.along <= along <= two.along:
            return mixed_section(one, two, (along - one.along) / (two.along - one.along))
    return sections[0] if along < sections[0].along else sections[-1]


def mixed_section(one: Section, two: Section, t: float) -> Section:
    """Return what lies between two sections."""
    s = 1 - t
    return Section(
        one.px * s + two.px * t, one.py * s + two.py * t, one.sx, one.sy,
        one.half * s + two.half * t, one.u * s + two.u * t, one.v * s + two.v * t,
        one.wide * s + two.wide * t, one.deep * s + two.deep * t, one.x, one.z, one.xs, one.zs,
        one.along * s + two.along * t, one.slope * s + two.slope * t)  # fmt: skip


def outline(strip: Strip, sections: list[Section], ends: tuple[float, float],
            wider: float = 0.0) -> QPolygonF:  # fmt: skip
    """Return the outline of some sections; ``ends`` are how far each end is rounded, in pixels."""
    left = [QPointF(e.px - e.sx * (e.half + wider), e.py - e.sy * (e.half + wider))
            for e in sections]  # fmt: skip
    right = [QPointF(e.px + e.sx * (e.half + wider), e.py + e.sy * (e.half + wider))
             for e in reversed(sections)]  # fmt: skip
    end = _arc(strip, sections[-1], ends[1], wider)
    start = _arc(strip, sections[0], ends[0], wider)
    return QPolygonF([*left, *end, *right, *reversed(start)])


def _arc(strip: Strip, e: Section, far: float, wider: float) -> list[QPointF]:
    """Return half an ellipse from a section's left edge to its right one."""
    if abs(far) < 0.5:
        return []
    half = e.half + wider
    return [QPointF(e.px - e.sx * half * c + strip.tx * far * s,
                    e.py - e.sy * half * c + strip.ty * far * s) for c, s in _ARC]  # fmt: skip
