"""One material along a part: its outline on the page and the small picture it is filled with."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainterPath, QPolygonF

from longstride.ui.widgets.figure.facing import Facing
from longstride.ui.widgets.figure.grid import grid_of
from longstride.ui.widgets.figure.head import hairline
from longstride.ui.widgets.figure.look import Ramp
from longstride.ui.widgets.figure.muscles import Spot
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.skin import Row, brush_of, rows_of
from longstride.ui.widgets.figure.strip import Section, Strip, cut, outline
from longstride.ui.widgets.figure.wear import CLOTH, WORN, Run
from longstride.ui.widgets.figure.work import worked

TEXEL = 4  # px a row of muscle or hair is high at least
SMALL = 8  # px: half as wide as a joint that needs no fine rows
_COLUMNS = {"trunk": 11, "head": 20}
_ROWS = {"trunk": 14, "head": 20}


class Fill(NamedTuple):
    """An outline and what it is filled with."""

    path: QPainterPath
    brush: QBrush


class WornRun:
    """One material along a part."""

    def __init__(
        self,
        part: Part,
        strip: Strip,
        run: Run,
        facing: Facing | None,
        spots: Sequence[Spot],
        effort: float,
    ) -> None:
        self._part, self._strip = part, strip
        self.material, self._first, self._last = run
        self._sections = list(_between(strip.sections, self._first, self._last))
        columns = _COLUMNS.get(part.shape, 11 if spots else 8)
        self._grid = grid_of(strip, self._sections, self._ends(), (columns, self._count(spots)))
        tints = hairline if part.shape == "head" else partial(worked, spots, effort)
        self._rows: list[Row] = rows_of(strip, self._sections, self._grid, tints, facing)

    def _ends(self) -> tuple[float, float]:
        """Return how far its ends are rounded along the strip, in pixels."""
        strip, one, two = self._strip, self._sections[0], self._sections[-1]
        start = -strip.bulge(one) if self._first is None else -strip.lean * one.half
        return (start, strip.bulge(two) if self._last is None else -strip.lean * two.half)

    def _goes_over(self) -> bool:
        """Return whether all of it is where its part goes over into another."""
        fades = self._part.fades
        return (self._first is None and "start" in fades) or (self._last is None and "end" in fades)

    def _count(self, spots: Sequence[Spot]) -> int:
        """Return how many rows it needs: muscles and the trunk more than a plain limb."""
        if self._goes_over():
            return 5 if self._sections[0].half > SMALL else 4
        whole = _ROWS.get(self._part.shape, 13 if spots else 5)
        ends, all_ends = self._sections, self._strip.sections
        share = (ends[-1].v - ends[0].v) / (all_ends[-1].v - all_ends[0].v + 1e-6)
        fine = (ends[-1].v - ends[0].v) / TEXEL
        return max(4, round(min(whole * min(max(share, 0.0), 1.0), fine)))

    def fill(self, ramp: Ramp) -> Fill:
        """Return its outline and its brush."""
        one = self._sections[0]
        wider = CLOTH * one.half / max(one.wide, 0.02) if self.material in WORN else 0.0
        shape = outline(self._strip, self._sections, self._ends(), wider)
        return Fill(_path(shape), self.brush(ramp))

    def brush(self, ramp: Ramp, *, solid: bool = False) -> QBrush:
        """Return the picture of its skin, which goes over into what is behind it unless solid."""
        alphas = [1.0] * self._grid.rows if solid else self._alphas()
        return brush_of(self._strip, self._grid, self._rows, ramp, alphas)

    def _alphas(self) -> list[float]:
        """Return how solid each row is: less where it goes over into the part behind it."""
        one, two, fades = self._strip.sections[0], self._strip.sections[-1], self._part.fades
        alphas = [1.0] * self._grid.rows
        for n, v in enumerate(self._grid.middles):
            if "start" in fades and self._first is None:
                alphas[n] *= _come((v - one.v) / one.half)
            if "end" in fades and self._last is None:
                alphas[n] *= _come((two.v - v) / two.half)
        return alphas


def _come(far: float) -> float:
    """Return how solid a part is so many radii from a joint: not at all where the other ends."""
    share = min(max((far + 0.75) / 1.15, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _path(polygon: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(polygon)
    path.closeSubpath()
    return path


def _between(sections: list[Section], first: float | None, last: float | None) -> Iterator[Section]:
    """Yield the sections between two places along a part, and those at the places."""
    low = sections[0].along if first is None else first
    high = sections[-1].along if last is None else last
    if first is not None:
        yield cut(sections, low)
    yield from (e for e in sections if low <= e.along <= high)
    if last is not None:
        yield cut(sections, high)
