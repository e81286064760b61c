"""The skin of a part as a small picture: a row of shades across it at each of some places along."""

import math
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QImage, QTransform

from longstride.core.figure.vectors import Vector, dot, plus, times, unit
from longstride.ui.widgets.figure.look import SHADES, Ramp
from longstride.ui.widgets.figure.strip import Section, Strip, mixed_section

LIGHT: Vector = unit((-0.50, 0.72, 0.58))  # in the eye's axes: from the upper left, before it
FILL: Vector = unit((0.85, 0.05, 0.35))
BASE, LIT, FILLED, WRAP = 0.16, 0.54, 0.16, 0.30
EDGE = 0.30  # how much of the shade depends on facing the eye

Row = tuple[list[int], list[int]]
"""Shades and tints across a part."""

Tinted = Callable[[float, float], int]
"""The tint of the skin where it faces cos P + sin Q."""

Tints = Callable[[float, float, float, float], Tinted | None]
"""The tints across a row: by how far along it is, and by how P and Q lie to width and depth."""


@dataclass(slots=True)
class Grid:
    """Where the columns and rows of a skin lie, in pixels across and along the strip."""

    left: float
    step: float
    columns: int
    low: float
    high: float
    rows: int

    @property
    def tall(self) -> float:
        """A row's height in pixels."""
        return (self.high - self.low) / self.rows


def grid_of(strip: Strip, sections: Sequence[Section], columns: int, rows: int) -> Grid:
    """Return a grid that covers some sections with all their round ends."""
    pad = max(e.half for e in sections) * (1.0 if strip.domed else
        math.sqrt(max(0.0, 1 - strip.flat**2))) + 2.0  # fmt: skip
    left = min(e.u - e.half for e in sections) - 2.0
    right = max(e.u + e.half for e in sections) + 2.0
    low, high = min(e.v for e in sections) - pad, max(e.v for e in sections) + pad
    return Grid(left, (right - left) / columns, columns, low, high, rows)


def rows_of(strip: Strip, sections: Sequence[Section], grid: Grid, tints: Tints) -> list[Row]:
    """Return the shades of every row of a grid."""
    rows, at, last = [], 0, len(sections) - 2
    for n in range(grid.rows):
        v = grid.low + grid.tall * (n + 0.5)
        while at < last and sections[at + 1].v < v:
            at += 1
        one, two = sections[at], sections[at + 1]
        gap = two.v - one.v
        t = min(max((v - one.v) / gap, 0.0), 1.0) if gap > 1e-6 else 0.0
        rows.append(_row(strip, mixed_section(one, two, t), grid, tints))
    return rows


def _row(strip: Strip, e: Section, grid: Grid, tints: Tints) -> Row:
    """Return the shades across one section.

    The skin there is where cos P + sin Q faces: P towards the edge on the right, Q at the eye.
    """
    half = math.hypot(e.wide * e.xs, e.deep * e.zs) or 1e-9
    cm, sm = e.wide * e.xs / half, e.deep * e.zs / half
    p = plus(times(e.x, e.deep * cm), e.z, e.wide * sm)
    q = plus(times(e.x, -e.deep * sm), e.z, e.wide * cm)
    way = 1.0
    if q[2] < 0:
        q, way = times(q, -1.0), -1.0
    return _shaded(e, grid, p, q, _leaning(e, strip.axis), tints(e.along, cm, sm, way))


def _leaning(e: Section, axis: Vector) -> tuple[float, float, float, float]:
    """Return what a section's slope takes from each light, and what makes the rest 1 long."""
    lean = e.slope
    return (lean * dot(axis, LIGHT), lean * dot(axis, FILL), lean * axis[2],
            1 / math.sqrt(1 + lean * lean))  # fmt: skip


def _shaded(e: Section, grid: Grid, p: Vector, q: Vector, lean: tuple[float, float, float, float],
            tinted: Tinted | None) -> Row:  # fmt: skip
    pl, ql, pf, qf, pe, qe = dot(p, LIGHT), dot(q, LIGHT), dot(p, FILL), dot(q, FILL), p[2], q[2]
    pp, pq, qq = dot(p, p), 2 * dot(p, q), dot(q, q)
    less_l, less_f, less_e, unit_ = lean
    half = e.half or 1e-6
    step, cos = grid.step / half, (grid.left - e.u + grid.step / 2) / half
    shades, tints = [], []
    sqrt = math.sqrt
    for _ in range(grid.columns):
        c = 1.0 if cos > 1.0 else -1.0 if cos < -1.0 else cos
        s = sqrt(1.0 - c * c)
        r = unit_ / sqrt(c * c * pp + c * s * pq + s * s * qq)
        shade = BASE
        lit = (c * pl + s * ql) * r - less_l
        if lit > -WRAP:
            shade += LIT * (lit + WRAP)
        fill = (c * pf + s * qf) * r - less_f
        if fill > 0:
            shade += FILLED * fill
        eye = (c * pe + s * qe) * r - less_e
        shade *= 1 - EDGE + EDGE * eye if eye > 0 else 1 - EDGE
        shades.append(int(shade * SHADES) if shade < 1 else SHADES - 1)
        if tinted:
            tints.append(tinted(c, s))
        cos += step
    return (shades, tints)


def brush_of(strip: Strip, grid: Grid, rows: Sequence[Row], ramp: Ramp, alphas: Sequence[float]
             ) -> QBrush:  # fmt: skip
    """Return a brush of the rows, laid where the part is; rows may be less than solid."""
    cells = array("I")
    plain = ramp[0]
    for (shades, tints), alpha in zip(rows, alphas, strict=True):
        if tints:
            row = [ramp[t][s] for t, s in zip(tints, shades, strict=True)]
        else:
            row = [plain[s] for s in shades]
        cells.extend(row if alpha >= 1 else [thinned(color, alpha) for color in row])
    clear = min(alphas) < 1
    shape = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    brush = QBrush(QImage(cells.tobytes(), grid.columns, len(rows), grid.columns * 4, shape))
    (sx, sy), du, dv = strip.across, grid.step, grid.tall
    brush.setTransform(QTransform(
        sx * du, sy * du, strip.tx * dv, strip.ty * dv,
        strip.x + sx * grid.left + strip.tx * grid.low,
        strip.y + sy * grid.left + strip.ty * grid.low))  # fmt: skip
    return brush


def shade_of(out: Vector) -> int:
    """Return the shade of skin that faces one way."""
    shade = BASE + LIT * max(0.0, dot(out, LIGHT) + WRAP) + FILLED * max(0.0, dot(out, FILL))
    shade *= 1 - EDGE + EDGE * max(0.0, out[2])
    return min(max(int(shade * SHADES), 0), SHADES - 1)


def thinned(color: int, alpha: float) -> int:
    """Return a solid colour at some alpha, multiplied by it."""
    red, green, blue = color >> 16 & 255, color >> 8 & 255, color & 255
    return (int(255 * alpha) << 24 | int(red * alpha) << 16 | int(green * alpha) << 8
            | int(blue * alpha))  # fmt: skip
