"""One run under whatever befalls it, in any order: nothing done is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import fakes
from leading.led import NOW, Refusing, Studio
from longstride.core.history.session import AfterRating
from longstride.core.timeline.clock import SilentOutput
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.step_record import Outcome
from longstride.core.timeline.timeline import SpanPhase
from longstride.journal.journal import Journal
from longstride.leading.state import STANDING, UNDER_WAY, State
from longstride.leading.trouble import LATE, SLEPT, Trouble
from longstride.leading.voice import PATIENCE

TICK = 50  # ms


class AnyRun(RuleBasedStateMachine):
    """A run, the hands of an athlete, and a machine on which everything can go wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.journal = Journal(Path(self.folder.name) / "journal.sqlite", lambda: NOW)
        self.find = Refusing(self.journal)
        self.clock, self.boot = fakes.HandClock(), fakes.HandClock()
        self.output = SilentOutput(self.clock)
        self.studio = Studio(
            self.find, fakes.SayAnything(), output=self.output, clock=self.clock, boot=self.boot
        )
        self.run = self.studio.coach.begin(6)
        self.shown: dict[Trouble, str] = {}  # as somebody holds who only hears the news
        self.hurt_steps: set[int] = set()
        self.says_it_hurts = False

    def teardown(self) -> None:
        self.no_finished_step_is_lost()
        self.run.close()
        self.journal.dispose()
        self.folder.cleanup()

    # -- what happens by itself

    @rule(ticks=st.integers(1, 50), apart=st.sampled_from([TICK, 1900]))
    def time_passes(self, ticks: int, apart: int) -> None:
        for _ in range(ticks):
            self.clock.pass_by(apart)
            self.boot.pass_by(apart)
            self.run.tick()

    @rule()
    @precondition(lambda self: self.studio.beside.waiting)
    def words_are_rendered(self) -> None:
        self.studio.beside.do_next()

    @rule()
    def nobody_waits_for_the_voice(self) -> None:
        self.clock.pass_by(PATIENCE)
        self.boot.pass_by(PATIENCE)
        self.run.tick()

    @rule(ms=st.integers(201, 10**7))
    def the_machine_sleeps(self, ms: int) -> None:
        playing = self.run.state is State.PLAYING
        at = self.run.player.reached
        self.boot.pass_by(ms)
        self.run.tick()
        if playing and self.run.state is State.ASLEEP:
            assert self.run.player.position == at, "time runs for nobody"

    @rule(sentence=st.sampled_from(["", "No sound device was found.", "It stopped answering."]))
    def sound_is_lost_or_found(self, sentence: str) -> None:
        self.output.trouble = sentence

    @rule(full=st.booleans())
    def the_journal_refuses_or_takes(self, full: bool) -> None:
        self.find.full = full

    @rule()
    def no_finished_step_is_lost(self) -> None:
        """What was done of the steps before this one is there as soon as the journal takes it."""
        if not self.run.begun:
            return
        barred, self.find.full = self.find.full, False
        assert self.run.scribe.write_down()
        kept = self.journal.session(self.run.session.id)
        assert kept is not None
        stored = {(step.step, step.side) for step in kept.steps}
        for step in range(self.run.player.step):
            for record in self.run.player.retell(step):
                assert (step, record.side) in stored, f"step {step + 1} was done and is not kept"
        assert self.run.state is not State.FINISHED or kept.ended is not None
        assert not self.says_it_hurts or kept.after is not None
        done = {step.step for step in kept.steps if step.outcome is Outcome.DONE}
        assert not done & self.hurt_steps, "what hurts is not done"
        self.find.full = barred

    # -- what the athlete wants

    @rule()
    def play(self) -> None:
        before = self.run.state
        self.run.play()
        if before in STANDING:
            assert self.run.state is State.PLAYING

    @rule()
    def pause(self) -> None:
        self.run.pause()
        assert self.run.state is not State.PLAYING

    @rule(to=st.integers(-10, 10**6))
    def seek(self, to: int) -> None:
        self.run.seek(to)

    @rule()
    def next(self) -> None:
        self.run.next()

    @rule()
    def back(self) -> None:
        self.run.previous()

    @rule()
    def lighter(self) -> None:
        before = self.studio.coach.lighter
        changed = self.run.toggle_lighter()
        assert changed == (self.studio.coach.lighter is not before)

    @rule()
    def words(self) -> None:
        before = self.studio.coach.says_less
        changed = self.run.toggle_words()
        assert changed == (self.studio.coach.says_less is not before)

    @rule()
    def it_hurts(self) -> None:
        before, player = self.run.state, self.run.player
        span = player.moment.span
        self.run.hurt()
        if before not in UNDER_WAY:
            assert self.run.state is before
            return
        self.says_it_hurts = True
        assert self.run.pain is not None
        now = self.run.player.moment.span
        assert not now.phase.is_work, "the drill stops at once"
        goes_on = before in {State.PLAYING, State.WAITING}
        assert self.run.state in ({State.PLAYING, State.FINISHED} if goes_on else {before})
        if before is not State.PLAYING and span.phase is not SpanPhase.CLOSE:
            self.hurt_steps.add(span.step)  # while it plays the step may be another by then

    @rule(keep=st.booleans())
    @precondition(lambda self: self.run.state in UNDER_WAY)
    def leave(self, keep: bool) -> None:
        self.run.leave(keep_place=keep)
        assert self.run.state in {State.LEFT, State.FINISHED}

    @rule(stiffness=st.integers(0, 10))
    @precondition(lambda self: self.run.state in {State.LEFT, State.FINISHED} and self.run.begun)
    def rate(self, stiffness: int) -> None:
        self.run.rate(AfterRating(stiffness))

    # -- the laws

    @invariant()
    def it_is_one_thing_at_a_time(self) -> None:
        state, player = self.run.state, self.run.player
        assert isinstance(state, State)
        assert (state is State.PLAYING) == (player.state is PlayState.PLAYING)
        assert (state is State.PREPARING) == (not self.run.begun and state is not State.LEFT)

    @invariant()
    def time_never_runs_while_it_stands(self) -> None:
        if self.run.state in STANDING:
            position = self.run.player.position
            self.clock.pass_by(TICK)
            self.boot.pass_by(TICK)
            self.run.tick()
            assert self.run.player.position == position

    @invariant()
    def a_trouble_is_told_once_and_taken_back_once(self) -> None:
        news = self.run.news()
        assert all(self.shown.get(trouble) != text for trouble, text in news.came.items())
        assert all(trouble in self.shown for trouble in news.went)
        for trouble in news.went:
            del self.shown[trouble]
        self.shown |= news.came
        assert self.shown == self.run.troubles
        assert self.run.news().came == {}
        assert self.run.news().went == ()


AnyRun.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
test_any_run = AnyRun.TestCase


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(Journal(tmp_path / "journal.sqlite", lambda: NOW), fakes.SayAnything())


def test_a_run_that_is_left_before_it_began_leaves_nothing(studio: Studio) -> None:
    run = studio.coach.begin()
    run.leave(keep_place=True)
    studio.beside.do_next()
    studio.clock.pass_by(PATIENCE)
    run.tick()
    assert run.state is State.LEFT
    assert not run.moves


def test_a_late_voice_is_told_of_until_it_joins(studio: Studio) -> None:
    run = studio.coach.begin()
    run.tick()
    studio.clock.pass_by(PATIENCE)
    run.tick()
    assert run.state is State.PLAYING
    assert run.news().came == {Trouble.LATE_VOICE: LATE}
    assert run.news().came == {}
    studio.beside.do_next()
    run.tick()
    assert run.news().went == (Trouble.LATE_VOICE,)


def test_what_is_slept_is_told_until_somebody_goes_on(studio: Studio) -> None:
    run = studio.begin()
    studio.boot.pass_by(60_000)
    run.tick()
    assert run.state is State.ASLEEP
    assert run.troubles == {Trouble.ASLEEP: SLEPT}
    run.play()
    assert run.state is State.PLAYING
    assert run.news().came == {}


def test_sentences_that_fail_are_told_while_others_are_spoken(journal: Journal) -> None:
    speech = fakes.SayMost("Take a breath.")
    studio = Studio(journal, speech=speech)
    run = studio.begin()
    assert run.news().came == {
        Trouble.UNSPOKEN: "“Take a breath.” could not be spoken; its caption is shown instead."
    }
    speech.failing.add(fakes.PHRASES.ready)
    studio.render_rest()
    run.tick()
    assert run.troubles[Trouble.UNSPOKEN] == (
        "2 sentences could not be spoken, “Take a breath.” among them; their captions are shown "
        "instead."
    )


def test_a_voice_that_is_not_there_is_told_once_and_not_sentence_by_sentence(
    journal: Journal,
) -> None:
    run = Studio(journal, speech=fakes.SayNothing()).begin()
    assert set(run.troubles) == {Trouble.NO_VOICE}
