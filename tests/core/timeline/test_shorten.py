"""A flow in fewer minutes: the laws of it, for any flow and for those that ship.

``LONGSTRIDE_SHORTEN=1000`` tries a thousand flows.
"""

import os
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fakes
from coaching.any_dose import doses
from coaching.measures import ALWAYS, CATALOGUE, findings, heard
from core.timeline.shortened import FLOWS, LENGTHS, leaning, length
from longstride.content.flows import RANKS
from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.position import Position
from longstride.core.timeline.adapt import lighter_flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.shorten import fit, half_dose, ladder

EXAMPLES = int(os.environ.get("LONGSTRIDE_SHORTEN", "12"))
MINUTES = (4, 6, 8, 10)
LOADED = [d for d in CATALOGUE.values() if RANKS[d.stage] == 2 and not d.test and not d.travels]
TWO_SIDED = [drill for drill in CATALOGUE.values() if drill.sides is Sides.EACH]


@st.composite
def one(draw: st.DrawFn) -> list[Step]:
    drill = draw(st.sampled_from(list(CATALOGUE.values())))
    dose = drill.dose if drill.test else draw(doses(drill))
    return [Step(drill, dose, drill.sides, keep=draw(st.integers(0, 9)) == 0)]


@st.composite
def one_side_at_a_time(draw: st.DrawFn) -> list[Step]:
    drill = draw(st.sampled_from(TWO_SIDED))
    dose = drill.dose if drill.test else draw(doses(drill))
    return [Step(drill, dose, side) for side in draw(st.permutations([Sides.LEFT, Sides.RIGHT]))]


@st.composite
def rounds(draw: st.DrawFn) -> list[Step]:
    drills = draw(st.lists(st.sampled_from(LOADED), min_size=1, max_size=3))
    inside = [Step(drill, draw(doses(drill)), drill.sides) for drill in drills]
    return [
        replace(step, round=n) for n in range(1, draw(st.integers(2, 3)) + 1) for step in inside
    ]


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Draw a flow whose stages keep their order."""
    parts = draw(st.lists(st.one_of(one(), one(), one_side_at_a_time()), min_size=1, max_size=7))
    if draw(st.booleans()):
        parts.append(draw(rounds()))
    steps = [step for part in parts for step in part]
    return fakes.flow(*sorted(steps, key=lambda step: RANKS[step.drill.stage]))


def any_flow(examples: int = EXAMPLES):  # type: ignore[no-untyped-def]
    many = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    return lambda test: many(given(flow=flows(), minutes=st.integers(1, 25))(test))


def stages(flow: Flow) -> set[Stage]:
    return {step.drill.stage for step in flow.steps}


def check_laws(flow: Flow, room: int) -> None:
    rungs = ladder(flow)
    short = fit(flow, room, length)
    if short is None:
        assert all(length(rung.flow) > room for rung in rungs)
        return
    assert length(short.flow) <= room
    assert fit(short.flow, room, length).flow is short.flow  # type: ignore[union-attr]
    assert (short.flow is flow) is (length(flow) <= room) is (not short.left_out)
    assert list(short.kept) == sorted(set(short.kept))
    for place, step in zip(short.kept, short.flow.steps, strict=True):
        check_step(flow.steps[place], step)
    assert {place for place, step in enumerate(flow.steps) if step.keep} <= set(short.kept)
    assert leaning(short.flow).items() <= leaning(flow).items()
    whole = [rung for rung in rungs if stages(rung.flow) == stages(flow)]
    if any(length(rung.flow) <= room for rung in whole):
        assert stages(short.flow) == stages(flow)
    check_warm_up(flow, short.flow, short.kept)


def check_step(old: Step, new: Step) -> None:
    """Assert that a step is the author's own, with no more and not too little of it."""
    told = {"fetch": "", "put_away": "", "get_ready": 0, "round": 0}
    assert replace(new, dose=old.dose, **told) == replace(old, **told)
    dose, before = new.dose, old.dose
    assert new.drill.test <= (dose == before)
    assert dose.sets <= before.sets
    assert replace(dose, sets=1) in {replace(before, sets=1), replace(least(old), sets=1)}
    if new.sides is Sides.ALTERNATE:
        assert (dose.reps or 0) % 2 == 0


def least(step: Step) -> Dose:
    return half_dose(step.dose, paired=step.sides is Sides.ALTERNATE or bool(step.drill.reverse))


def check_warm_up(flow: Flow, short: Flow, kept: Sequence[int]) -> None:
    """Assert that all running before something fast is as it was."""
    fast = [place for place in kept if flow.steps[place].drill.is_fast]
    for place, step in enumerate(flow.steps):
        runs = step.drill.where is Position.RUNNING or step.drill.is_fast
        if runs and fast and place < max(fast):
            assert short.steps[kept.index(place)].dose == step.dose


@any_flow()
def test_the_laws_hold_for_any_flow(flow: Flow, minutes: int) -> None:
    check_laws(flow, minutes * 60_000)


@any_flow()
def test_any_rung_can_be_told_and_made_lighter(flow: Flow, minutes: int) -> None:
    rungs = ladder(flow)
    rung = rungs[minutes % len(rungs)].flow
    assert compile_flow(lighter_flow(rung, CATALOGUE), LENGTHS, fakes.FULL).duration > 0
    assert {step.round for step in rung.steps} != {1}


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_the_laws_hold_for_what_ships(flow: Flow, minutes: int) -> None:
    check_laws(flow, minutes * 60_000)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_every_rung_of_what_ships_is_told_as_the_contract_asks(flow: Flow) -> None:
    for rung in ladder(flow)[1:]:
        found = findings(heard(rung.flow, LENGTHS), ALWAYS)
        assert not found, "\n".join(map(str, found))


def test_nearly_all_cuts_of_what_ships_use_the_time() -> None:
    rooms = [n * 60_000 for n in MINUTES]
    cuts = [(flow, room, fit(flow, room, length)) for flow in FLOWS.values() for room in rooms]
    shares = [
        length(short.flow) / room for flow, room, short in cuts if short and short.flow is not flow
    ]
    used = sum(share >= 0.75 for share in shares)
    assert len(shares) >= 38
    assert used / len(shares) >= 0.9, f"{used} of {len(shares)}"
