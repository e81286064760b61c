"""The skin of a part as a small picture: a row of shades across it at each of some places along."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtGui import QBrush

from longstride.ui.widgets.figure.facing import Facing, leaning
from longstride.ui.widgets.figure.grid import CLEAR, SOLID, Grid
from longstride.ui.widgets.figure.look import Ramp
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.strip import Section, Strip

STEPS, BENT_STEPS = 18, 12

Row = tuple[list[int], list[int]]
"""Shades and tints across a part."""

Tints = Callable[[Facing, float, list[int]], list[int]]
"""The tints at some steps across a part, so far along it; empty where nothing tints it."""


def rows_of(
    strip: Strip, sections: Sequence[Section], grid: Grid, tints: Tints, facing: Facing | None
) -> list[Row]:
    """Return the shades of every row of a grid; what is bent has no one ``facing``."""
    most = (grid.right - grid.left) / 2
    here, rows = facing, []
    for n, e in enumerate(grid.levels(sections)):
        if here is None or (facing is None and n % 2 == 0):
            here = Facing(e, BENT_STEPS)
        places, lean, shades = here.places(e, grid, most), leaning(e, strip.axis), here.shades
        rows.append(([shades[n] + lean for n in places], tints(here, e.along, places)))
    return rows


def facing_of(part: Part, strip: Strip) -> Facing | None:
    """Return which way the skin of a straight part faces all along it."""
    return None if part.bend else Facing(strip.sections[len(strip.sections) // 2], STEPS)


def brush_of(
    strip: Strip, grid: Grid, rows: Sequence[Row], ramp: Ramp, alphas: Sequence[float]
) -> QBrush:
    """Return a brush of the rows, laid where the part is; rows may be less than solid."""
    cells = array("I")
    plain = ramp[0]
    for (shades, tints), alpha in zip(rows, alphas, strict=True):
        if tints:
            row = [ramp[t][s] for t, s in zip(tints, shades, strict=True)]
        else:
            row = [plain[s] for s in shades]
        cells.extend(row if alpha >= 1 else [thinned(color, alpha) for color in row])
    return grid.brush(strip, cells, CLEAR if min(alphas) < 1 else SOLID)


def thinned(color: int, alpha: float) -> int:
    """Return a solid colour at some alpha, multiplied by it."""
    red, green, blue = color >> 16 & 255, color >> 8 & 255, color & 255
    solid = int(255 * alpha) << 24
    return solid | int(red * alpha) << 16 | int(green * alpha) << 8 | int(blue * alpha)
