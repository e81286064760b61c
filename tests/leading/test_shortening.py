"""A flow in the minutes there are, as this athlete is told it, and a run of it."""

from collections.abc import Iterator
from csv import DictReader
from dataclasses import replace
from pathlib import Path

import pytest

import fakes
from leading.led import FLOW, Studio
from longstride.bootstrap import open_engine
from longstride.command.session_json import session_as_json
from longstride.content import flow_to_json
from longstride.core.errors import NoRoomError
from longstride.core.flow.manner import Manner
from longstride.core.history.counsel import is_full
from longstride.core.timeline.shorten import ladder
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.engine import Engine
from longstride.journal.glance import newest_sessions
from longstride.journal.journal import Journal
from longstride.leading import start
from longstride.leading.coach import Coach
from longstride.leading.preparation import Preparation
from longstride.leading.shortening import all_shortened, fitting, shortened
from longstride.voice_clips import VoiceClips

MINUTE = 60_000


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path, {})
    made.voice_clips = VoiceClips(fakes.SayAnything(), fakes.SayAnything().choice, fakes.read_clip)  # type: ignore[arg-type, misc]
    yield made
    made.close()


def length_of(coach: Coach) -> int:
    return coach.draft().duration


def test_it_fits_as_it_will_be_led(engine: Engine) -> None:
    flow = engine.flow("mobility-a")
    short = shortened(engine, flow, 6 * MINUTE)
    coach = start.coach_for(engine, short.flow, engine.silent_output(), room=6 * MINUTE)
    assert length_of(coach) <= 6 * MINUTE
    assert len(short.flow.steps) < len(flow.steps)
    assert coach.begin().session.room == 6 * MINUTE


def test_a_run_that_begins_lighter_fits_too_and_is_taken_up_lighter(engine: Engine) -> None:
    lighter = Manner(lighter=True)
    short = shortened(engine, engine.flow("eccentric-hips"), 8 * MINUTE, lighter)
    output = engine.silent_output()
    coach = start.coach_for(engine, short.flow, output, lighter, room=8 * MINUTE)
    assert coach.lighter
    assert length_of(coach) <= 8 * MINUTE
    session = coach.begin().session
    assert session.lighter_from == 0
    assert not is_full(replace(session, room=None), short.flow)
    again = start.coach_again(engine, session, output)
    assert again.lighter
    assert again.flow == coach.flow


def test_a_flow_with_time_enough_is_the_flow_itself(engine: Engine) -> None:
    flow = engine.flow("mobility-a")
    assert shortened(engine, flow, 60 * MINUTE).flow is flow
    coach = start.coach_for(engine, flow, engine.silent_output())
    assert coach.begin().session.room is None


def test_too_few_minutes_are_told_with_those_it_takes(engine: Engine) -> None:
    with pytest.raises(NoRoomError, match="Mobility A takes 3 minutes at least; choose a shorter"):
        shortened(engine, engine.flow("mobility-a"), MINUTE)
    with pytest.raises(NoRoomError, match=r"Range check is always done whole, in 1. minutes; "):
        shortened(engine, engine.flow("range-check"), 6 * MINUTE)


def test_what_fits_in_several_rooms_is_told_at_once(engine: Engine) -> None:
    found = all_shortened(engine, engine.flow("mobility-a"), (MINUTE, 4 * MINUTE, 8 * MINUTE))
    assert set(found) == {4 * MINUTE, 8 * MINUTE}
    assert all(timeline.duration <= room for room, (_, timeline) in found.items())
    four, eight = (short for short, _ in found.values())
    assert len(four.kept) < len(eight.kept)
    assert set(four.kept) < set(eight.kept)


def test_what_was_rendered_before_is_measured_and_nothing_is_rendered(engine: Engine) -> None:
    speech = engine.voice_clips._speech
    flow = engine.flow("mobility-a")
    shortened(engine, flow, 6 * MINUTE)
    assert engine.voice_clips.clips == {}
    speech.said += ["Ready.", "Rest."]  # type: ignore[attr-defined]
    shortened(engine, flow, 6 * MINUTE)
    assert set(engine.voice_clips.clips) == {"Ready."}  # nobody says the other in it


def test_it_is_rendered_and_fitted_until_it_fits_as_measured() -> None:
    flow = replace(FLOW, steps=FLOW.steps[:2])
    clips = VoiceClips(fakes.SayAnything(), fakes.SayAnything().choice, fakes.read_clip)  # type: ignore[arg-type]
    preparation = Preparation(clips, fakes.FULL)
    room = start.perform(flow) and preparation.compile(start.perform(flow)).duration - 1
    seen = []
    for short in fitting(flow, room, preparation, start.perform):
        list(preparation.whole(start.perform(short.flow)))
        seen.append(short)
    assert seen[0].flow is flow
    assert preparation.compile(start.perform(seen[-1].flow)).duration <= room
    assert [short.flow for short in fitting(flow, None, preparation, start.perform)] == [flow]


@pytest.mark.parametrize("lighter", [False, True])
def test_a_shortened_run_is_taken_up_again_as_it_was(engine: Engine, lighter: bool) -> None:
    whole = engine.flow("eccentric-hips")
    coach = start.coach_for(engine, ladder(whole)[3].flow, engine.silent_output(), room=MINUTE)
    session = coach.begin().session
    if lighter:
        timeline = coach.draft()
        assert coach.toggle_lighter(timeline, timeline.step_starts[1]) is not None
        text = flow_to_json(coach.flow)
        session = replace(session, flow_json=text, lighter_from=coach.lighter_from)
    again = start.coach_again(engine, session, engine.silent_output())
    assert again.flow == coach.flow
    assert again.lighter is lighter
    if lighter:  # and it knows the way back
        timeline = again.draft()
        assert again.toggle_lighter(timeline, timeline.step_starts[1]) is not None


def test_a_shortened_run_is_read_back_as_shortened_and_not_full(
    engine: Engine, tmp_path: Path
) -> None:
    short = shortened(engine, engine.flow("mobility-a"), 6 * MINUTE)
    coach = start.coach_for(engine, short.flow, engine.silent_output(1000), room=6 * MINUTE)
    coach.parts = replace(coach.parts, beside=fakes.undone, clock=fakes.HandClock())
    run = coach.begin()
    run.tick()
    journal = engine.records.journal
    for number, step in enumerate(short.flow.steps):
        done = StepRecord(number, step.drill.id, None, 1, 8, 60, 0, Outcome.DONE)
        journal.record(run.session.id, [done], number + 1)
    journal.close(run.session.id, engine.now())
    (kept,) = journal.sessions()
    assert kept.room == 6 * MINUTE
    assert not is_full(kept, short.flow)
    assert is_full(replace(kept, room=None), short.flow)  # nothing else speaks against it
    assert newest_sessions(engine.paths.journal, 9) == (kept,)
    assert session_as_json(kept)["room"] == 6 * MINUTE
    journal.export_json(tmp_path / "mine.json")
    there = Journal(tmp_path / "there.sqlite", engine.now)
    there.import_json(tmp_path / "mine.json")
    assert there.sessions() == (kept,)
    there.dispose()
    journal.export_csv(tmp_path / "tables")
    with (tmp_path / "tables" / "sessions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["room"] for row in DictReader(file)] == ["360000"]


def test_a_run_knows_its_room(journal: Journal) -> None:
    studio = Studio(journal, fakes.SayAnything())
    assert studio.begin().session.room is None
