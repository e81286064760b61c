"""One estimate of a flow's length, whoever tells it."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

import fakes
from longstride.bootstrap import open_engine
from longstride.command import verbs
from longstride.core.durations import minutes_text
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.history.session import Session
from longstride.core.timeline.adapt import perform
from longstride.core.timeline.bouts import begin_with
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.core.timeline.timeline import Timeline
from longstride.engine import Engine
from longstride.leading import start
from longstride.leading.estimate import estimates, known_drills
from longstride.speech.kept_lengths import KeptLengths
from longstride.ui.shown.pages import Shown, read_flows
from longstride.ui.today.offer import read_offer
from longstride.voice_clips import VoiceClips

FLOW = "wind-down"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path, {})
    made.settings = replace(made.settings, breath_in=5, breath_out=10, rate=110)
    yield made
    made.close()


def estimated(engine: Engine, name: str = FLOW) -> Timeline:
    (timeline,) = estimates(engine, (engine.flow(name),))
    return timeline


def finish(engine: Engine, flow: Flow, times: int) -> None:
    """Write down that a flow was done to its end."""
    steps = tuple(
        StepRecord(number, step.drill.id, None, 1, 1, 30, 0, Outcome.DONE)
        for number, step in enumerate(flow.steps)
    )
    now = datetime.now(UTC)
    for hours in range(times):
        at, count = now - timedelta(hours=hours), len(steps)
        session = Session(uuid4(), flow.id, flow.title, "{}", at, engine.today(), count, steps, at)
        engine.records.journal.begin(replace(session, next_step=count))


def cards(engine: Engine) -> dict[str, int]:
    shown = read_flows(engine, {})(Shown(engine.today(), engine.settings))
    return {card.id: card.length for card in shown.cards or ()}


def test_a_slow_breath_and_a_slow_voice_take_longer(engine: Engine) -> None:
    slow = estimated(engine).duration
    engine.settings = replace(engine.settings, rate=140)
    quick = estimated(engine).duration
    engine.settings = replace(engine.settings, breath_in=4, breath_out=6)
    assert slow > quick > estimated(engine).duration


@pytest.mark.parametrize("talk", Talk)
def test_list_check_cards_and_offer_tell_the_same(
    engine: Engine, talk: Talk, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.settings = replace(engine.settings, talk=talk)
    length = minutes_text(estimated(engine).duration)
    verbs.list_flows(engine, argparse.Namespace())
    (listed,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith(FLOW))
    assert f"  {length}  " in listed
    file = engine.paths.assets / "flows" / f"{FLOW}.toml"
    verbs.check(engine, argparse.Namespace(files=[file]))
    assert f"{file}: Wind down, {length} as it is set for you." in capsys.readouterr().out
    assert minutes_text(cards(engine)[FLOW]) == length
    shown = read_offer(engine)(Shown(engine.today(), engine.settings))
    for card in shown.offered:
        assert card.length == estimated(engine, card.id).duration


def test_a_broken_file_has_no_length(
    engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.toml"
    file.write_text('title = "Broken"\n')
    assert verbs.check(engine, argparse.Namespace(files=[file])) == 1
    assert "as it is set" not in capsys.readouterr().out


def test_what_is_known_takes_less_time_on_the_card_as_it_does_when_led(engine: Engine) -> None:
    new, flow = estimated(engine).duration, engine.flow(FLOW)
    finish(engine, flow, 4)
    known = {step.drill.id: Familiarity.KNOWN for step in flow.steps}
    assert known_drills(engine) == known
    assert estimated(engine).duration < new
    coaching = start.coaching_for(engine, flow)
    assert (coaching.known, coaching.rate) == (known, 110)
    led = start.preparation(engine, replace(coaching, sessions=0))
    assert led.compile(perform(begin_with(flow, 0)), lengths={}) == estimated(engine)


def test_what_was_measured_is_kept_for_the_next_start(engine: Engine) -> None:
    speech, choice = fakes.SayAnything(), engine.speech.choice
    kept = KeptLengths(engine.paths.clips, choice)
    clips = VoiceClips(speech, choice, fakes.read_clip, kept)  # type: ignore[arg-type]
    engine.voice_clips = clips
    flow = engine.flow(FLOW)
    performance = perform(begin_with(flow, 0))
    preparation = start.preparation(engine, start.coaching_for(engine, flow))
    for _ in preparation.whole(performance):
        pass
    measured = preparation.compile(performance)
    assert estimated(engine) == measured
    assert cards(engine)[FLOW] == measured.duration
    engine.settings = replace(engine.settings, rate=120)
    assert estimated(engine) != measured
