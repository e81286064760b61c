"""What a part is painted with: outlines filled with small pictures of skin or cloth."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from longstride.ui.widgets.figure.ends import end_on
from longstride.ui.widgets.figure.halo import halo_of
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.muscles import Spot
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.run import Fill, WornRun
from longstride.ui.widgets.figure.skin import facing_of
from longstride.ui.widgets.figure.strip import Strip, strip_of
from longstride.ui.widgets.figure.wear import BARE, RUNS, Run

END_ON = {"trunk": 0.55, "head": 0.62, "foot": 0.28, "hand": 0.28}
LEAST_FLAT = 0.42  # of a limb's length that is seen; below it is painted end on
GONE_OVER = 0.55  # radii beyond a joint at which a part is all itself
UNSEEN = 0.5  # px that nobody sees a part move
TURNS, TURNED = 30, 9.0  # steps of a way's length at most, and px a body height for each
FAR_STEPS = 40  # steps of a body height farther away
EFFORTS = 20
KEPT = 500  # parts: a second of a body that moves whole
SET_IN = frozenset({"thigh", "upper_arm"})  # whose round start shows beside the trunk


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
    turns = min(TURNS, scale / TURNED)
    (ax, ay, az), (bx, by, bz) = part.a, part.b
    return (
        part.shape, part.fades, part.haloed, part.spread, scale, round(az * FAR_STEPS),
        round((bx - ax) * fine), round((by - ay) * fine), round((bz - az) * fine),
        *(round(way * turns) for way in (*part.x, *part.z, *part.bent)),
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
    facing = facing_of(part, strip)
    runs = [WornRun(part, strip, run, facing, order.spots, effort) for run in _worn(part, strip)]
    fills = [run.fill(look.ramp(run.material, fog)) for run in runs]
    rim = tuple(f.path for f, r in zip(fills, runs, strict=True) if look.needs_rim(r.material))
    under = None
    if "start" in part.fades and part.shape in SET_IN:
        under = Fill(_cap(strip), runs[-1].brush(look.ramp(runs[-1].material, fog), solid=True))
    return Dressed(QPointF(x, y), fills, halo, under, rim)


def _worn(part: Part, strip: Strip) -> Iterator[Run]:
    """Yield the materials of a part; an end that goes over into another part is one of its own."""
    one, two = strip.sections[0], strip.sections[-1]
    radius = (two.along - one.along) / max(two.v - one.v, 1.0) * GONE_OVER
    for material, first, last in RUNS.get(part.shape, BARE):
        low, high = first, last
        if first is None and "start" in part.fades:
            low = min(one.along + one.half * radius, 0.45)
        if last is None and "end" in part.fades:
            high = max(two.along - two.half * radius, 0.55)
        lap = 0.02
        yield (material, low and low - lap, high and high + lap)
        if low != first:
            yield (material, None, low)
        if high != last:
            yield (material, high, None)


def _cap(strip: Strip) -> QPainterPath:
    """Return the round start of a limb."""
    first, path = strip.sections[0], QPainterPath()
    path.addEllipse(QPointF(first.px, first.py), first.half, first.half)
    return path
