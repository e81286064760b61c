from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

import fakes
from leading.led import FLOW, NOW, Studio
from longstride.content import flow_from_json
from longstride.core.errors import SpeechError
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.week import local_day
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.splice import free_from
from longstride.core.timeline.step_record import Outcome
from longstride.core.timeline.timeline import SpanPhase
from longstride.journal.journal import Journal
from longstride.speech.voice import VoiceChoice


@pytest.fixture
def studio(journal: Journal) -> Callable[..., Studio]:
    def make(speech: object | None = None, resumed: Session | None = None) -> Studio:
        return Studio(journal, speech or fakes.SayAnything(), resumed)

    return make


def test_a_run_is_in_the_journal_from_its_first_moment(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    studio().begin(stiffness=6)
    (session,) = journal.sessions()
    assert (session.flow, session.stiffness_before, session.next_step) == ("test-flow", 6, 0)
    assert session.ended is None
    assert flow_from_json(session.flow_json) == FLOW


def test_each_step_is_kept_before_the_next_begins(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(run.player.timeline.step_starts[1] + 10)
    (session,) = journal.sessions()
    assert [(step.drill, step.outcome) for step in session.steps] == [("hip-hinge", Outcome.DONE)]
    assert session.next_step == 1


def test_a_run_to_the_end_is_closed_and_can_be_rated(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(run.player.timeline.duration)
    assert run.player.state is PlayState.FINISHED
    rating = AfterRating(3, 5, Pain(PainKind.DULL, "left knee"), "good")
    run.rate(rating)
    (session,) = journal.sessions()
    assert session.ended == NOW
    assert session.next_step == session.step_count == 3
    assert session.after == rating
    assert journal.interrupted() is None


def test_the_measured_timeline_takes_over_without_a_jump(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(5000)
    before = run.player.timeline
    desk.render_rest()
    run.tick()
    after = run.player.timeline
    assert after is not before
    known = free_from(before, 5000)
    assert [c for c in after.cues if c.at < known] == [c for c in before.cues if c.at < known]
    assert {c.text for c in after.cues if c.kind.is_speech} <= desk.voice_clips.clips.keys()
    assert desk.output.until == after.duration


class SlowVoice(fakes.SayAnything):
    """A voice that takes three times as long as anybody would think."""

    def render_all(
        self, texts: Iterable[str], _: VoiceChoice
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        return ((text, Path(text * 3)) for text in texts)


def test_going_lighter_while_the_voice_still_renders_does_not_jump(
    studio: Callable[..., Studio],
) -> None:
    """What was estimated stays as long as it was, though by now it has been measured."""
    desk = studio(SlowVoice())
    run = desk.begin()
    run.next()
    run.next()
    desk.play_to(run.player.position + 15_000)
    before = [(span.start, span.end) for span in run.player.timeline.spans]
    desk.render_rest()
    assert run.toggle_lighter()
    after = [(span.start, span.end) for span in run.player.timeline.spans]
    here = run.player.timeline.span_index(run.player.position)
    assert after[:here] == before[:here]
    run.tick()
    assert run.toggle_lighter()


@pytest.mark.parametrize("apart", [0, 700, 1500, 2900])
def test_what_was_said_further_on_is_forgotten_by_going_back(
    studio: Callable[..., Studio], apart: int
) -> None:
    desk = studio()
    run = desk.begin()
    desk.render_rest()
    run.tick()
    first = next(span for span in run.player.timeline.spans if span.phase.is_work)
    desk.play_to(first.start + 4000)
    assert run.toggle_lighter()
    run.seek(first.start + 4000 - apart)
    assert run.toggle_lighter()
    said = [cue.text for cue in run.player.timeline.cues if "lighter" in cue.text]
    assert said in ([], [fakes.PHRASES.lighter])
    assert any(cue.text == fakes.PHRASES.full for cue in run.player.timeline.cues)


def test_going_lighter_is_said_kept_and_undone(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    run = desk.begin()
    desk.render_rest()
    run.tick()
    work = next(s for s in run.player.timeline.spans if s.rep == 2)
    desk.play_to(work.start + 100)
    full = run.player.timeline
    assert run.toggle_lighter()
    assert run.coach.lighter
    assert run.player.timeline.duration < full.duration
    assert fakes.PHRASES.lighter in {cue.text for cue in run.player.timeline.cues}
    assert run.coach.flow.steps[2].drill.id == "box-hinge"
    (session,) = journal.sessions()
    assert session.lighter_from == 0
    assert flow_from_json(session.flow_json) == run.coach.flow
    desk.play_to(run.player.position + 3000)
    assert run.toggle_lighter()
    assert not run.coach.lighter
    assert fakes.PHRASES.full in {cue.text for cue in run.player.timeline.cues}
    assert run.coach.flow.steps[2].drill.id == "deep-hinge"


def test_lighter_and_full_at_the_same_place_are_both_said(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(30_000)
    run.pause()
    for _ in range(3):
        assert run.toggle_lighter()
    assert run.coach.lighter
    said = [cue.text for cue in run.player.timeline.cues]
    assert said.count(fakes.PHRASES.lighter) == 2
    assert said.count(fakes.PHRASES.full) == 1
    assert said.count(fakes.PHRASES.half_range) == 1


def test_under_the_closing_words_there_is_nothing_to_lighten(studio: Callable[..., Studio]) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(run.player.timeline.duration - 2000)
    assert not run.toggle_lighter()
    assert not run.coach.lighter


def test_leaving_with_the_place_kept_is_offered_again_at_its_step(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    run = desk.begin()
    second = run.player.timeline.step_starts[1]
    hold = next(s for s in run.player.timeline.spans if s.start > second and s.phase.is_work)
    desk.play_to(hold.start + 12_000)
    run.leave(keep_place=True)
    session = journal.interrupted()
    assert session is not None
    assert session.next_step == 1
    assert session.steps[-2].outcome is Outcome.SHORTENED
    again = studio(resumed=session)
    resumed = again.begin()
    assert resumed.player.position == resumed.player.timeline.step_starts[1]
    again.play_to(resumed.player.timeline.duration)
    (whole,) = journal.sessions()
    assert whole.ended is not None
    assert {step.outcome for step in whole.steps} == {Outcome.DONE}


def test_what_was_done_before_an_interruption_is_not_lost_by_leaving_again(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    run = desk.begin()
    third = next(s for s in run.player.timeline.spans if s.rep == 3)
    desk.play_to(third.start + 100)
    run.leave(keep_place=True)
    again = studio(resumed=journal.interrupted())
    again.begin()
    again.play_to(2000)
    again.run.leave(keep_place=True)
    session = journal.interrupted()
    assert session is not None
    assert [(step.step, step.reps) for step in session.steps] == [(0, 2)]


def test_a_run_cut_off_after_its_last_step_is_taken_up_at_its_closing_words(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    studio().begin()
    session = journal.interrupted()
    assert session is not None
    resumed = studio(resumed=replace(session, next_step=3)).begin()
    assert resumed.player.moment.span.phase is SpanPhase.CLOSE


def test_a_lighter_run_is_taken_up_lighter(studio: Callable[..., Studio], journal: Journal) -> None:
    desk = studio()
    run = desk.begin()
    desk.play_to(2000)
    run.toggle_lighter()
    run.next()
    run.leave(keep_place=True)
    again = studio(resumed=journal.interrupted())
    resumed = again.begin()
    assert resumed.coach.lighter
    assert resumed.coach.flow.steps[2].drill.id == "box-hinge"
    assert resumed.toggle_lighter()
    assert resumed.coach.flow.steps[2].drill.id == "deep-hinge"


def test_leaving_for_good_closes_the_session(
    studio: Callable[..., Studio], journal: Journal
) -> None:
    desk = studio()
    desk.begin()
    desk.play_to(3000)
    desk.run.leave(keep_place=False)
    assert journal.interrupted() is None
    assert journal.sessions()[0].ended == NOW


def test_without_a_voice_the_flow_goes_on_and_says_so(studio: Callable[..., Studio]) -> None:
    desk = studio(fakes.SayNothing())
    run = desk.begin()
    desk.play_to(run.player.timeline.duration)
    assert run.player.state is PlayState.FINISHED
    assert "No voice" in (run.coach.voice_trouble or "")


def test_before_the_day_starts_it_is_still_yesterday() -> None:
    late = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    assert local_day(late, time(3)).isoformat() == "2026-11-22"
    assert local_day(late + timedelta(hours=2), time(3)).isoformat() == "2026-11-23"
