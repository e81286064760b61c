"""What the figure in the player does at a moment: a function of the timeline, without Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from longstride.core.figure.figure import Figure, Stance, eased
from longstride.core.figure.skeleton import other_side
from longstride.core.figure.vectors import Vector
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import Moment, SpanPhase, Timeline
from longstride.ui.player.coming import coming_step
from longstride.ui.player.demonstration import glimpse, way_out

TURN = 800  # ms in which one picture gives way to another
MEET = 0.03  # body heights: nobody sees a joint jump less than that
_PREPARED = (SpanPhase.SETUP, SpanPhase.READY)
_WORDED = {SpanPhase.SETUP, SpanPhase.REST, SpanPhase.CHANGE}

Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a drill's figure and how it stands."""

    figure: Figure
    stance: Stance


@dataclass(frozen=True, slots=True)
class Arc:
    """The arrow on the way that a phase takes, as strong as that (0-1)."""

    phase: SpanPhase
    side: Side | None
    strength: float


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the figure's place shows.

    ``before`` is what it gives way to, ``come`` how far (0-1). ``words`` is how much of the
    words' place under the figure is open (0-1). ``arc`` is there while one gets ready.
    """

    shot: Shot
    before: Shot | None
    come: float
    words: float
    arc: Arc | None = None


_OTHER_HALF = {
    SpanPhase.ECCENTRIC: SpanPhase.CONCENTRIC,
    SpanPhase.CONCENTRIC: SpanPhase.ECCENTRIC,
}


@dataclass(frozen=True, slots=True)
class _Picture:
    """Which drill is seen in which phase; between two steps that is already the coming one."""

    drill: str
    phase: SpanPhase
    side: Side | None


def scene(timeline: Timeline, moment: Moment, figures: Figures, *, still: bool) -> Scene | None:
    """Return what to show at a moment; None where it has to be told in words.

    ``still`` (reduced motion) shows key poses, and nothing on the way to them.
    """
    index = timeline.span_index(moment.position)
    picture = _picture(timeline, index)
    if picture.phase is SpanPhase.CLOSE or picture.drill not in figures:
        return None
    figure = figures[picture.drill]
    shot = _shot(timeline, figure, picture, moment, still=still)
    come = 1.0 if still else eased(moment.elapsed / min(TURN, moment.span.length))
    before = _left(timeline, index, figures) if come < 1 else None
    words = float(moment.span.phase in _WORDED) if still else _words(timeline, index, moment)
    arc = _arc(timeline, moment, figure, still=still)
    return Scene(shot, before, come if before else 1.0, words, arc)


def _picture(timeline: Timeline, index: int) -> _Picture:
    span = timeline.spans[index]
    if coming_step(timeline, span) is not None:
        after = timeline.spans[index + 1]
        return _Picture(after.drill, SpanPhase.SETUP, after.side)
    return _Picture(span.drill, span.phase, span.side)


def _shot(
    timeline: Timeline, figure: Figure, picture: _Picture, moment: Moment, *, still: bool
) -> Shot:
    waiting = picture.phase is not moment.span.phase
    if picture.phase in _PREPARED and not waiting:
        return Shot(figure, _prepared(timeline, figure, moment, still=still))
    phase, fraction = picture.phase, 0.0 if waiting else moment.fraction
    if moment.span.reverse and not waiting and phase in _OTHER_HALF:
        phase, fraction = _OTHER_HALF[phase], 1.0 - fraction
    stance = figure.at(
        phase,
        fraction,
        side=picture.side,
        breath=moment.breath.kind if moment.breath else None,
        breath_fraction=moment.breath_fraction,
        elapsed=moment.elapsed,
        still=still and not waiting,
    )
    return Shot(figure, stance)


def _prepared(timeline: Timeline, figure: Figure, moment: Moment, *, still: bool) -> Stance:
    """Return the figure while one gets ready: the movement shown, where it ends behind it."""
    span = moment.span
    if still or span.phase is SpanPhase.READY:
        stance = figure.at(span.phase, moment.fraction, side=span.side, still=still)
    else:
        seen = glimpse(timeline, moment, figure)
        stance = figure.at(
            seen.phase,
            seen.fraction,
            side=seen.side,
            breath=seen.breath,
            breath_fraction=seen.fraction,
            elapsed=seen.elapsed,
        )
    out = way_out(timeline, span, figure)
    return (
        stance if out is None else replace(stance, ghost=figure.at(out, 1.0, side=span.side).body)
    )


def _arc(timeline: Timeline, moment: Moment, figure: Figure, *, still: bool) -> Arc | None:
    """Return the arrow that comes and goes softly while one gets ready."""
    span = moment.span
    out = way_out(timeline, span, figure) if span.phase in _PREPARED else None
    if out is None:
        return None
    index = timeline.span_index(span.start)
    before, after = timeline.spans[max(index - 1, 0)], timeline.spans[index + 1]
    stays = {SpanPhase.SETUP: after, SpanPhase.READY: before}[span.phase].phase in _PREPARED
    come, left = moment.elapsed / TURN, (span.end - moment.position) / TURN
    if stays:
        come, left = (1.0, left) if span.phase is SpanPhase.READY else (come, 1.0)
    return Arc(out, span.side, 1.0 if still else eased(min(come, left)))


def _left(timeline: Timeline, index: int, figures: Figures) -> Shot | None:
    """Return the picture the span before ended with, if this one does not go on from it."""
    if index == 0:
        return None
    begin = timeline.spans[index].start
    now, before = _picture(timeline, index), _picture(timeline, index - 1)
    if before.drill not in figures or before.phase is SpanPhase.CLOSE:
        return None
    last = _shot(timeline, figures[before.drill], before, timeline.at(begin - 1), still=False)
    first = _shot(timeline, figures[now.drill], now, timeline.at(begin), still=False)
    return None if last.figure is first.figure and _meet(last.stance, first.stance) else last


def _meet(last: Stance, first: Stance) -> bool:
    """Return whether one stance looks like another; sides that take turns meet in the middle."""
    here, there = _seen(last), _seen(first)
    return all(math.dist(here[name], there[name]) < MEET for name in here)


def _seen(stance: Stance) -> Mapping[str, Vector]:
    """Return a turned picture's joints as they are seen, those of a side on that side's place."""
    if not stance.flipped:
        return stance.joints
    return {other_side(name): (-x, y, z) for name, (x, y, z) in stance.joints.items()}


def _words(timeline: Timeline, index: int, moment: Moment) -> float:
    phase = moment.span.phase
    if phase is SpanPhase.READY:
        return 1.0 - eased(moment.fraction)
    if phase not in _WORDED:
        return 0.0
    if index == 0 or not timeline.spans[index - 1].phase.is_work:
        return 1.0
    return eased(moment.elapsed / min(TURN, moment.span.length))
