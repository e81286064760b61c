"""A run that its journal does not take at once."""

from pathlib import Path

import fakes
from leading.led import NOW, Refusing, Studio
from longstride.journal.journal import Journal


def test_what_cannot_be_written_waits_and_nothing_is_lost(journal: Journal) -> None:
    stubborn = Refusing(journal)
    desk = Studio(stubborn, fakes.SayAnything())
    run = desk.begin()
    stubborn.full = True
    desk.play_to(run.player.timeline.step_starts[1] + 10)
    assert run.scribe.trouble == "The disk is full."
    stubborn.full = False
    desk.play_to(run.player.timeline.step_starts[2] + 10)
    assert run.scribe.trouble is None
    (session,) = journal.sessions()
    assert [step.step for step in session.steps] == [0, 1, 1]


def test_a_run_goes_whole_into_a_journal_that_took_the_others_place(
    journal: Journal, tmp_path: Path
) -> None:
    file, away = tmp_path / "journal.sqlite", tmp_path / "away.sqlite"
    desk = Studio(journal, fakes.SayAnything())
    run = desk.begin()
    desk.play_to(run.player.timeline.step_starts[1] + 10)
    file.rename(away)
    desk.play_to(run.player.timeline.step_starts[2] + 10)
    assert "is gone" in (run.scribe.trouble or "")
    Journal(file, lambda: NOW).dispose()  # another, and empty, one
    desk.play_to(run.player.timeline.duration)
    assert run.scribe.write_down()
    (session,) = journal.sessions()
    assert session.next_step == session.step_count == 3
    assert {step.step for step in session.steps} == {0, 1, 2}
    assert session.ended == NOW


def test_a_resumed_run_goes_whole_into_another_journal(journal: Journal, tmp_path: Path) -> None:
    desk = Studio(journal, fakes.SayAnything())
    run = desk.begin()
    desk.play_to(run.player.timeline.step_starts[1] + 10)
    run.leave(keep_place=True)
    again = Studio(journal, fakes.SayAnything(), journal.interrupted())
    resumed = again.begin()
    journal.dispose()
    (tmp_path / "journal.sqlite").unlink()
    Journal(tmp_path / "journal.sqlite", lambda: NOW).dispose()
    again.play_to(resumed.player.timeline.duration)
    assert resumed.scribe.trouble is None
    (session,) = journal.sessions()
    assert {step.step for step in session.steps} == {0, 1, 2}
