"""Saying less or everything in the middle of a flow, and the tones explained before the first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from leading.led import EASIER, FLOW, NOW, Studio
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.role import Role
from longstride.core.timeline.splice import free_from
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.journal.journal import Journal
from longstride.leading.trouble import SAME_WORDS, Trouble

LESS, MORE = fakes.PHRASES.says_less, fakes.PHRASES.says_more
PRACTISED = dict.fromkeys((step.drill.id for step in FLOW.steps), Familiarity.PRACTISED)
BY_EXPERIENCE = fakes.told(Talk.EXPERIENCE, known=PRACTISED)


def led(journal: Journal, coaching: Coaching = fakes.FULL) -> Studio:
    """Return a studio whose run plays with every word rendered."""
    studio = Studio(journal, fakes.SayAnything(), coaching=coaching)
    studio.begin()
    studio.render_rest()
    studio.run.tick()
    return studio


def told(timeline: Timeline, *roles: Role) -> list[tuple[int, str]]:
    return [(cue.start, cue.text) for cue in timeline.cues if cue.role in roles]


def work_at(studio: Studio, step: int, rep: int | None = None) -> int:
    spans = studio.run.player.timeline.spans
    found = (s for s in spans if s.step == step and s.phase.is_work and s.rep == rep)
    return next(found).start


def test_less_is_said_from_here_on_and_then_everything_again(journal: Journal) -> None:
    studio = led(journal)
    run = studio.run
    studio.play_to(work_at(studio, 0, 2) + 100)
    full = run.player.timeline
    known = free_from(full, run.player.position)
    assert run.toggle_words()
    assert run.coach.says_less
    less = run.player.timeline
    assert less.duration < full.duration
    assert [c for c in less.cues if c.start < known] == [c for c in full.cues if c.start < known]
    assert LESS in {text for _, text in told(less, Role.NOTICE)}
    later = [text for at, text in told(less, Role.PLACE) if at > known]
    assert len(later) < len([text for at, text in told(full, Role.PLACE) if at > known])
    studio.play_to(work_at(studio, 1) + 100)
    assert run.toggle_words()
    assert not run.coach.says_less
    again = run.player.timeline
    last = again.step_starts[2]
    assert [t for at, t in told(again, Role.PLACE) if at > last] == [
        t for at, t in told(full, Role.PLACE) if at > full.step_starts[2]
    ]
    assert MORE in {text for _, text in told(again, Role.NOTICE)}
    studio.play_to(again.duration)
    assert run.player.state is PlayState.FINISHED


def test_by_experience_the_way_back_is_to_what_one_knows(journal: Journal) -> None:
    studio = led(journal, BY_EXPERIENCE)
    run = studio.run
    studio.play_to(2000)
    before = run.player.timeline
    assert run.coach.says_less
    assert run.toggle_words()
    assert len(told(run.player.timeline, Role.PLACE)) > len(told(before, Role.PLACE))
    studio.play_to(run.player.position + 4000)
    assert run.toggle_words()
    assert studio.coach.parts.preparation.coaching.known == PRACTISED
    last, now = before.step_starts[2], run.player.timeline
    assert [t for at, t in told(now, Role.PLACE, Role.CUE) if at > now.step_starts[2]] == [
        t for at, t in told(before, Role.PLACE, Role.CUE) if at > last
    ]


@pytest.mark.parametrize("coaching", [fakes.FULL, BY_EXPERIENCE, fakes.told(Talk.COUNTS)])
def test_all_of_the_other_words_are_there_at_once(journal: Journal, coaching: Coaching) -> None:
    studio = led(journal, coaching)
    studio.play_to(2000)
    assert studio.run.toggle_words()
    words = {cue.text for cue in studio.run.player.timeline.cues if cue.kind.is_speech}
    assert words <= studio.voice_clips.clips.keys()


def test_what_is_changed_before_all_is_rendered_is_rendered_too(journal: Journal) -> None:
    studio = Studio(journal, fakes.SayAnything(), coaching=BY_EXPERIENCE)
    run = studio.begin()
    studio.play_to(2000)
    assert run.toggle_words()
    studio.render_rest()
    run.tick()
    words = {cue.text for cue in run.player.timeline.cues if cue.kind.is_speech}
    assert words <= studio.voice_clips.clips.keys()


def test_tones_alone_learn_to_speak(journal: Journal) -> None:
    studio = Studio(journal, fakes.SayAnything(), coaching=fakes.told(Talk.TONES))
    run = studio.begin()
    studio.play_to(2000)
    studio.render_rest()
    assert studio.voice_clips.clips == {}
    assert run.toggle_words()
    run.tick()
    run.tick()
    studio.beside.do_next()
    run.tick()
    words = {cue.text for cue in run.player.timeline.cues if cue.kind.is_speech}
    assert MORE in words
    assert words <= studio.voice_clips.clips.keys()
    studio.play_to(run.player.position + 6000)
    assert run.toggle_words()
    after = free_from(run.player.timeline, run.player.position)
    assert not [c for c in run.player.timeline.cues if c.kind.is_speech and c.start > after + 8000]


def test_under_the_closing_words_nothing_is_left_to_say_otherwise(journal: Journal) -> None:
    studio = led(journal)
    close = next(s for s in studio.run.player.timeline.spans if s.phase is SpanPhase.CLOSE)
    studio.play_to(close.start + 100)
    assert not studio.run.toggle_words()
    assert not studio.coach.says_less
    assert studio.run.troubles[Trouble.SAME_WORDS] == SAME_WORDS


@pytest.fixture(scope="module")
def one_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """One for all runs that are only looked at."""
    journal = Journal(tmp_path_factory.mktemp("words") / "journal.sqlite", lambda: NOW)
    yield journal
    journal.dispose()


@given(at=st.integers(0, 240_000), more=st.integers(0, 60_000), lighter=st.booleans())
def test_wherever_it_changes_nothing_jumps(
    one_journal: Journal, at: int, more: int, lighter: bool
) -> None:
    run = led(one_journal).run
    for position in (at, at + more):
        run.seek(position)
        before, here = run.player.timeline, free_from(run.player.timeline, run.player.position)
        if run.toggle_words():
            after = run.player.timeline
            assert [c for c in after.cues if c.start < here] == [
                c for c in before.cues if c.start < here
            ]
            assert any(c.role is Role.NOTICE and c.start >= here for c in after.cues)
        if lighter:
            run.toggle_lighter()


def test_easier_drills_are_known_too_where_less_is_said(journal: Journal) -> None:
    studio = led(journal)
    studio.play_to(2000)
    studio.run.toggle_words()
    assert studio.coach.parts.preparation.coaching.known[EASIER.id] is Familiarity.KNOWN


def test_the_tones_were_explained_once_the_flow_has_begun(journal: Journal) -> None:
    studio = Studio(journal, fakes.SayAnything(), coaching=fakes.told(Talk.FULL, sounds=True))
    run = studio.coach.begin()
    studio.beside.do_next()
    assert not studio.explained
    run.tick()
    assert studio.explained == 1
    run.next()
    assert run.player.position == run.player.timeline.sounds_until > 0
    assert run.player.step == 0


def test_nothing_is_noted_where_no_tone_was_explained(journal: Journal) -> None:
    silent = fakes.told(Talk.TONES, sounds=True)
    for coaching in (fakes.FULL, silent):
        studio = Studio(journal, fakes.SayAnything(), coaching=coaching)
        studio.begin()
        assert not studio.explained


def test_it_is_written_where_the_journal_is(tmp_path: Path) -> None:
    """The words change nothing of what is kept."""
    journal = Journal(tmp_path / "journal.sqlite", lambda: NOW)
    studio = led(journal)
    studio.play_to(2000)
    studio.run.toggle_words()
    (session,) = journal.sessions()
    assert session.lighter_from is None
    journal.dispose()
