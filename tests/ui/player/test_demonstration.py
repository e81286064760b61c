"""While one gets ready the figure shows the movement once, and then rests where it begins."""

import math
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import fakes
from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Stance
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Span, SpanPhase, Timeline
from longstride.ui.player.demonstration import LONGEST, SETTLED, SHORTEST, glimpse
from longstride.ui.player.figure import Scene, scene

ASSETS = Path(__file__).parents[3] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)
KINDS = ("single-leg-hinge", "glute-bridge", "couch-stretch", "bridge-march", "wall-switch")
STEP = 120  # ms


@cache
def compiled(drill: str) -> Timeline:
    return compile_flow(fakes.flow(fakes.step(CATALOGUE[drill])), {}, fakes.FULL)


def setup(timeline: Timeline) -> Span:
    return next(span for span in timeline.spans if span.phase is SpanPhase.SETUP)


def at(timeline: Timeline, position: int, still: bool = False) -> Scene:
    found = scene(timeline, timeline.at(position), FIGURES, still=still)
    assert found is not None
    return found


def apart(one: Stance, two: Stance) -> float:
    return max(math.dist(one.joints[name], two.joints[name]) for name in one.joints)


@pytest.mark.parametrize("drill", KINDS)
def test_it_goes_to_the_end_once_without_a_leap_and_rests_at_the_start(drill: str) -> None:
    timeline = compiled(drill)
    span = setup(timeline)
    scenes = [at(timeline, position) for position in range(span.start, span.end, STEP)]
    stances = [each.shot.stance for each in scenes if each.before is None]
    assert max(map(apart, stances, stances[1:])) < 0.15
    start, ends = stances[-1], [stance.ghost for stance in stances]
    assert all(end is not None and end.joints == ends[0].joints for end in ends if ends[0])
    gone = [apart(start, stance) for stance in stances]
    last = max(index for index, far in enumerate(gone) if far > 0.001)
    assert len(gone) - last > SETTLED / STEP
    assert min(_from_end(stance) for stance in stances) < 0.01


def _from_end(stance: Stance) -> float:
    assert stance.ghost is not None
    return apart(stance, replace(stance, body=stance.ghost))


def test_it_is_done_more_slowly_than_it_will_be() -> None:
    timeline = compiled("single-leg-hinge")
    span, figure = setup(timeline), FIGURES["single-leg-hinge"]
    seen = [
        glimpse(timeline, timeline.at(position), figure).phase
        for position in range(span.start, span.end, 50)
    ]
    lowering = next(each for each in timeline.spans if each.phase is SpanPhase.ECCENTRIC)
    assert seen.count(SpanPhase.ECCENTRIC) * 50 > lowering.length
    assert sum(phase is not SpanPhase.SETUP for phase in seen) * 50 <= LONGEST


def test_a_set_up_too_short_for_it_is_left_alone() -> None:
    timeline = compiled("single-leg-hinge")
    span, figure = setup(timeline), FIGURES["single-leg-hinge"]
    cut = span.length - (SHORTEST + 2 * SETTLED - 100)
    short = replace(
        timeline,
        spans=tuple(
            replace(each, start=max(each.start - cut, 0), end=each.end - cut)
            for each in timeline.spans
        ),
        cues=(),
        breaths=(),
    )
    for position in range(0, span.length - cut, 100):
        assert glimpse(short, short.at(position), figure).phase is SpanPhase.SETUP


def test_reduced_motion_shows_both_ends_and_the_way_between() -> None:
    timeline = compiled("single-leg-hinge")
    span, figure = setup(timeline), FIGURES["single-leg-hinge"]
    early, late = (at(timeline, span.start + passed, still=True) for passed in (0, 9_000))
    assert early == late
    assert apart(early.shot.stance, figure.at(SpanPhase.ECCENTRIC, 0.0)) < 0.01
    assert _from_end(early.shot.stance) > 0.2
    assert early.arc is not None
    assert early.arc.strength == 1.0


def test_the_arrow_comes_softly_and_is_gone_when_the_work_begins() -> None:
    timeline = compiled("single-leg-hinge")
    span = setup(timeline)
    work = next(each for each in timeline.spans if each.phase.is_work)
    strengths = [
        arc.strength if (arc := at(timeline, position).arc) else 0.0
        for position in (
            *range(span.start, 2_000, 50),
            *range(work.start - 3_000, work.start + 60, 50),
        )
    ]
    assert strengths[0] == 0.0
    assert max(strengths) == 1.0
    assert strengths[-1] == 0.0
    assert max(abs(a - b) for a, b in pairwise(strengths)) < 0.2


def test_a_plank_is_shown_once_and_taken_up_again_just_before_the_work() -> None:
    timeline, figure = compiled("front-plank"), FIGURES["front-plank"]
    span = setup(timeline)
    stances = [at(timeline, each).shot.stance for each in range(span.start, span.end, STEP)]
    assert max(map(apart, stances, stances[1:])) < 0.15
    up = [_from_end(stance) < 0.01 for stance in stances]
    assert [up[0], up[len(up) // 2], up[-1]] == [False, False, True]
    assert sum(two > one for one, two in pairwise(up)) == 2
    down = figure.at(SpanPhase.SETUP, 0.0)
    assert apart(stances[len(stances) // 2], down) < 1e-9
