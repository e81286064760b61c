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
every_flow = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
every_voice = pytest.mark.parametrize(
    "ms_a_character", [45, USUAL, 90], ids=["fast", "usual", "slow"]
)
every_talk = pytest.mark.parametrize("talk", [talk for talk in Talk if talk.speaks])


@cache
def compiled(flow_id: str, ms_a_character: int = USUAL, talk: Talk = Talk.FULL) -> Timeline:
    """Return a flow's timeline, compiled once however many tests look at it."""
    return compile_flow(FLOWS[flow_id], fakes.EvenLengths(ms_a_character), fakes.told(talk))


@every_flow
def test_the_listing_is_the_golden_one(flow: Flow) -> None:
    assert listing(flow) == (GOLDEN / f"{flow.id}.txt").read_text(encoding="utf-8")


def test_every_listing_has_its_flow() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FLOWS)


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
    first_of = {step.drill.id: at for at, step in reversed([*enumerate(flow.steps)])}
    for bout in write_out(flow):
        spans = [span for span in timeline.spans if span.bout == bout.index]
        lead_in = spans[0]
        ready = next(span for span in spans if span.phase is SpanPhase.READY)
        work = [span for span in spans if span.phase.is_work]
        words = said_in(timeline, lead_in.start, ready.start)
        if lead_in.phase is SpanPhase.SETUP:
            assert any(bout.drill.spoken_name in text for text in words)
            assert script.dose_line(bout, fakes.PHRASES) in words
            place = bout.drill.setup if bout.step == first_of[bout.drill.id] else bout.drill.again
            told = fakes.PHRASES.sided(place, bout.rep_side(1))
            assert {text.rstrip(".") for text in script.sentences(told)} <= {
                text.rstrip(".") for text in words
            }
        if bout.side:
            side = bout.drill.side_words(bout.side).lower()
            assert any(side in text.lower() for text in words)
        last_word = max(c.end for c in speech(timeline) if c.start < ready.start)
        assert last_word + 300 <= ready.start
        assert ready_and_start_are_signalled(timeline, ready, work[0])
        assert kinds_at(timeline, work[-1].end) >= {CueKind.FINISH}
        assert longest_silence(timeline, work[0].start, work[-1].end) <= 15_000


@every_flow
@every_voice
@every_talk
def test_nothing_is_ever_said_over_another(flow: Flow, ms_a_character: int, talk: Talk) -> None:
    spoken = sorted(speech(compiled(flow.id, ms_a_character, talk)), key=lambda cue: cue.start)
    assert all(sooner.end < later.start for sooner, later in pairwise(spoken))


@every_flow
@every_talk
def test_made_lighter_it_still_compiles_and_is_no_longer_work(flow: Flow, talk: Talk) -> None:
    lighter = compile_flow(
        lighter_flow(flow, CATALOGUE), fakes.EvenLengths(USUAL), fakes.told(talk)
    )
    longer_exhales = len(flow.steps) * 10_000
    assert work_of(lighter) <= work_of(compiled(flow.id, USUAL, talk)) + longer_exhales
    assert "band" not in lighter_flow(flow, CATALOGUE).equipment


def test_the_range_check_waits_for_every_number() -> None:
    flow, timeline = FLOWS["range-check"], compiled("range-check")
    assert len(timeline.waits) == len(flow.steps) - 1  # after the last one the form is open
    presses = [cue.end for cue in speech(timeline) if cue.text == fakes.PHRASES.press]
    assert all(said < wait for said, wait in zip(presses, sorted(timeline.waits), strict=True))


def test_lying_on_the_table_three_tries_run_by_themselves() -> None:
    flow, timeline = FLOWS["range-check"], compiled("range-check")
    for number, step in enumerate(flow.steps):
        if step.drill.id == "modified-thomas-test":
            spans = [span for span in timeline.spans if span.step == number]
            hangs = [span for span in spans if span.phase.is_work]
            assert [span.length for span in hangs] == [10_000] * 3
            assert not [w for w in timeline.waits if hangs[0].start < w < hangs[-1].end]


TENS = ("Ten", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty")


@pytest.mark.parametrize("side", list(Side))
def test_the_bridge_hold_is_a_stopwatch_for_the_ear(side: Side) -> None:
    timeline = compiled("range-check")
    clock = {f"{tens}.": 10 * n for n, tens in enumerate(TENS, start=1)}
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
def test_outdoors_every_stride_has_its_build_and_its_ease_off(name: str, talk: Talk) -> None:
    timeline = compiled(name, USUAL, talk)
    runs = [bout for bout in write_out(FLOWS[name]) if bout.drill.id.startswith("strides")]
    assert len(runs) >= 2
    for bout in runs:
        work = [s for s in timeline.spans if s.bout == bout.index and s.phase.is_work]
        words = [c.text for c in speech(timeline) if work[0].start <= c.at < work[-1].end]
        assert words == ["Build.", "Hold it.", "Ease."]


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
