"""What a part is painted with: outlines filled with skin or cloth, and the halo round it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QBrush, QPainterPath, QPolygonF
from PySide6.QtCore import QPointF, Qt

from longstride.ui.widgets.figure.ends import end_on
from longstride.ui.widgets.figure.head import hairline
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.muscles import Spot, worked
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.skin import Grid, brush_of, grid_of, rows_of
from longstride.ui.widgets.figure.strip import Section, Strip, cut, outline, strip_of

Fill = tuple[QPainterPath, QBrush, QBrush]
Run = tuple[str, float | None, float | None]
"""A material, and from where to where along the part; None is its end."""

RUNS: dict[str, tuple[Run, ...]] = {
    "thigh": (("skin", 0.26, None), ("shorts", None, 0.34)),
    "upper_arm": (("skin", 0.20, None), ("top", None, 0.28)),
    "trunk": (("shorts", None, 0.22), ("skin", 1.06, None), ("top", 0.16, 1.10)),
    "head": (("hairline", None, None),),
}
END_ON = {"trunk": 0.55, "head": 0.62, "foot": 0.5, "hand": 0.5}
_COLUMNS = {"trunk": 14, "head": 22}


@dataclass(slots=True)
class Dressed:
    """A part's fills, first to last, and how it lies on the page."""

    strip: Strip
    fills: list[Fill]
    under: tuple[QPainterPath, QBrush] | None = None  # to be painted before what it hangs on


def dressed(part: Part, place: FigurePlace, look: Look, fog: int, spots: Sequence[Spot],
            effort: float) -> Dressed:  # fmt: skip
    """Return a part ready to be painted."""
    strip = strip_of(part, place)
    if strip.flat < END_ON.get(part.shape, 0.45):
        path, brush = end_on(part, place, look, fog, spots, effort)
        return Dressed(strip, [(path, brush, brush)])
    fills = [_fill(part, strip, run, look, fog, spots, effort)
             for run in RUNS.get(part.shape, (("skin", None, None),))]  # fmt: skip
    ready = Dressed(strip, fills)
    if "start" in part.fades and part.shape in {"thigh", "upper_arm"}:
        ready.under = _cap(strip, fills[-1][2])
    return ready


def _fill(part: Part, strip: Strip, run: Run, look: Look, fog: int, spots: Sequence[Spot],
          effort: float) -> Fill:  # fmt: skip
    material, first, last = run
    sections = list(_between(strip.sections, first, last))
    grid = grid_of(strip, sections, _columns(part, spots), _rows(part, spots, sections, strip))
    tints = hairline if part.shape == "head" else partial(worked, spots, effort)
    rows = rows_of(strip, sections, grid, tints)
    alphas = _alphas(part, strip, grid, first, last)
    brush = brush_of(strip, grid, rows, look.ramp(material, fog), alphas)
    solid = brush if min(alphas) == 1 else brush_of(strip, grid, rows, look.ramp(material, fog), [1.0] * grid.rows)
    ends = (
        -strip.bulge(sections[0]) if first is None else -strip.lean * sections[0].half,
        strip.bulge(sections[-1]) if last is None else -strip.lean * sections[-1].half,
    )
    cloth = 0.0035 * sections[0].half / max(sections[0].wide, 0.02) if material in {"top", "shorts"} else 0.0
    return (_path(outline(strip, sections, ends, cloth)), brush, solid)


def _cap(strip: Strip, brush: QBrush) -> tuple[QPainterPath, QBrush]:
    """Return the round start of a limb."""
    first, path = strip.sections[0], QPainterPath()
    path.addEllipse(QPointF(first.px, first.py), first.half, first.half)
    return path, brush


def _path(polygon: QPolygonF) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(polygon)
    path.closeSubpath()
    return path


def _between(sections: list[Section], first: float | None, last: float | None
             ) -> Iterator[Section]:  # fmt: skip
    low = sections[0].along if first is None else first
    high = sections[-1].along if last is None else last
    if first is not None:
        yield cut(sections, low)
    yield from (e for e in sections if low <= e.along <= high)
    if last is not None:
        yield cut(sections, high)


def _columns(part: Part, spots: Sequence[Spot]) -> int:
    return _COLUMNS.get(part.shape, 13 if spots else 10)


def _rows(part: Part, spots: Sequence[Spot], sections: list[Section], strip: Strip) -> int:
    """Return how many rows a skin needs: muscles and the trunk more than a plain limb."""
    whole = 20 if part.shape in {"trunk", "head"} else 18 if spots else 8
    share = (sections[-1].v - sections[0].v) / (strip.sections[-1].v - strip.sections[0].v + 1e-6)
    return max(5, round(whole * min(max(share, 0.0), 1.0)))


def _alphas(part: Part, strip: Strip, grid: Grid, first: float | None, last: float | None
            ) -> list[float]:  # fmt: skip
    """Return how solid each row is: less where a part goes over into the one behind it."""
    one, two = strip.sections[0], strip.sections[-1]
    middles = [grid.low + grid.tall * (n + 0.5) for n in range(grid.rows)]
    alphas = [1.0] * grid.rows
    if "start" in part.fades and first is None:
        alphas = [_come((v - one.v) / one.half) for v in middles]
    if "end" in part.fades and last is None:
        alphas = [a * _come((two.v - v) / two.half) for a, v in zip(alphas, middles, strict=True)]
    return alphas


def _come(far: float) -> float:
    """Return how solid a part is so many radii from a joint."""
    share = min(max((far + 0.85) / 1.25, 0.0), 1.0)
    return share * share * (3 - 2 * share)
