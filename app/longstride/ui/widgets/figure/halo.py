"""The soft dark round a part that passes before another, so that the eye can tell them apart."""

from array import array
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath

from longstride.ui.widgets.figure.grid import CLEAR, Grid, covering
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.skin import thinned
from longstride.ui.widgets.figure.strip import Section, Strip, cut, outline

REACH = 0.030  # body heights
DARK = 0.62  # of solid, at the edge
_FREE = {"thigh": 0.42, "shank": 0.30, "foot": 0.3, "upper_arm": 0.40, "forearm": 0.30,
         "hand": 0.1, "trunk": 0.24, "head": -9.0, "neck": 0.5}  # fmt: skip
_SHUT = frozenset({"foot", "hand", "head"})
_LAST = {"thigh": 0.96, "shank": 0.98, "upper_arm": 0.96, "forearm": 1.0, "trunk": 0.92,
         "neck": 0.9}  # fmt: skip
COLUMNS, ROWS = 13, 6
COME = 1.3  # reaches along the part in which it comes and goes
STEPS = 32  # of its strength


def halo_of(part: Part, strip: Strip, scale: float, color: QColor) -> tuple[QPainterPath, QBrush]:
    """Return the outline round a part with its soft brush."""
    reach = REACH * scale
    first, last = _FREE[part.shape], _LAST.get(part.shape, 9.0)
    low = max(first, strip.sections[0].along)
    sections = [cut(strip.sections, low), *(e for e in strip.sections if low < e.along <= last)]
    shut = part.shape in _SHUT
    ends = (-strip.bulge(sections[0]) - reach if part.shape == "head" else 0.0,
            strip.bulge(sections[-1]) + reach if shut else 0.0)  # fmt: skip
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(outline(strip, sections, ends, reach))
    path.closeSubpath()
    return path, _brush(part, strip, sections, reach, color, ends)


def _brush(
    part: Part,
    strip: Strip,
    sections: list[Section],
    reach: float,
    color: QColor,
    ends: tuple[float, float],
) -> QBrush:
    one, two = sections[0].v, sections[-1].v
    across = (
        min(e.u - e.half for e in sections) - reach,
        max(e.u + e.half for e in sections) + reach,
    )
    grid = covering(across, (one + ends[0], two + ends[1]), (COLUMNS, ROWS))
    cells = array("I")
    for v, e in zip(grid.middles, grid.levels(sections), strict=True):
        come = 1.0 if part.shape == "head" else (v - one) / (COME * reach)
        rest = (two + ends[1] - v) / (reach if part.shape in _SHUT else COME * reach)
        strength = min(max(min(come, rest), 0.0), 1.0)
        cells.extend(_row(grid, e, reach, _shades(color.rgb(), round(strength * STEPS))))
    return grid.brush(strip, cells, CLEAR)


def _row(grid: Grid, e: Section, reach: float, shades: tuple[int, ...]) -> list[int]:
    """Return how dark each column is: all of it within the part, less and less beyond its edge."""
    by = STEPS / reach
    edge = (e.half + reach) * by
    at, step = (grid.left + grid.step / 2 - e.u) * by, grid.step * by
    near = [int(edge - abs(at + step * n)) for n in range(grid.columns)]
    return [shades[n if n < STEPS else STEPS] if n > 0 else 0 for n in near]


@cache
def _shades(rgb: int, strength: int) -> tuple[int, ...]:
    """Return a colour from clear to its darkest, which is so strong."""
    dark = DARK * strength / STEPS
    return tuple(thinned(rgb, dark * (n / STEPS) ** 2) for n in range(STEPS + 1))
