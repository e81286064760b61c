"""What befalls the journal while a flow runs stops no flow and loses nothing of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fault.harms import (
    Harm,
    deleted,
    emptied,
    full,
    locked,
    moved,
    read_only,
    small_disk,
    spoilt,
    without_tables,
)
from longstride.core.history.session import Session
from longstride.paths import Paths
from longstride.ui.player.finish import Finish
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.records.trouble_view import TroubleView
from ui import page_samples as samples
from ui.house import House, own_places

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    with small_disk(tmp_path / "disk") as at:
        yield at


def on(folder: Path, empty_journal: Path) -> Paths:
    return own_places(folder, empty_journal)


def lead_under(house: House, harm: Harm, words: str) -> Callable[[str], None]:
    """Lead a flow that is harmed in its first step, to its end and its questions.

    Return what undoes the harm and presses the button that is the way out.
    """
    for session in samples.sessions(2):
        house.engine.records.journal.begin(session)
    house.engine.records.backups.make()
    house.open().start(stiffness=6)
    at_work = harm(house.engine.paths.journal)
    at_work.__enter__()
    house.hear_until(house.run.player.timeline.step_starts[1] + 10)
    assert house.playing
    assert words in house.notice
    house.hear_to_the_end()
    assert house.shown(Finish) is not None
    house.shown(Finish).stiffness.choose(2)
    house.press("Done")
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    assert words in house.shown(TroubleView).trouble.sentence
    assert any("kept while Longstride is open" in text for text in house.window.notices)

    def mend(button: str) -> None:
        at_work.__exit__(None, None, None)
        house.press(button)
        house.qtbot.waitUntil(lambda: house.shown(TroubleView) is None)
        house.wait_for_tasks()

    return mend


def run_of(house: House, others: int) -> Session:
    """Return the run that was harmed, and see that it is whole and among so many others."""
    house.qtbot.waitUntil(lambda: not any("kept while" in text for text in house.window.notices))
    newest = house.engine.records.journal.sessions()[0]
    assert house.engine.records.journal.count() == others + 1
    assert (newest.title, newest.next_step, newest.ended is None) == ("Two steps", 2, False)
    assert {step.step for step in newest.steps} == {0, 1}
    assert (newest.stiffness_before, newest.after and newest.after.stiffness) == (6, 2)
    return newest


@pytest.mark.parametrize(("harm", "words"), [(full, "is full"), (read_only, "write-protected")])
def test_a_disk_that_takes_nothing(
    disk: Path, empty_journal: Path, build: Build, harm: Harm, words: str
) -> None:
    house = build(on(disk, empty_journal))
    lead_under(house, harm, words)("Try again")
    run_of(house, others=2)


@pytest.mark.parametrize(
    ("harm", "words"), [(locked, "in use by another program"), (moved, "is gone")]
)
def test_a_journal_that_is_out_of_reach(build: Build, harm: Harm, words: str) -> None:
    house = build()
    lead_under(house, harm, words)("Try again")
    run_of(house, others=2)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (deleted, "is gone"),
        (spoilt, "not a journal"),
        (emptied, "is empty"),
        (without_tables, "not a journal"),
    ],
)
@pytest.mark.parametrize(
    ("way_out", "others"), [("Restore the newest good backup", 2), ("Begin an empty journal", 0)]
)
def test_a_journal_that_is_lost_for_good(
    build: Build, harm: Harm, words: str, way_out: str, others: int
) -> None:
    house = build()
    lead_under(house, harm, words)(way_out)
    run_of(house, others)


@pytest.mark.parametrize(
    ("harm", "words", "way_out"),
    [
        (emptied, "is empty", "Restore the newest good backup"),
        (spoilt, "not a journal", "Begin an empty journal"),
        (locked, "in use by another program", "Try again"),
    ],
)
def test_a_journal_that_is_bad_from_the_start_keeps_nobody_from_training(
    build: Build, paths: Paths, harm: Harm, words: str, way_out: str
) -> None:
    house = build()
    for session in samples.sessions(2):
        house.engine.records.journal.begin(session)
    house.engine.records.backups.make()
    house.engine.records.let_go()
    with harm(paths.journal):
        house.open("trouble")
        house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
        house.start(stiffness=6)
        assert words in house.notice
        house.hear_to_the_end()
        house.shown(Finish).stiffness.choose(2)
        house.press("Done")
        house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
        house.wait_for_tasks()
    house.press(way_out)
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is None)
    house.wait_for_tasks()
    run_of(house, others=0 if "empty" in way_out else 2)


def test_a_run_without_any_journal_is_in_a_file_at_the_end(build: Build, paths: Paths) -> None:
    emptied(paths.journal).__enter__()
    house = build().open("trouble").start(stiffness=6)
    house.hear_until(house.run.player.timeline.step_starts[1] + 10)
    house.application.close()
    assert len(house.engine.records.unwritten.left) == 1


def test_leaving_says_what_is_written_and_what_waits(build: Build, paths: Paths) -> None:
    house = build().open().start()
    house.key(Qt.Key.Key_Escape)
    assert "so far is kept" in said_of_leaving(house)
    house.press("Go on")
    with locked(paths.journal):
        house.hear_until(house.run.player.timeline.step_starts[1] + 10)
        house.key(Qt.Key.Key_Escape)
        assert "waits to be written" in said_of_leaving(house)
        house.press("Go on")
    house.key(Qt.Key.Key_Escape)  # the lock is gone by now, though no step has ended since
    assert "so far is kept" in said_of_leaving(house)
    assert house.engine.records.journal.sessions()[0].next_step == 1
    house.press("Go on")
    house.qtbot.waitUntil(lambda: house.notice == "")


def said_of_leaving(house: House) -> str:
    house.qtbot.waitUntil(lambda: house.shown(LeaveDialog) is not None)
    dialog = house.shown(LeaveDialog)
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def test_a_run_the_program_is_closed_on_is_tried_a_last_time(build: Build, paths: Paths) -> None:
    house = build()
    house.open().start(stiffness=6)
    with locked(paths.journal):
        house.hear_to_the_end()
        house.press("Done")
        house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    house.engine.close()
    assert build().engine.records.journal.sessions()[0].next_step == 2
