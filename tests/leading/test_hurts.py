"""It hurts: the drill is left at once, said so, not done, and asked about afterwards."""

import pytest

import fakes
from leading.led import FLOW, Studio
from longstride.core.flow.drill import Sides, Stage
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.role import Role
from longstride.core.timeline.step_record import Outcome
from longstride.core.timeline.timeline import Span, SpanPhase
from longstride.journal.journal import Journal
from longstride.leading.run import Run
from longstride.leading.state import State
from longstride.leading.trouble import Trouble

HURT = fakes.PHRASES.hurt
EACH = fakes.drill("split-squat", sides=Sides.EACH)
BRIDGE = fakes.drill("glute-bridge", name="Glute bridge")
ROUNDS = fakes.flow(*(fakes.step(each) for each in (BRIDGE, EACH, BRIDGE, EACH, BRIDGE)))
WAITS = fakes.flow(
    fakes.step(BRIDGE, until_ready=True), fakes.step(EACH), fakes.step(fakes.drill("hinge"))
)


def led(journal: Journal, flow: Flow = FLOW, **changes: object) -> Studio:
    """Return a studio whose run plays with every word rendered."""
    studio = Studio(journal, fakes.SayAnything(), flow=flow, **changes)  # type: ignore[arg-type]
    studio.begin()
    studio.render_rest()
    studio.run.tick()
    return studio


def spans(run: Run, step: int) -> list[Span]:
    return [span for span in run.player.timeline.spans if span.step == step]


def work(run: Run, step: int) -> list[Span]:
    return [span for span in spans(run, step) if span.phase.is_work]


def kept(journal: Journal) -> Session:
    (session,) = journal.sessions()
    return session


def outcomes(journal: Journal, step: int) -> set[Outcome]:
    return {each.outcome for each in kept(journal).steps if each.step == step}


def play_out(studio: Studio) -> None:
    while studio.run.state is not State.FINISHED:
        if studio.run.state is State.WAITING:
            studio.run.play()
        studio.play_to(studio.output.at + 60_000)


def test_the_drill_is_left_at_once_and_it_is_said(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    studio.play_to(work(run, 0)[2].start + 100)
    run.hurt()
    assert run.state is State.PLAYING
    span = run.player.moment.span
    assert (span.step, span.phase, run.player.moment.elapsed) == (1, SpanPhase.SETUP, 0)
    said = [cue for cue in run.player.timeline.cues if cue.role is Role.NOTICE]
    assert [(cue.text, cue.start) for cue in said] == [(HURT, span.start)]
    following = next(cue for cue in run.player.timeline.cues if cue.start > span.start)
    assert following.start >= said[0].end
    assert HURT in run.coach.parts.preparation.clips, "it was rendered beforehand"
    assert run.troubles[Trouble.HURT].startswith(FLOW.steps[0].drill.name)
    studio.play_to(work(run, 1)[0].start)
    assert run.player.moment.caption is not None


def test_it_is_written_down_at_once_as_not_done(journal: Journal) -> None:
    studio = led(journal)
    studio.play_to(work(studio.run, 0)[-1].end - 10)  # all but a blink of it
    studio.run.hurt()
    session = kept(journal)
    assert {each.outcome for each in session.steps} == {Outcome.SHORTENED}
    assert all(each.seconds for each in session.steps), "what was done of it is not lost"
    assert session.next_step == 1
    assert session.after == AfterRating(pain=Pain(PainKind.DULL)), "until it is answered"
    assert studio.run.pain == Pain(PainKind.DULL)
    play_out(studio)
    assert outcomes(journal, 0) == {Outcome.SHORTENED}
    assert outcomes(journal, 1) == outcomes(journal, 2) == {Outcome.DONE}


def test_both_sides_are_left(journal: Journal) -> None:
    studio = led(journal, ROUNDS)
    run = studio.run
    run.next()
    studio.play_to(work(run, 1)[1].start)
    run.hurt()
    assert run.player.step == 2
    assert outcomes(journal, 1) == {Outcome.SHORTENED, Outcome.SKIPPED}


def test_its_later_rounds_are_left_out_too(journal: Journal) -> None:
    studio = led(journal, ROUNDS)
    run = studio.run
    run.next()
    studio.play_to(work(run, 1)[1].start)
    run.hurt()
    studio.play_to(spans(run, 3)[0].start + 100)
    assert run.player.step == 4, "the second round of what hurt"
    play_out(studio)
    assert outcomes(journal, 3) == {Outcome.SKIPPED}
    assert outcomes(journal, 2) == outcomes(journal, 4) == {Outcome.DONE}
    assert kept(journal).ended is not None


def test_what_was_left_out_is_taken_up_by_going_to_it(journal: Journal) -> None:
    studio = led(journal, ROUNDS)
    run = studio.run
    run.next()
    run.hurt()
    run.previous()
    assert run.player.step == 1
    studio.play_to(work(run, 1)[-1].end)
    assert run.player.step == 1, "nothing takes it away again"
    run.next()
    assert outcomes(journal, 1) == {Outcome.SHORTENED}, "it hurt all the same"
    run.next()
    assert run.player.step == 4, "its second round is still left out"


def test_in_the_last_drill_the_closing_words_come(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    run.seek(work(run, 2)[0].start)
    run.hurt()
    assert run.player.moment.span.phase is SpanPhase.CLOSE
    play_out(studio)
    assert kept(journal).ended is not None
    assert Outcome.DONE not in outcomes(journal, 2)


def test_in_the_closing_words_nothing_is_left_out(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    studio.play_to(run.player.timeline.spans[-1].start + 2000)
    run.hurt()
    assert run.player.moment.span.phase is SpanPhase.CLOSE
    play_out(studio)
    assert outcomes(journal, 2) == {Outcome.DONE}
    assert run.pain is not None


@pytest.mark.parametrize("phase", [SpanPhase.SETUP, SpanPhase.READY, SpanPhase.REST])
def test_before_and_between_the_sets_as_well(journal: Journal, phase: SpanPhase) -> None:
    studio = led(journal)
    run = studio.run
    run.seek(next(span for span in spans(run, 0) if span.phase is phase).start + 500)
    run.hurt()
    assert (run.player.step, run.state) == (1, State.PLAYING)


def test_paused_it_stays_so(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    studio.play_to(work(run, 0)[0].start + 100)
    run.pause()
    run.hurt()
    assert (run.player.step, run.state) == (1, State.PAUSED)
    run.play()
    assert run.state is State.PLAYING


def test_asleep_it_stays_so(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    studio.boot.pass_by(60_000)
    run.tick()
    run.hurt()
    assert (run.player.step, run.state) == (1, State.ASLEEP)


def test_where_the_flow_waits_first_it_still_does(journal: Journal) -> None:
    """What is said there, such as what to fetch, is needed."""
    studio = led(journal, WAITS)
    run = studio.run
    studio.play_to(work(run, 0)[0].start + 100)
    run.hurt()
    assert (run.player.step, run.player.moment.span.phase) == (0, SpanPhase.REST)
    studio.play_to(run.player.timeline.step_starts[1])
    assert run.state is State.WAITING
    run.play()
    studio.play_to(work(run, 1)[0].start)
    assert run.player.step == 1


def test_while_it_waits_it_goes_on_after_what_would_come(journal: Journal) -> None:
    studio = led(journal, WAITS)
    run = studio.run
    studio.play_to(run.player.timeline.step_starts[1])
    assert run.state is State.WAITING
    run.hurt()
    assert (run.player.step, run.state) == (2, State.PLAYING)
    assert outcomes(journal, 0) == {Outcome.DONE}


def test_before_it_begins_the_first_drill_is_left_out_when_it_does(journal: Journal) -> None:
    studio = Studio(journal, fakes.SayAnything())
    run = studio.coach.begin()
    run.hurt()
    assert run.state is State.PREPARING
    studio.beside.do_next()
    run.tick()
    assert (run.player.step, run.state) == (1, State.PLAYING)
    assert run.pain is not None


def test_without_a_voice_it_is_seen(journal: Journal) -> None:
    studio = led(journal, coaching=fakes.told(Talk.TONES))
    studio.run.hurt()
    assert studio.run.player.step == 1
    assert HURT not in {cue.text for cue in studio.run.player.timeline.cues}
    assert Trouble.HURT in studio.run.troubles


def test_left_with_its_place_kept_it_goes_on_after_what_hurt(journal: Journal) -> None:
    studio = led(journal, WAITS)
    studio.play_to(work(studio.run, 0)[0].start + 100)
    studio.run.hurt()
    studio.run.leave(keep_place=True)
    assert kept(journal).next_step == 1


def test_what_was_answered_is_known_when_it_is_taken_up_again(journal: Journal) -> None:
    studio = led(journal)
    studio.run.hurt()
    sharp = Pain(PainKind.SHARP, "left groin")
    studio.run.rate(AfterRating(pain=sharp))
    studio.run.leave(keep_place=True)
    again = Studio(journal, fakes.SayAnything(), kept(journal)).begin()
    assert again.pain == sharp
    again.hurt()
    assert kept(journal).after == AfterRating(pain=sharp)


def test_taken_up_again_its_later_rounds_stay_left_out(journal: Journal) -> None:
    studio = led(journal, ROUNDS)
    studio.run.next()
    studio.play_to(work(studio.run, 1)[1].start)
    studio.run.hurt()
    studio.play_to(work(studio.run, 2)[0].start)
    studio.run.leave(keep_place=True)
    again = Studio(journal, fakes.SayAnything(), kept(journal), authored=ROUNDS)
    again.begin()
    assert again.run.player.step == 2
    again.play_to(spans(again.run, 3)[0].start + 100)
    assert again.run.player.step == 4


def test_a_test_is_left_like_any_drill(journal: Journal) -> None:
    measured = fakes.drill("knee-to-chest", test=True, stage=Stage.OPEN)
    studio = led(journal, fakes.flow(fakes.step(measured), fakes.step()))
    studio.play_to(work(studio.run, 0)[1].start)
    studio.run.hurt()
    assert studio.run.player.step == 1
    assert outcomes(journal, 0) == {Outcome.SHORTENED}


def test_nothing_hurts_where_nobody_says_so(journal: Journal) -> None:
    studio = led(journal)
    play_out(studio)
    assert studio.run.pain is None
    assert kept(journal).after is None
    studio.run.hurt()
    assert studio.run.state is State.FINISHED
