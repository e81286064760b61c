"""How a run is started: what is known from the journal, and the tones before the first flow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from longstride.bootstrap import open_engine
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.history.session import Session
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.once import once
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.engine import Engine
from longstride.leading import start
from longstride.leading.coach import Coach

FLOW = "wind-down"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path, {})
    yield made
    made.close()


def finish(engine: Engine, flow: Flow, times: int, days_ago: int = 0) -> None:
    """Write down that a flow was done from its first step to its last."""
    steps = tuple(
        StepRecord(number, step.drill.id, None, 1, 1, 30, 0, Outcome.DONE)
        for number, step in enumerate(flow.steps)
    )
    started = datetime.now(UTC) - timedelta(days=days_ago)
    day, count = engine.today() - timedelta(days=days_ago), len(steps)
    for _ in range(times):
        session = Session(uuid4(), flow.id, flow.title, "{}", started, day, count, steps, started)
        engine.records.journal.begin(replace(session, next_step=count))


def coaching_of(coach: Coach) -> Coaching:
    return coach.parts.preparation.coaching


def test_without_a_journal_nothing_is_known_and_none_is_made(engine: Engine) -> None:
    coaching = start.coaching_for(engine, engine.flow(FLOW))
    assert coaching == Coaching(engine.library.phrases, Talk.EXPERIENCE)
    assert not engine.paths.journal.exists()


@pytest.mark.parametrize(
    ("times", "level"), [(2, None), (3, Familiarity.KNOWN), (10, Familiarity.PRACTISED)]
)
def test_what_was_finished_is_known(engine: Engine, times: int, level: Familiarity | None) -> None:
    flow = engine.flow(FLOW)
    finish(engine, flow, times)
    coaching = start.coaching_for(engine, flow)
    assert {coaching.known.get(step.drill.id) for step in flow.steps} == {level}
    assert coaching.sessions == times


def test_after_a_gap_all_is_told_again_but_turns_go_on(engine: Engine) -> None:
    flow = engine.flow(FLOW)
    finish(engine, flow, 12, days_ago=30)
    coaching = start.coaching_for(engine, flow)
    assert coaching.known == {}
    assert coaching.sessions == 12


def test_a_journal_that_cannot_be_read_tells_nothing(engine: Engine) -> None:
    engine.paths.journal.write_bytes(b"This is no journal. " * 100)
    assert start.experience(engine, engine.flow(FLOW)) == start.Experience()
    coach = start.coach_for(engine, engine.flow(FLOW), engine.silent_output())
    assert not coaching_of(coach).sounds


def test_the_tones_are_explained_before_the_very_first_flow(engine: Engine) -> None:
    flow, output = engine.flow(FLOW), engine.silent_output()
    assert coaching_of(start.coach_for(engine, flow, output)).sounds
    assert not coaching_of(start.preview(engine, flow, 0, output)).sounds
    assert not start.coaching_for(engine, flow).sounds
    engine.change(replace(engine.settings, sounds_explained=True))
    assert not coaching_of(start.coach_for(engine, flow, output)).sounds


def test_who_has_trained_before_knows_the_tones_but_may_ask(engine: Engine) -> None:
    flow, output = engine.flow(FLOW), engine.silent_output()
    finish(engine, flow, 1)
    assert not coaching_of(start.coach_for(engine, flow, output)).sounds
    engine.change(replace(engine.settings, explain_sounds=True))
    assert coaching_of(start.coach_for(engine, flow, output)).sounds


def test_that_they_were_explained_is_kept_or_else_no_error(engine: Engine) -> None:
    coach = start.coach_for(engine, engine.flow(FLOW), engine.silent_output())
    engine.change(replace(engine.settings, explain_sounds=True))
    engine.paths.settings_file.unlink()
    engine.paths.settings_file.mkdir()
    coach.parts.explained()
    assert (engine.settings.sounds_explained, engine.settings.explain_sounds) == (True, False)


def test_a_preview_is_told_in_full(engine: Engine) -> None:
    flow = engine.flow(FLOW)
    finish(engine, flow, 3)
    assert coaching_of(start.preview(engine, flow, 0, engine.silent_output())).known == {}


def test_a_short_preview_is_one_repetition_of_one_step(engine: Engine) -> None:
    flow = engine.flow(FLOW)
    whole, short = (
        start.preview(engine, flow, 0, engine.silent_output(), short=each).flow
        for each in (False, True)
    )
    assert whole.steps == flow.steps[:1]
    assert short.steps == (once(flow.steps[0]),)
