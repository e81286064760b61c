"""What a part is painted with: outlines filled with small pictures of skin or cloth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPolygonF

from longstride.ui.widgets.figure.ends import end_on
from longstride.ui.widgets.figure.grid import grid_of
from longstride.ui.widgets.figure.halo import halo_of
from longstride.ui.widgets.figure.head import hairline
from longstride.ui.widgets.figure.look import Look, Ramp
from longstride.ui.widgets.figure.muscles import Spot
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.skin import Row, brush_of, rows_of
from longstride.ui.widgets.figure.strip import Section, Strip, cut, outline, strip_of
from longstride.ui.widgets.figure.wear import BARE, CLOTH, RUNS, WORN, Run
from longstride.ui.widgets.figure.work import worked

END_ON = {"trunk": 0.55, "head": 0.62, "foot": 0.28, "hand": 0.28}
LEAST_FLAT = 0.42  # of a limb's length that is seen; below it is painted end on
_COLUMNS = {"trunk": 11, "head": 15}
_ROWS = {"trunk": 14, "head": 13}
UNSEEN = 0.5  # px that nobody sees a part move
TURNS = 36  # steps of a way's length: a degree and a half
FAR_STEPS = 40  # steps of a body height farther away
EFFORTS = 20
KEPT = 500  # parts: a second of a body that moves whole
SET_IN = frozenset({"thigh", "upper_arm"})  # whose round start shows beside the trunk


class Fill(NamedTuple):
    """An outline and what it is filled with."""

    path: QPainterPath
    brush: QBrush


@dataclass(slots=True)
class Dressed:
    """A part's fills, the undermost first, as it lay on the page when it was dressed: at ``at``.

    ``under`` is to be painted before the trunk, where the part goes over into it; ``rim`` are
    the fills that need a line round them on their ground.
    """

    at: QPointF
    fills: list[Fill]
    halo: Fill | None
    under: Fill | None = None
    rim: tuple[QPainterPath, ...] = ()


@dataclass(frozen=True)
class Order:
    """A part to be dressed; two that look the same to within what an eye sees are equal."""

    seen: tuple[object, ...]
    look: Look
    fog: int
    spots: tuple[Spot, ...]
    effort: int  # of EFFORTS
    part: Part = field(compare=False)
    place: FigurePlace = field(compare=False)


def dressed(
    part: Part,
    place: FigurePlace,
    look: Look,
    fog: int,
    spots: tuple[Spot, ...],
    effort: float,
) -> Dressed:
    """Return a part ready to be painted; one that did not turn is taken as it was."""
    strength = round(effort * EFFORTS) if spots else EFFORTS
    return _kept(Order(_seen(part, place), look, fog, spots, strength, part, place))


def _seen(part: Part, place: FigurePlace) -> tuple[object, ...]:
    """Return what a part looks like but for where it is, in steps too small to be seen."""
    fine, scale = place.scale / UNSEEN, place.scale
    (ax, ay, az), (bx, by, bz) = part.a, part.b
    return (
        part.shape, part.fades, part.haloed, part.spread, scale, round(az * FAR_STEPS),
        round((bx - ax) * fine), round((by - ay) * fine), round((bz - az) * fine),
        *(round(way * TURNS) for way in (*part.x, *part.z, *part.bent)),
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def _kept(order: Order) -> Dressed:
    part, place, look, fog = order.part, order.place, order.look, order.fog
    effort = order.effort / EFFORTS
    strip = strip_of(part, place)
    x, y, _ = place.pixel(part.a)
    halo = Fill(*halo_of(part, strip, place.scale, look.halo)) if part.haloed else None
    if strip.flat < END_ON.get(part.shape, LEAST_FLAT):
        seen = [Fill(*fill) for fill in end_on(part, place, look, fog, order.spots, effort)]
        rim = () if look.dark else tuple(fill.path for fill in seen)
        return Dressed(QPointF(x, y), seen, halo, rim=rim)
    runs = [_Run(part, strip, run, order.spots, effort) for run in RUNS.get(part.shape, BARE)]
    fills = [run.fill(look.ramp(run.material, fog)) for run in runs]
    rim = tuple(f.path for f, r in zip(fills, runs, strict=True) if look.needs_rim(r.material))
    under = None
    if "start" in part.fades and part.shape in SET_IN:
        under = Fill(_cap(strip), runs[-1].brush(look.ramp(runs[-1].material, fog), solid=True))
    return Dressed(QPointF(x, y), fills, halo, under, rim)


class _Run:
    """One material along a part."""

    def __init__(
        self, part: Part, strip: Strip, run: Run, spots: Sequence[Spot], effort: float
    ) -> None:
        self._part, self._strip = part, strip
        self.material, self._first, self._last = run
        self._sections = list(_between(strip.sections, self._first, self._last))
        columns = _COLUMNS.get(part.shape, 11 if spots else 8)
        self._grid = grid_of(strip, self._sections, columns, self._count(spots))
        tints = hairline if part.shape == "head" else partial(worked, spots, effort)
        self._rows: list[Row] = rows_of(
            strip, self._sections, self._grid, tints, bent=bool(part.bend)
        )

    def _count(self, spots: Sequence[Spot]) -> int:
        """Return how many rows it needs: muscles and the trunk more than a plain limb."""
        whole = _ROWS.get(self._part.shape, 13 if spots else 6)
        ends, all_ends = self._sections, self._strip.sections
        share = (ends[-1].v - ends[0].v) / (all_ends[-1].v - all_ends[0].v + 1e-6)
        return max(4, round(whole * min(max(share, 0.0), 1.0)))

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
        for n, v in enumerate(self._grid.middles):
            if "start" in fades and self._first is None:
                alphas[n] *= _come((v - one.v) / one.half)
            if "end" in fades and self._last is None:
                alphas[n] *= _come((two.v - v) / two.half)
        return alphas


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
