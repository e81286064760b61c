"""What both front ends share, with real files."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import fakes
from longstride.bootstrap import open_engine
from longstride.core.flow.breath import Breath
from longstride.engine import Engine
from longstride.leading import start
from longstride.leading.coach import Coach
from longstride.leading.run import Run


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


def test_a_part_is_made_once_however_many_ask_at_the_same_time(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: engine.library, range(8)))
    assert all(library is found[0] for library in found)
