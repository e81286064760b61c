"""A window closed on a run that the journal does not take: nothing goes unless somebody says so."""

import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fault.harms import Harm, full, locked, moved, no_larger_than, small_disk
from longstride.core.errors import JournalError
from longstride.core.history.session import Session
from longstride.journal.journal import Journal
from longstride.paths import Paths
from longstride.ui.shell.unwritten_dialog import UnwrittenDialog, what_waits
from ui.house import NOW, House, own_places

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)"),
    pytest.mark.usefixtures("temporary"),
]

Build = Callable[..., House]


@pytest.fixture
def on_full_disk(tmp_path: Path, empty_journal: Path, build: Build) -> Iterator[House]:
    """A window over a full disk, with a run that ended on it; the rest of the machine is well."""
    with small_disk(tmp_path / "disk") as disk:
        house = build(own_places(disk, empty_journal)).open().start(stiffness=6)
        with full(house.engine.paths.journal):
            yield ended(house)


def ended(house: House) -> House:
    """Lead to the end of a flow and its rating, which the journal does not take."""
    house.hear_to_the_end()
    house.press("Done")
    house.qtbot.waitUntil(lambda: house.engine.records.unwritten.titles == ("Two steps",))
    house.wait_for_tasks()
    return house


def asked(house: House) -> UnwrittenDialog:
    house.window.close()
    dialog = house.shown(UnwrittenDialog)
    assert isinstance(dialog, UnwrittenDialog)
    assert not house.closed
    return dialog


def save_to(house: House, path: Path) -> None:
    house.press("Save it to a file…")
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    dialog = house.window.findChildren(QFileDialog)[-1]
    dialog.selectFile(str(path))
    dialog.accept()


def taken_in(path: Path, into: Path) -> tuple[Session, ...]:
    """Return what a file brings into an empty journal."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    journal = Journal(into, lambda: NOW)
    journal.import_json(path)
    sessions = journal.sessions()
    journal.dispose()
    return sessions


def whole(session: Session) -> bool:
    steps = {step.step for step in session.steps}
    return (session.next_step, steps, session.stiffness_before) == (2, {0, 1}, 6)


def test_it_asks_and_escape_stays(on_full_disk: House) -> None:
    house = on_full_disk
    dialog = asked(house)
    words = dialog.again.accessibleDescription()
    assert "Two steps" in words
    assert "is full" in words
    house.key(Qt.Key.Key_Escape)
    assert house.shown(UnwrittenDialog) is None
    assert not house.closed
    assert house.engine.records.unwritten.titles == ("Two steps",)


def test_what_still_does_not_work_asks_again(on_full_disk: House) -> None:
    house = on_full_disk
    asked(house).again.click()
    assert house.shown(UnwrittenDialog) is not None
    house.window.close()  # by the window's own button, in the middle of the question
    assert not house.closed
    shown = [each for each in house.window.findChildren(UnwrittenDialog) if each.isVisible()]
    assert len(shown) == 1


def test_a_file_keeps_all_of_it(on_full_disk: House, tmp_path: Path) -> None:
    house, file = on_full_disk, tmp_path / "kept.json"
    asked(house)
    save_to(house, on_there := house.engine.paths.data / "kept.json")
    house.qtbot.waitUntil(lambda: house.shown(UnwrittenDialog) is not None)
    assert not on_there.exists()
    assert any("choose another place" in text for text in texts(house))
    save_to(house, file)
    house.qtbot.waitUntil(lambda: house.closed)
    (session,) = taken_in(file, tmp_path / "other.sqlite")
    assert whole(session)
    assert list(tmp_path.glob(".longstride-*")) == []


def test_a_file_that_is_not_chosen_leaves_everything(on_full_disk: House) -> None:
    house = on_full_disk
    asked(house)
    house.press("Save it to a file…")
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    house.window.findChildren(QFileDialog)[-1].reject()
    assert not house.closed
    asked(house)


def test_it_may_be_lost_on_purpose(on_full_disk: House) -> None:
    house = on_full_disk
    asked(house)
    house.press("Close and lose it")
    assert house.closed
    assert house.engine.records.unwritten.titles == ()


def test_what_works_again_is_written_without_a_question(build: Build, paths: Paths) -> None:
    house = build().open().start(stiffness=6)
    with locked(paths.journal):
        dialog = asked(ended(house))
    dialog.again.click()
    assert house.closed
    assert whole(house.engine.records.journal.sessions()[0])


def test_a_window_without_such_a_run_just_closes(build: Build) -> None:
    house = build().open()
    house.window.close()
    assert house.closed


@pytest.mark.parametrize("lighter", [False, True])
def test_a_run_that_was_cut_off_and_taken_up_is_whole_in_a_file(
    build: Build, paths: Paths, tmp_path: Path, lighter: bool
) -> None:
    """What the journal has at last, and what the file brings, are the same."""
    first = build().open().start(stiffness=6)
    first.hear_until(first.run.player.timeline.step_starts[1] + 10)
    first.window.close()
    first.press("Keep my place")
    first.qtbot.waitUntil(lambda: first.closed)
    house = build().open()
    house.press("Go on")
    house.wait_until_led()
    if lighter:
        house.run.toggle_lighter()
    with locked(paths.journal):
        ended(house)
        house.engine.records.unwritten._waiting[0].copy_into(
            copy := Journal(tmp_path / "c", lambda: NOW)
        )
        copy.export_json(tmp_path / "kept.json")
        copy.dispose()
    house.engine.records.unwritten.write_down()
    assert (
        taken_in(tmp_path / "kept.json", tmp_path / "o") == house.engine.records.journal.sessions()
    )


@pytest.mark.parametrize("harm", [full, moved])
def test_where_nobody_can_be_asked_a_file_takes_it(
    tmp_path: Path, temporary: Path, empty_journal: Path, build: Build, harm: Harm
) -> None:
    """In the state folder, or where its disk is full, among the system's temporary files."""
    with small_disk(tmp_path / "disk") as disk:
        house = build(own_places(disk, empty_journal)).open().start(stiffness=6)
        with harm(house.engine.paths.journal):
            ended(house).application.close()
        (file,) = (disk if harm is moved else temporary).rglob("longstride-run-*.json")
        assert whole(*taken_in(file, tmp_path / "other.sqlite"))


def test_nothing_takes_it(on_full_disk: House, monkeypatch: pytest.MonkeyPatch) -> None:
    unwritten = on_full_disk.engine.records.unwritten
    monkeypatch.setattr(tempfile, "tempdir", str(on_full_disk.engine.paths.state))
    assert unwritten.give_up() is None
    assert unwritten.titles == ("Two steps",)
    with pytest.raises(JournalError, match="make room there"):
        unwritten.save(on_full_disk.engine.paths.state / "kept.json")


def test_nothing_takes_it_where_no_file_may_be_written_at_all(
    on_full_disk: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwritten = on_full_disk.engine.records.unwritten
    monkeypatch.setattr(tempfile, "tempdir", None)
    with no_larger_than(0):
        assert unwritten.give_up() is None
    assert unwritten.titles == ("Two steps",)
    unwritten.forget()  # or closing the window would leave it on this machine


def test_several_are_named() -> None:
    assert "through One and Two are" in what_waits(("One", "Two"))
    assert "through One, Two and Three are" in what_waits(("One", "Two", "Three"))


def texts(house: House) -> list[str]:
    from PySide6.QtWidgets import QLabel

    dialog = house.shown(UnwrittenDialog)
    return [label.accessibleName() or label.text() for label in dialog.findChildren(QLabel)]
