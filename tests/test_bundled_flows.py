"""Every flow that ships can be followed with closed eyes, and stays what it was."""

from functools import cache
from itertools import pairwise

import pytest

import fakes
from golden_listings import ASSETS, GOLDEN, bundled_flows, listing
from longstride.content import load_catalogue
from longstride.core.flow.drill import Side
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline import script
from longstride.core.timeline.adapt import lighter_flow
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Cue, CueKind, Span, SpanPhase, Timeline

FLOWS = bundled_flows()
CATALOGUE = load_catalogue(ASSETS / "drills")
USUAL = 58  # ms a character, near the default voice
HALF_A_MINUTE = 0.5
every_flow = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
every_voice = pytest.mark.parametrize(
    "ms_a_character", [45, USUAL, 90], ids=["fast", "usual", "slow"]
)
every_talk = pytest.mark.parametrize("talk", [talk for talk in Talk if talk.speaks])


@cache
def compiled(flow_id: str, ms_a_character: int = USUAL, talk: Talk = Talk.FULL) -> Timeline:
    """Return a flow's timeline, compiled once however many tests look at it."""
    return compile_flow(FLOWS[flow_id], fakes.EvenLengths(ms_a_character), talk)


@every_flow
def test_the_listing_is_the_golden_one(flow: Flow) -> None:
    assert listing(flow) == (GOLDEN / f"{flow.id}.txt").read_text(encoding="utf-8")


def test_every_listing_has_its_flow() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FLOWS)


@every_flow
@every_voice
def test_it_keeps_the_minutes_it_promises(flow: Flow, ms_a_character: int) -> None:
    """To the minute in the usual voice; one that promises a single minute, to half of one."""
    minutes = compiled(flow.id, ms_a_character).duration / 60_000
    least, most = flow.minutes
    room = HALF_A_MINUTE if least == most or ms_a_character != USUAL else 0
    assert least - room <= minutes <= most + room


@every_flow
def test_both_sides_work_alike_to_the_second(flow: Flow) -> None:
    timeline = compiled(flow.id)
    worked = {
        side: sum(s.length for s in timeline.spans if s.phase.is_work and s.side is side)
        for side in Side
    }
    assert worked[Side.LEFT] == worked[Side.RIGHT]


@every_flow
@every_voice
@every_talk
def test_it_can_be_followed_with_closed_eyes(flow: Flow, ms_a_character: int, talk: Talk) -> None:
    timeline = compiled(flow.id, ms_a_character, talk)
    for bout in write_out(flow):
        spans = [span for span in timeline.spans if span.bout == bout.index]
        lead_in, ready = spans[0], spans[1]
        work = [span for span in spans if span.phase.is_work]
        words = said_in(timeline, lead_in.start, ready.start)
        if lead_in.phase is SpanPhase.SETUP:
            assert script.name_line(bout) in words
            assert set(script.sentences(bout.drill.setup)) <= set(words)
        if bout.side:
            assert any(script.side_line(bout) in text for text in words)
        last_word = max(c.end for c in speech(timeline) if c.start < ready.start)
        assert last_word + 300 <= ready.start
        assert ready_and_start_are_signalled(timeline, ready, work[0])
        assert kinds_at(timeline, work[-1].end) >= {CueKind.FINISH}
        assert longest_silence(timeline, work[0].start, work[-1].end) <= 15_000
    for step, start in enumerate(timeline.step_starts[1:], start=1):
        coming = flow.steps[step].drill.spoken_name
        end_of_work = max(s.end for s in timeline.spans if s.phase.is_work and s.end <= start)
        assert any(coming in text for text in said_in(timeline, end_of_work, start))


@every_flow
@every_voice
@every_talk
def test_nothing_is_ever_said_over_another(flow: Flow, ms_a_character: int, talk: Talk) -> None:
    spoken = sorted(speech(compiled(flow.id, ms_a_character, talk)), key=lambda cue: cue.start)
    assert all(sooner.end < later.start for sooner, later in pairwise(spoken))


@every_flow
def test_what_the_voice_sets_up_is_in_its_own_words_once_a_step(flow: Flow) -> None:
    timeline = compiled(flow.id)
    starts = (*timeline.step_starts, timeline.duration)
    for step, (start, end) in zip(flow.steps, pairwise(starts), strict=True):
        first = script.sentences(step.drill.setup)[0]
        assert said_in(timeline, start, end).count(first) == 1


@every_flow
@every_talk
def test_made_lighter_it_still_compiles_and_is_no_longer_work(flow: Flow, talk: Talk) -> None:
    lighter = compile_flow(lighter_flow(flow, CATALOGUE), fakes.EvenLengths(USUAL), talk)
    longer_exhales = len(flow.steps) * 10_000
    assert work_of(lighter) <= work_of(compiled(flow.id, USUAL, talk)) + longer_exhales
    assert "band" not in lighter_flow(flow, CATALOGUE).equipment


def test_the_range_check_waits_for_every_number() -> None:
    flow, timeline = FLOWS["range-check"], compiled("range-check")
    tries = sum(step.dose.sets for step in flow.steps)
    assert len(timeline.waits) == tries - 1  # after the last one the form is open
    presses = [cue.end for cue in speech(timeline) if cue.text == script.PRESS]
    assert all(said < wait for said, wait in zip(presses, sorted(timeline.waits), strict=True))


TENS = ("Ten", "Twenty", "Thirty", "Forty", "Fifty")


@pytest.mark.parametrize("side", list(Side))
def test_the_bridge_hold_is_a_stopwatch_for_the_ear(side: Side) -> None:
    timeline = compiled("range-check")
    clock = {f"{tens} seconds.": 10 * n for n, tens in enumerate(TENS, start=1)}
    work = [
        span
        for span in timeline.spans
        if span.drill == "single-leg-bridge-hold" and span.side is side and span.phase.is_work
    ]
    heard = {
        cue.text: (cue.at - work[0].start) // 1000
        for cue in speech(timeline)
        if work[0].start <= cue.at < work[-1].end and cue.text in clock
    }
    assert heard == clock


@pytest.mark.parametrize("name", ["practice-rounds", "acceleration-drills"])
@every_talk
def test_outdoors_every_run_has_its_go_and_its_ease_off(name: str, talk: Talk) -> None:
    timeline = compiled(name, USUAL, talk)
    runs = [bout for bout in write_out(FLOWS[name]) if "Go" in bout.drill.words.values()]
    assert len(runs) >= 6
    for bout in runs:
        work = [s for s in timeline.spans if s.bout == bout.index and s.phase.is_work]
        words = [c.text for c in speech(timeline) if work[0].start <= c.at < work[-1].end]
        assert words.index("Go.") < words.index("Slow down.")


def speech(timeline: Timeline) -> list[Cue]:
    return [cue for cue in timeline.cues if cue.kind.is_speech]


def said_in(timeline: Timeline, start: int, end: int) -> list[str]:
    return [cue.text for cue in speech(timeline) if start <= cue.start and cue.end <= end]


def kinds_at(timeline: Timeline, at: int) -> set[CueKind]:
    return {cue.kind for cue in timeline.cues if cue.at == at}


def ready_and_start_are_signalled(timeline: Timeline, ready: Span, first: Span) -> bool:
    signalled = any(
        cue.kind is CueKind.READY and ready.start <= cue.at < ready.end for cue in timeline.cues
    )
    return signalled and CueKind.PHASE in kinds_at(timeline, first.start)


def longest_silence(timeline: Timeline, start: int, end: int) -> int:
    heard = [start, *(cue.at for cue in timeline.cues if start <= cue.at < end), end]
    return max(later - sooner for sooner, later in pairwise(heard))


def work_of(timeline: Timeline) -> int:
    return sum(span.length for span in timeline.spans if span.phase.is_work)
