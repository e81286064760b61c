"""What the coaching contract asks of any flow that can be written from the shipped drills."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.any_dose import doses
from coaching.lengths import RATES, ModelLengths
from coaching.measures import ALWAYS, CATALOGUE, COACHING, findings, heard
from coaching.measures_work import numbers
from longstride.content.flows import RANKS
from longstride.core.flow.flow import First, Flow, Step

FREE = [drill for drill in CATALOGUE.values() if not drill.test]
LENGTHS = {rate: ModelLengths(rate) for rate in RATES}


@st.composite
def steps(draw: st.DrawFn) -> Step:
    drill = draw(st.sampled_from(FREE))
    first = draw(st.sampled_from([First.LEFT, First.RIGHT]))
    return Step(drill=drill, dose=draw(doses(drill)), sides=drill.sides, first=first)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Draw a flow whose stages keep their order."""
    chosen = draw(st.lists(steps(), min_size=1, max_size=6))
    chosen.sort(key=lambda step: RANKS[step.drill.stage])
    return Flow(
        id="any",
        title="Any flow",
        purpose="",
        when="",
        level="",
        minutes=(1, 180),
        steps=tuple(chosen),
        opening="Sharp pain means stop.",
        closing="Stand tall.",
    )


@given(flow=flows(), rate=st.sampled_from(RATES))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_flow_is_told_as_the_contract_asks(flow: Flow, rate: int) -> None:
    found = findings(heard(flow, LENGTHS[rate]), (*ALWAYS, *COACHING, numbers))
    assert not found, "\n".join(map(str, found))


@given(flow=flows(), level=st.sampled_from(["cues", "known", "practised", "counts"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_flow_keeps_its_lead_ins_at_every_level(flow: Flow, level: str) -> None:
    found = findings(heard(flow, LENGTHS[140], level), ALWAYS)
    assert not found, "\n".join(map(str, found))
