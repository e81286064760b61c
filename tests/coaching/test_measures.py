"""Every shipped flow is told as the coaching contract asks, at every level and three rates."""

import pytest

from coaching import measures_flow as whole
from coaching.heard import Heard
from coaching.lengths import FITTED, RATES, ModelLengths, modelled
from coaching.measures import (
    ASSETS,
    CATALOGUE,
    LEVELS,
    NUMBERS,
    PHRASES,
    Measure,
    findings,
    heard,
)
from coaching.measures_lead import HAZARDS
from longstride.content import load_flows
from longstride.core.flow.drill import Side
from longstride.core.flow.flow import Flow
from longstride.core.timeline.bouts import begin_with

FLOWS, MISTAKES = load_flows(ASSETS / "flows", CATALOGUE, PHRASES)
LENGTHS = {rate: ModelLengths(rate) for rate in RATES}
every_flow = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
every_rate = pytest.mark.parametrize("rate", RATES)


GRACE = {110: 1.75, 140: 0.5, 190: 0.5}  # minutes; a slow voice takes longer in every set-up
# Each is argued in docs/coaching.md: (measure, flow, kind of work).
EXCEPTIONS = {
    ("M1", "acceleration-drills", "tempo"),
    ("M1", "band-and-step", "tempo"),
    ("M1", "deep-hips", "tempo"),
    ("M1", "hip-extension-base", "tempo"),
    ("M1", "mobility-a", "tempo"),
    ("M1", "post-run-five", "tempo"),
    ("M1", "sprint-blast", "tempo"),
    ("M2", "acceleration-drills", ""),
    ("M21", "post-run-five", ""),
    ("M21", "sprint-blast", ""),
    ("M21", "unlock-the-desk", ""),
}


def told(found: list[object]) -> str:
    return "\n".join(map(str, found))


def test_every_flow_is_there() -> None:
    assert not MISTAKES
    assert len(FLOWS) == 16


@every_flow
@every_rate
@pytest.mark.parametrize("level", LEVELS)
def test_every_measure_of_its_level_is_met(flow: Flow, rate: int, level: str) -> None:
    found = findings(heard(flow, LENGTHS[rate], level), LEVELS[level])
    assert not found, told([*found])


@every_flow
@every_rate
def test_it_takes_the_minutes_it_promises(flow: Flow, rate: int) -> None:
    minutes = heard(flow, LENGTHS[rate]).timeline.duration / 60_000
    least, most = flow.minutes
    assert least - 0.5 <= minutes <= most + GRACE[rate]


@every_flow
def test_made_lighter_it_stays_where_it_is(flow: Flow) -> None:
    found = findings(heard(flow, LENGTHS[FITTED]), (whole.lighter,))
    assert not found, told([*found])


@every_flow
@pytest.mark.parametrize("measure", NUMBERS, ids=lambda measure: measure.__name__)
def test_the_words_have_their_measure_at_the_usual_rate(flow: Flow, measure: Measure) -> None:
    found = findings(heard(flow, LENGTHS[FITTED]), (measure,))
    found = [each for each in found if each[:3] not in EXCEPTIONS]
    assert not found, told([*found])


def test_what_is_excepted_is_still_so() -> None:
    """An exception that is none any more is taken out here and in docs/coaching.md."""
    found = {
        finding[:3]
        for flow in FLOWS.values()
        for finding in findings(heard(flow, LENGTHS[FITTED]), NUMBERS)
    }
    assert found >= EXCEPTIONS


@every_flow
def test_it_is_told_as_well_when_the_right_side_begins(flow: Flow) -> None:
    turned = begin_with(flow, 1)
    found = findings(heard(turned, LENGTHS[FITTED]), LEVELS["full"])
    assert not found, told([*found])
    starts = {bout.work[0].side for bout in heard(turned, LENGTHS[FITTED]).firsts}
    one_sided = any(step.sides.value in {"left", "right"} for step in flow.steps)
    assert one_sided or starts <= {Side.RIGHT, None}


def test_the_hazards_are_drills_that_ship() -> None:
    assert set(CATALOGUE) >= HAZARDS


def test_a_sentence_is_longer_at_a_slower_rate() -> None:
    lengths = [modelled("Push through both heels.", rate).ms for rate in RATES]
    assert lengths == sorted(lengths, reverse=True)
    assert 1000 < lengths[1] < 2000


def test_measures_see_what_is_wrong() -> None:
    """Seen on a flow that is told with nothing: every measure of the lead-in finds something."""
    flow = FLOWS["sprint-blast"]
    silent = heard(flow, LENGTHS[FITTED], "tones")
    names = {finding.measure for finding in findings(silent, LEVELS["full"])}
    assert names >= {"M5", "M6", "M7", "M8", "M9", "M12", "M17", "M18", "M19", "ready"}
    assert isinstance(silent, Heard)
