"""What a part is painted with: outlines filled with small pictures of skin or cloth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPolygonF

from longstride.ui.widgets.figure.ends import end_on
from longstride.ui.widgets.figure.head import hairline
from longstride.ui.widgets.figure.look import Look, Ramp
from longstride.ui.widgets.figure.muscles import Spot, worked
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.skin import Grid, Row, brush_of, grid_of, rows_of
from longstride.ui.widgets.figure.strip import Section, Strip, cut, outline, strip_of
from longstride.ui.widgets.figure.wear import BARE, CLOTH, RUNS, WORN, Run

END_ON = {"trunk": 0.55, "head": 0.62, "foot": 0.5, "hand": 0.5}
LEAST_FLAT = 0.45  # of a limb's length that is seen; below it is painted end on
_COLUMNS = {"trunk": 14, "head": 22}
_ROWS = {"trunk": 20, "head": 20}
SET_IN = frozenset({"thigh", "upper_arm"})  # whose round start shows beside the trunk


class Fill(NamedTuple):
    """An outline and what it is filled with."""

    path: QPainterPath
    brush: QBrush


@dataclass(slots=True)
class Dressed:
    """A part's fills, the undermost first, and how it lies on the page.

    ``under`` is to be painted before the trunk, where the part goes over into it.
    """

    strip: Strip
    fills: list[Fill]
    under: Fill | None = None


def dressed(
    part: Part, place: FigurePlace, look: Look, fog: int, spots: Sequence[Spot], effort: float
) -> Dressed:
    """Return a part ready to be painted."""
    strip = strip_of(part, place)
    if strip.flat < END_ON.get(part.shape, LEAST_FLAT):
        return Dressed(strip, [Fill(*end_on(part, place, look, fog, spots, effort))])
    runs = [_Run(part, strip, run, spots, effort) for run in RUNS.get(part.shape, BARE)]
    ready = Dressed(strip, [run.fill(look.ramp(run.material, fog)) for run in runs])
    if "start" in part.fades and part.shape in SET_IN:
        cloth = runs[-1]
        ready.under = Fill(_cap(strip), cloth.brush(look.ramp(cloth.material, fog), solid=True))
    return ready


class _Run:
    """One material along a part."""

    def __init__(
        self, part: Part, strip: Strip, run: Run, spots: Sequence[Spot], effort: float
    ) -> None:
        self._part, self._strip = part, strip
        self.material, self._first, self._last = run
        self._sections = list(_between(strip.sections, self._first, self._last))
        columns = _COLUMNS.get(part.shape, 13 if spots else 10)
        self._grid = grid_of(strip, self._sections, columns, self._count(spots))
        tints = hairline if part.shape == "head" else partial(worked, spots, effort)
        self._rows: list[Row] = rows_of(strip, self._sections, self._grid, tints)

    def _count(self, spots: Sequence[Spot]) -> int:
        """Return how many rows it needs: muscles and the trunk more than a plain limb."""
        whole = _ROWS.get(self._part.shape, 18 if spots else 8)
        ends, all_ends = self._sections, self._strip.sections
        share = (ends[-1].v - ends[0].v) / (all_ends[-1].v - all_ends[0].v + 1e-6)
        return max(5, round(whole * min(max(share, 0.0), 1.0)))

    def fill(self, ramp: Ramp) -> Fill:
        """Return its outline and its brush."""
        strip, one, two = self._strip, self._sections[0], self._sections[-1]
        start = -strip.bulge(one) if self._first is None else -strip.lean * one.half
        end = strip.bulge(two) if self._last is None else -strip.lean * two.half
        wider = CLOTH * one.half / max(one.wide, 0.02) if self.material in WORN else 0.0
        return Fill(_path(outline(strip, self._sections, (start, end), wider)), self.brush(ramp))

    def brush(self, ramp: Ramp, *, solid: bool = False) -> QBrush:
        """Return the picture of its skin, which goes over into what is behind it unless solid."""
        alphas = [1.0] * self._grid.rows if solid else self._alphas()
        return brush_of(self._strip, self._grid, self._rows, ramp, alphas)

    def _alphas(self) -> list[float]:
        """Return how solid each row is: less where it goes over into the part behind it."""
        one, two, fades = self._strip.sections[0], self._strip.sections[-1], self._part.fades
        alphas = [1.0] * self._grid.rows
        for n, v in enumerate(_middles(self._grid)):
            if "start" in fades and self._first is None:
                alphas[n] *= _come((v - one.v) / one.half)
            if "end" in fades and self._last is None:
                alphas[n] *= _come((two.v - v) / two.half)
        return alphas


def _middles(grid: Grid) -> Iterator[float]:
    return (grid.low + grid.tall * (n + 0.5) for n in range(grid.rows))


def _come(far: float) -> float:
    """Return how solid a part is so many radii from a joint."""
    share = min(max((far + 0.85) / 1.25, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _cap(strip: Strip) -> QPainterPath:
    """Return the round start of a limb."""
    first, path = strip.sections[0], QPainterPath()
    path.addEllipse(QPointF(first.px, first.py), first.half, first.half)
    return path


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
