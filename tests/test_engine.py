"""What both front ends share, with real files."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

import fakes
from longstride.bootstrap import open_engine
from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose
from longstride.core.flow.flow import Flow
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.growth import proposals
from longstride.core.history.memory import as_dosed, take
from longstride.engine import Engine
from longstride.leading import start
from longstride.leading.coach import Coach
from longstride.leading.run import Run
from longstride.leading.shortening import shortened


def begun(coach: Coach) -> Run:
    """Return a run that plays at once, without a word of its voice."""
    coach.parts = replace(coach.parts, beside=fakes.undone)
    run = coach.begin()
    run.tick()
    return run


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path, {})
    yield made
    made.close()


def test_a_run_taken_up_again_keeps_the_breath_it_was_begun_with(engine: Engine) -> None:
    engine.change(replace(engine.settings, breath_in=5, breath_out=7))
    run = begun(start.coach_for(engine, engine.flow("wind-down"), engine.silent_output()))
    assert run.toggle_lighter()
    assert run.toggle_lighter()
    run.leave(keep_place=True)
    kept = engine.records.journal.interrupted()
    assert kept is not None

    again = start.coach_again(engine, kept, engine.silent_output())
    assert again.flow.breath == Breath(5000, 7000)
    assert not again.lighter
    assert begun(again).toggle_lighter()
    assert again.flow.breath == Breath(5000, 8000)


# -- the dose that remembers

HIPS = "eccentric-hips"


def change(engine: Engine) -> DoseChange:
    """Return the first change that a flow can take, taken."""
    flow = engine.library.flows[HIPS]
    proposal = next(proposals(flow, flow, engine.library.catalogue))
    return take(proposal, UUID(int=1), datetime(2026, 5, 1, tzinfo=UTC))


def dosed(engine: Engine) -> Flow:
    return as_dosed(engine.library.flows[HIPS], engine.library.catalogue, [change(engine)]).flow


def doses(flow: Flow) -> list[Dose]:
    return [step.dose for step in flow.steps]


def test_a_flow_is_wanted_at_the_dose_that_was_taken(engine: Engine) -> None:
    authored = engine.library.flows[HIPS]
    assert engine.flow(HIPS) is authored
    assert not engine.paths.journal.exists()
    journal = engine.records.journal
    for answer in (Answer.NOT_YET, Answer.UNDONE):
        journal.change_doses([replace(change(engine), answer=answer)])
        assert engine.flow(HIPS) is authored
    journal.change_doses([change(engine)])
    assert engine.flow(HIPS) == dosed(engine) != authored
    assert engine.library.flows[HIPS] is authored
    assert engine.flow("wind-down") is engine.library.flows["wind-down"]
    assert engine.as_wanted(authored) == engine.flow(HIPS)
    flows = engine.library.flows.values()
    assert engine.all_wanted(flows) == tuple(map(engine.as_wanted, flows))
    journal.forget_dose_change(change(engine).id)
    assert engine.flow(HIPS) is authored


def test_breath_lies_over_the_dose_and_minutes_and_lighter_over_both(engine: Engine) -> None:
    engine.change(replace(engine.settings, breath_in=5, breath_out=7))
    engine.records.journal.change_doses([change(engine)])
    flow = engine.flow(HIPS)
    assert flow == replace(dosed(engine), breath=Breath(5000, 7000))
    room = 8 * 60_000
    short = shortened(engine, flow, room)
    coach = start.coach_for(engine, short.flow, engine.silent_output(), room=room)
    assert coach.draft().duration <= room
    run = begun(coach)
    assert run.toggle_lighter()
    run.leave(keep_place=True)
    kept = engine.records.journal.interrupted()
    assert kept is not None
    again = start.coach_again(engine, kept, engine.silent_output())
    assert again.lighter
    assert begun(again).toggle_lighter()
    assert again.flow.steps == coach._performance.authored.steps


def test_a_run_is_written_down_at_its_dose_and_taken_up_at_it(engine: Engine) -> None:
    engine.records.journal.change_doses([change(engine)])
    run = begun(start.coach_for(engine, engine.flow(HIPS), engine.silent_output()))
    run.leave(keep_place=True)
    kept = engine.records.journal.interrupted()
    assert kept is not None
    engine.records.journal.change_doses([replace(change(engine), answer=Answer.UNDONE)])
    again = start.coach_again(engine, kept, engine.silent_output())
    assert doses(again.flow) == doses(dosed(engine)) != doses(engine.flow(HIPS))


def test_a_journal_that_cannot_be_read_leaves_the_dose_as_it_was_known(engine: Engine) -> None:
    engine.records.journal.change_doses([change(engine)])
    assert engine.flow(HIPS) == dosed(engine)
    engine.records.let_go()
    engine.paths.journal.write_bytes(b"no journal at all")
    assert engine.flow(HIPS) == dosed(engine)
    fresh = Engine(engine.paths, engine.settings, engine.now, engine.clock)
    assert fresh.flow(HIPS) == fresh.library.flows[HIPS]


def test_a_change_whose_step_is_another_now_is_not_laid_on(engine: Engine) -> None:
    stale = replace(change(engine), before="9-9-9-9")
    engine.records.journal.change_doses([stale])
    assert engine.flow(HIPS) is engine.library.flows[HIPS]
    assert [each.before for each in engine.dose_changes()] == ["9-9-9-9"]


def test_a_part_is_made_once_however_many_ask_at_the_same_time(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: engine.library, range(8)))
    assert all(library is found[0] for library in found)
