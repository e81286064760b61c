"""Every flow that ships can be followed with closed eyes, and stays what it was."""

from itertools import pairwise

import pytest

import fakes
from golden_listings import GOLDEN, bundled_flows, listing
from longstride.core import script
from longstride.core.adapt import lighter_flow
from longstride.core.bouts import write_out
from longstride.core.compiler import compile_flow
from longstride.core.drill import Side
from longstride.core.flow import Flow, Talk
from longstride.core.timeline import Cue, CueKind, Span, SpanPhase, Timeline

FLOWS = bundled_flows()
every_flow = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
every_voice = pytest.mark.parametrize("ms_a_character", [45, 58, 90], ids=["fast", "usual", "slow"])
every_talk = pytest.mark.parametrize("talk", [talk for talk in Talk if talk.speaks])


@every_flow
def test_the_listing_is_the_golden_one(flow: Flow) -> None:
    assert listing(flow) == (GOLDEN / f"{flow.id}.txt").read_text(encoding="utf-8")


@every_flow
def test_it_keeps_the_minutes_it_promises(flow: Flow) -> None:
    minutes = compile_flow(flow, fakes.EvenLengths(58)).duration / 60_000
    least, most = flow.minutes
    assert least - 0.5 <= minutes <= most + 0.5


@every_flow
def test_both_sides_work_alike_to_the_second(flow: Flow) -> None:
    timeline = compile_flow(flow, fakes.EvenLengths(58))
    worked = {
        side: sum(s.length for s in timeline.spans if s.phase.is_work and s.side is side)
        for side in Side
    }
    assert worked[Side.LEFT] == worked[Side.RIGHT]


@every_flow
@every_voice
@every_talk
def test_it_can_be_followed_with_closed_eyes(flow: Flow, ms_a_character: int, talk: Talk) -> None:
    timeline = compile_flow(flow, fakes.EvenLengths(ms_a_character), talk)
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
@every_talk
def test_made_lighter_it_still_compiles_and_is_no_longer_work(flow: Flow, talk: Talk) -> None:
    catalogue = {step.drill.id: step.drill for step in flow.steps}
    lighter = lighter_flow(flow, catalogue)
    lengths = fakes.EvenLengths(58)
    assert (
        work_of(compile_flow(lighter, lengths, talk))
        <= work_of(compile_flow(flow, lengths, talk)) + len(flow.steps) * 10_000
    )  # a hold's exhales are each a second longer


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
