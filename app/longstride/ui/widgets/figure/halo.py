"""The soft dark round a part that passes before another, so that the eye can tell them apart."""

from array import array
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath

from longstride.ui.widgets.figure.grid import CLEAR, Grid
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
COLUMNS, ROWS = 14, 5
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
    return path, _brush(strip, sections, reach, color, ends, fades=part.shape != "head")


def _brush(
    strip: Strip,
    sections: list[Section],
    reach: float,
    color: QColor,
    ends: tuple[float, float],
    *,
    fades: bool,
) -> QBrush:
    grid = Grid(
        min(e.u - e.half for e in sections) - reach,
        max(e.u + e.half for e in sections) + reach,
        sections[0].v + ends[0] - 1,
        sections[-1].v + ends[1] + 1,
        COLUMNS,
        ROWS,
    )
    cells = array("I")
    for v, e in zip(grid.middles, grid.levels(sections), strict=True):
        beyond = max(0.0, v - sections[-1].v - e.half * 0.6, sections[0].v - v) / reach
        come = min(1.0, (v - sections[0].v) / (1.6 * reach)) if fades else 1.0
        shades = _shades(color.rgb(), max(0, round(come * (1 - beyond) * STEPS)))
        cells.extend(_row(grid, e, reach, shades))
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
