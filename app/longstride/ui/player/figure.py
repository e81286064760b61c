"""What the figure in the player does at a moment: a function of the timeline, without Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from longstride.core.figure.figure import Figure, Stance, eased
from longstride.core.figure.skeleton import Joints, other_side
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import Moment, SpanPhase, Timeline
from longstride.ui.player.coming import coming_step

TURN = 800  # ms in which one picture gives way to another
MEET = 0.03  # body heights: nobody sees a joint jump less than that
_WORDED = {SpanPhase.SETUP, SpanPhase.REST, SpanPhase.CHANGE}

Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: a drill's figure and how it stands."""

    figure: Figure
    stance: Stance


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the figure's place shows.

    ``before`` is what it gives way to, ``come`` how far (0-1). ``words`` is how much of the
    words' place under the figure is open (0-1).
    """

    shot: Shot
    before: Shot | None
    come: float
    words: float


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
    shot = _shot(figures[picture.drill], picture, moment, still=still)
    come = 1.0 if still else eased(moment.elapsed / min(TURN, moment.span.length))
    before = _left(timeline, index, figures) if come < 1 else None
    words = float(moment.span.phase in _WORDED) if still else _words(timeline, index, moment)
    return Scene(shot, before, come if before else 1.0, words)


def _picture(timeline: Timeline, index: int) -> _Picture:
    span = timeline.spans[index]
    if coming_step(timeline, span) is not None:
        after = timeline.spans[index + 1]
        return _Picture(after.drill, SpanPhase.SETUP, after.side)
    return _Picture(span.drill, span.phase, span.side)


def _shot(figure: Figure, picture: _Picture, moment: Moment, *, still: bool) -> Shot:
    waiting = picture.phase is not moment.span.phase
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


def _left(timeline: Timeline, index: int, figures: Figures) -> Shot | None:
    """Return the picture the span before ended with, if this one does not go on from it."""
    if index == 0:
        return None
    begin = timeline.spans[index].start
    now, before = _picture(timeline, index), _picture(timeline, index - 1)
    if before.drill not in figures or before.phase is SpanPhase.CLOSE:
        return None
    last = _shot(figures[before.drill], before, timeline.at(begin - 1), still=False)
    first = _shot(figures[now.drill], now, timeline.at(begin), still=False)
    return None if last.figure is first.figure and _meet(last.stance, first.stance) else last


def _meet(last: Stance, first: Stance) -> bool:
    """Return whether one stance looks like another; sides that take turns meet in the middle."""
    here, there = _seen(last), _seen(first)
    return all(math.dist(here[name], there[name]) < MEET for name in here)


def _seen(stance: Stance) -> Joints:
    """Return a turned picture's joints as they are seen, those of a side on that side's place."""
    if not stance.flipped:
        return stance.joints
    return {other_side(name): (-x, y) for name, (x, y) in stance.joints.items()}


def _words(timeline: Timeline, index: int, moment: Moment) -> float:
    phase = moment.span.phase
    if phase is SpanPhase.READY:
        return 1.0 - eased(moment.fraction)
    if phase not in _WORDED:
        return 0.0
    if index == 0 or not timeline.spans[index - 1].phase.is_work:
        return 1.0
    return eased(moment.elapsed / min(TURN, moment.span.length))
