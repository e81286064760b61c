"""The athlete's records, kept safe in the whole window: backups, the way back, export, import."""

import csv
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from fault.bad_journals import (
    deleted,
    emptied,
    foreign,
    newer,
    spoilt_head,
    truncated,
)
from longstride.paths import Paths
from longstride.settings import Settings
from longstride.ui.look.theme import Theme
from longstride.ui.records.restore_dialog import RestoreDialog
from longstride.ui.records.trouble_view import TroubleView
from ui import page_samples as samples
from ui.house import House, PaperEngine, own_places

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
NOBODY = 65534


def wrote(house: House, sessions: int) -> None:
    for session in samples.sessions(sessions):
        house.engine.records.journal.begin(session)


@pytest.fixture
def keeping(build: Build) -> House:
    """A window over a journal with six sessions, on Settings."""
    house = build()
    wrote(house, 6)
    house.open().window.show_page("settings")
    return house


@pytest.fixture
def kept(paths: Paths) -> Paths:
    """Places of a journal with four sessions in its only backup, and a fifth since."""
    engine = PaperEngine(paths, Settings())
    for session in samples.sessions(5)[1:]:
        engine.records.journal.begin(session)
    engine.records.backups.make()
    engine.records.journal.begin(samples.sessions(1)[0])
    engine.records.journal.dispose()
    return paths


def choose(house: House, path: Path) -> None:
    """Answer the file dialog that is open."""
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    dialog = house.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def says(house: House, *words: str) -> str:
    """Wait until a notice has these words, and return it."""

    def found() -> list[str]:
        return [text for text in house.window.notices if all(word in text for word in words)]

    house.qtbot.waitUntil(lambda: found() != [])
    return found()[0]


def trouble(house: House) -> str:
    """Wait for the screen that stands for the page, and return what it says."""
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    return str(house.shown(TroubleView).trouble.sentence)


# Settings


def test_a_backup_is_made_now(keeping: House) -> None:
    keeping.press("Back up now")
    says(keeping, "A backup is in", str(keeping.engine.records.backups.folder))
    (made,) = keeping.engine.records.backups.all()
    assert made.sessions == 6


def test_a_backup_is_restored_and_everything_rereads(keeping: House) -> None:
    keeping.press("Back up now")
    says(keeping, "A backup is in")
    keeping.engine.records.journal.delete(samples.sessions(1)[0].id)
    keeping.press("Restore…")
    keeping.qtbot.waitUntil(lambda: keeping.shown(RestoreDialog) is not None)
    keeping.press("Restore")
    says(keeping, "The journal is now that of", "kept in")
    assert keeping.engine.records.journal.count() == 6
    keeping.window.show_page("today")
    keeping.reads("6 sessions in all")
    (aside,) = keeping.engine.records.backups.folder.glob("set-aside-*.sqlite")
    with closing(sqlite3.connect(aside)) as there:
        deleted = "SELECT count(*) FROM session WHERE deleted IS NOT NULL"
        assert there.execute(deleted).fetchone() == (1,)


def test_what_was_set_aside_can_be_had_back(keeping: House) -> None:
    keeping.press("Back up now")
    says(keeping, "A backup is in")
    aside = keeping.engine.records.restore(None)
    assert aside is not None
    keeping.press("Restore…")
    keeping.press("Another file…")
    choose(keeping, aside)
    says(keeping, f"now that of {aside.name}")
    assert keeping.engine.records.journal.count() == 6


def test_a_file_that_is_no_journal_is_refused_and_nothing_changes(
    keeping: House, tmp_path: Path
) -> None:
    (tmp_path / "letter.sqlite").write_text("dear diary " * 500)
    keeping.press("Restore…")
    keeping.press("Another file…")
    choose(keeping, tmp_path / "letter.sqlite")
    says(keeping, "letter.sqlite is not a journal")
    assert keeping.engine.records.journal.count() == 6


def test_backups_tell_their_day_their_sessions_and_their_size(kept: Paths, build: Build) -> None:
    house = build(kept)
    house.engine.records.backups.folder.joinpath("journal-20261101T070000Z.sqlite").write_bytes(
        b"?" * 9
    )
    good, bad = house.engine.records.backups.all()
    dialog = RestoreDialog(Theme(), house.window, (good, bad))
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "4 sessions, 0.1 MB" in texts
    assert "cannot be read, 0.1 MB" in texts
    assert "2026" in texts
    assert [each.text() for each in dialog.findChildren(QPushButton)].count("Restore") == 1


def test_without_backups_the_dialog_says_so(build: Build) -> None:
    house = build()
    dialog = RestoreDialog(Theme(), house.window, ())
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("There are no backups yet" in text for text in texts)


def test_everything_goes_to_one_file_and_comes_back(
    keeping: House, build: Build, tmp_path: Path
) -> None:
    keeping.press("Export one file…")
    choose(keeping, tmp_path / "all.json")
    says(keeping, f"Everything is in {tmp_path / 'all.json'}.")
    assert len(json.loads((tmp_path / "all.json").read_text())["sessions"]) == 6
    keeping.engine.records.restore(None)
    keeping.press("Import a file…")
    choose(keeping, tmp_path / "all.json")
    says(keeping, "Taken in: 6 sessions.")
    keeping.press("Import a file…")
    choose(keeping, tmp_path / "all.json")
    says(keeping, "There was nothing new in it.")
    keeping.window.show_page("today")
    keeping.reads("6 sessions in all")


def test_tables_go_to_a_folder_of_their_own(keeping: House, tmp_path: Path) -> None:
    keeping.press("Export tables…")
    choose(keeping, tmp_path)
    says(keeping, "The tables are in")
    with (tmp_path / "longstride-2026-11-22" / "sessions.csv").open(encoding="utf-8-sig") as file:
        assert len(list(csv.DictReader(file))) == 6


@pytest.mark.parametrize("content", ["", "[]", '{"format": "longstride-journal", "version": 9}'])
def test_a_strange_file_is_refused_in_one_sentence(
    keeping: House, tmp_path: Path, content: str
) -> None:
    (tmp_path / "strange.json").write_text(content)
    keeping.press("Import a file…")
    choose(keeping, tmp_path / "strange.json")
    assert says(keeping, "strange.json", "cannot be imported").count("\n") == 0
    assert keeping.engine.records.journal.count() == 6


def test_a_place_that_takes_nothing_is_said(keeping: House, tmp_path: Path) -> None:
    keeping.press("Export one file…")
    choose(keeping, tmp_path / "nowhere" / "all.json")
    says(keeping, "cannot be written", "choose another place")


# A journal that cannot be used


BAD = [
    (spoilt_head, "is not a journal"),
    (truncated, "is damaged"),
    (emptied, "is empty"),
    (foreign, "not a Longstride journal"),
    (deleted, "is gone, but there are backups"),
]


@pytest.mark.parametrize(("spoil", "words"), BAD)
def test_a_bad_journal_is_said_and_the_newest_good_backup_brings_it_back(
    build: Build, kept: Paths, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(kept.journal)
    bad = kept.journal.read_bytes() if kept.journal.exists() else None
    house = build(kept).open("trouble")
    assert words in trouble(house)
    house.reads("4 sessions")
    house.window.show_page("review")
    assert words in trouble(house)
    house.press("Restore the newest good backup")
    says(house, "The journal is now that of journal-")
    house.window.show_page("today")
    house.reads("4 sessions in all")
    house.window.show_page("review")
    house.qtbot.waitUntil(house.window.page("review").sessions.isVisible)
    assert house.shown(TroubleView) is None
    aside = list(house.engine.records.backups.folder.glob("set-aside-*.sqlite"))
    assert [path.read_bytes() for path in aside] == ([] if bad is None else [bad])


def test_an_empty_journal_begins_only_when_asked_for(build: Build, kept: Paths) -> None:
    spoilt_head(kept.journal)
    bad = kept.journal.read_bytes()
    house = build(kept).open("trouble")
    trouble(house)
    assert kept.journal.read_bytes() == bad
    house.press("Begin an empty journal")
    says(house, "An empty journal begins.", "kept in")
    house.qtbot.waitUntil(lambda: house.has_button("Start"))
    assert house.engine.records.journal.count() == 0
    (aside,) = house.engine.records.backups.folder.glob("set-aside-*.sqlite")
    assert aside.read_bytes() == bad


def test_another_backup_can_be_chosen(build: Build, kept: Paths) -> None:
    spoilt_head(kept.journal)
    house = build(kept).open("trouble")
    house.press("Choose another backup…")
    house.press("Restore")
    house.reads("4 sessions in all")


def test_without_a_backup_there_is_no_button_for_it(build: Build, paths: Paths) -> None:
    emptied(paths.journal)
    house = build().open("trouble")
    assert "is empty" in trouble(house)
    assert not house.has_button("Restore the newest good backup")
    house.reads("No good backup was found")
    house.press("Choose a backup…")
    house.press("Close")


def test_a_file_mended_elsewhere_is_read_when_tried_again(build: Build, kept: Paths) -> None:
    good = kept.journal.read_bytes()
    spoilt_head(kept.journal)
    house = build(kept).open("trouble")
    house.press("Try again")
    house.wait_for_tasks()
    trouble(house)
    kept.journal.write_bytes(good)
    house.press("Try again")
    house.reads("5 sessions in all")


@pytest.fixture
def protected(kept: Paths) -> Iterator[Paths]:
    """A journal that an ordinary user may read and not write."""
    if os.name == "nt":
        pytest.skip("Windows has no such modes")
    with tempfile.TemporaryDirectory() as place:
        paths = own_places(Path(place), kept.journal)
        paths.journal.chmod(0o444)
        for folder in (Path(place), paths.journal.parent):
            folder.chmod(0o555)
        user = os.geteuid()
        if not user:
            os.seteuid(NOBODY)
        yield paths
        if not user:
            os.seteuid(0)
        for folder in (Path(place), paths.journal.parent):
            folder.chmod(0o755)


def test_a_write_protected_journal_is_said_before_anything_is_lost(
    build: Build, protected: Paths
) -> None:
    house = build(protected).open("trouble")
    assert "write-protected" in trouble(house)


def test_a_journal_of_a_newer_longstride_is_well_and_nothing_takes_its_place(
    build: Build, kept: Paths
) -> None:
    newer(kept.journal)
    house = build(kept).open("trouble")
    assert "update Longstride" in trouble(house)
    house.reads("Your journal itself is as it was")
    assert not house.has_button("Restore the newest good backup")
    assert not house.has_button("Begin an empty journal")
    house.press("Choose a backup…")
    house.press("Restore")
    house.reads("4 sessions in all")


def test_a_busy_journal_is_read_when_the_other_is_done(build: Build, kept: Paths) -> None:
    with closing(sqlite3.connect(kept.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        house = build(kept).open("trouble")
        assert "in use by another program" in trouble(house)
        assert not house.has_button("Restore the newest good backup")
        house.press("Choose a backup…")
        house.press("Restore")
        says(house, "in use by another program")
    house.press("Try again")
    house.reads("5 sessions in all")
    assert house.engine.records.journal.sessions()[0] == samples.sessions(1)[0]
