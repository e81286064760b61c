"""Coming back to the work after a pause or a jump."""

from collections.abc import Callable

import pytest

import fakes
from leading.led import Studio
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.timeline import CueKind, SpanPhase
from longstride.journal.journal import Journal
from longstride.leading.state import State


@pytest.fixture
def studio(journal: Journal) -> Callable[..., Studio]:
    return lambda: Studio(journal, fakes.SayAnything())


def test_coming_back_to_the_work_begins_its_repetition_anew_after_a_ready(
    studio: Callable[..., Studio],
) -> None:
    desk = studio()
    run = desk.begin()
    desk.render_rest()
    run.tick()
    third = next(span for span in run.player.timeline.spans if span.rep == 3)
    desk.play_to(third.start + 1500)
    run.pause()
    run.play()
    assert run.player.position == third.start
    assert run.player.moment.span.phase is SpanPhase.READY
    words = [c.text for c in run.player.timeline.cues if c.start >= third.start and c.role]
    assert words[0] == "Hip hinge."
    assert set(words) <= desk.voice_clips.clips.keys()
    again = next(span for span in run.player.timeline.spans if span.rep == 3)
    desk.play_to(again.start + 100)
    run.pause()
    run.play()
    assert next(s.start for s in run.player.timeline.spans if s.rep == 3) == again.start


def test_outside_the_work_one_goes_on_where_one_was(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    before = run.player.timeline
    desk.play_to(5000)
    run.pause()
    run.play()
    assert run.player.position == 5000
    assert run.player.timeline is before


def test_seeking_into_the_work_comes_with_a_ready_too(studio: Callable[..., Studio]) -> None:
    run = studio().begin()
    third = next(span for span in run.player.timeline.spans if span.rep == 3)
    run.seek(third.start + 1500)
    assert run.player.position == third.start
    assert run.player.moment.span.phase is SpanPhase.READY
    assert run.player.state is PlayState.PLAYING


def test_what_was_done_further_on_still_counts_after_coming_back(
    studio: Callable[..., Studio],
) -> None:
    desk = studio()
    run = desk.begin()
    spans = run.player.timeline.spans
    second = next(s for s in spans if s.step == 1 and s.phase.is_work)
    run.seek(run.player.timeline.step_starts[1])
    desk.play_to(second.start + 3000)
    done = run.player.retell(1)
    run.seek(run.player.timeline.step_starts[0])
    first = next(s for s in spans if s.phase.is_work)
    desk.play_to(first.start + 1000)
    run.pause()
    run.play()
    assert run.player.retell(1) == done


@pytest.mark.parametrize("step", [0, 1])
def test_every_pause_in_the_same_work_comes_back_with_its_ready(
    studio: Callable[..., Studio], step: int
) -> None:
    desk = studio()
    run = desk.begin()
    desk.render_rest()
    run.tick()
    run.seek(run.player.timeline.step_starts[step])
    work = next(s for s in run.player.timeline.spans if s.step == step and s.phase.is_work)
    desk.play_to(work.start + 500)
    for _ in range(3):
        run.pause()
        run.play()
        span = run.player.moment.span
        assert (span.phase, run.player.position) == (SpanPhase.READY, span.start)
        tones = [c.kind for c in run.player.timeline.cues if span.start <= c.at < span.end]
        assert CueKind.PHASE not in tones
        assert any(c.kind is CueKind.PHASE and c.at == span.end for c in run.player.timeline.cues)
        desk.play_to(span.end + 700)


def test_a_ready_that_was_cut_off_begins_anew(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    ready = next(s for s in run.player.timeline.spans if s.phase is SpanPhase.READY)
    desk.play_to(ready.start + 700)
    run.pause()
    run.play()
    assert run.player.position == ready.start


def test_where_no_other_words_are_left_less_is_not_promised(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    run.seek(run.player.timeline.step_starts[-1])
    last = [s for s in run.player.timeline.spans if s.phase.is_work][-1]
    desk.play_to(last.end - 2500)
    assert not run.toggle_words()


def test_next_goes_on_where_the_flow_waits(journal: Journal) -> None:
    waiting = fakes.flow(fakes.step(until_ready=True), fakes.step(fakes.HOLD))
    desk = Studio(journal, fakes.SayAnything(), flow=waiting)
    run = desk.begin()
    desk.play_to(run.player.timeline.waits[0])
    assert run.state is State.WAITING
    at = run.player.position
    run.next()
    assert (run.state, run.player.position) == (State.PLAYING, at)
