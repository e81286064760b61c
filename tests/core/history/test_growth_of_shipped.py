"""The shipped flows: which grow, which never can, and that none outgrows its minutes."""

from pathlib import Path

import pytest

import fakes
from core.history import dosed_flows as made
from longstride.content import load_catalogue, load_flows
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.history.counsel import counsel
from longstride.core.history.growth import can_grow
from longstride.core.history.memory import as_dosed
from longstride.core.timeline.compiler import compile_flow

ASSETS = Path(__file__).parents[3] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FLOWS, _ = load_flows(ASSETS / "flows", CATALOGUE, fakes.PHRASES)
KNOWN = fakes.told(Talk.EXPERIENCE, known=dict.fromkeys(CATALOGUE, Familiarity.PRACTISED))
GROWING = (
    "band-and-step deep-hips eccentric-hips hip-extension-base mobility-a mobility-b "
    "single-leg-control stable-under-fatigue"
).split()


def length(flow: Flow) -> int:
    return compile_flow(flow, {}, KNOWN).duration


def test_half_of_them_grow_and_the_others_say_that_they_never_do() -> None:
    assert sorted(name for name, flow in FLOWS.items() if can_grow(flow, CATALOGUE)) == GROWING
    for flow in FLOWS.values():
        found = counsel(flow, CATALOGUE, made.four(flow), (), None, length=length)
        assert (
            found.sentence == f"{flow.title} stays as it is: nothing in it is made to grow."
        ) is (flow.id not in GROWING)


@pytest.mark.parametrize("name", GROWING)
def test_none_outgrows_the_minutes_it_promises(name: str) -> None:
    flow = FLOWS[name]
    changes = made.grown_fully(flow, CATALOGUE, length)
    assert as_dosed(flow, CATALOGUE, changes).stale == ()
    for number in range(len(changes)):
        dosed = as_dosed(flow, CATALOGUE, changes[: number + 1]).flow
        assert length(dosed) <= flow.minutes[1] * 60_000
