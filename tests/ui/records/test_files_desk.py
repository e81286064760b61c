"""The athlete's records, kept safe in the whole window: backups, the way back, export, import."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from longstride.paths import Paths
from longstride.ui.look.theme import Theme
from longstride.ui.records.restore_dialog import RestoreDialog
from ui import page_samples as samples
from ui.house import House
from ui.records.using_files import choose, says

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


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
    assert "4 sessions until 18 Nov 2026, 0.1 MB" in texts
    assert "cannot be read, 0.1 MB" in texts
    assert "2026" in texts
    assert [each.text() for each in dialog.findChildren(QPushButton)].count("Restore") == 1


def test_the_dialog_marks_a_wrong_clock_and_offers_what_was_set_aside(
    kept: Paths, build: Build
) -> None:
    house = build(kept).open()
    engine = house.engine
    made = engine.records.backups.all()[0].path
    ahead = made.with_name("journal-20311101T070000Z.sqlite")
    ahead.write_bytes(made.read_bytes())
    aside = engine.records.restore(None)
    house.window.show_page("settings")
    house.press("Restore…")
    house.qtbot.waitUntil(lambda: house.shown(RestoreDialog) is not None)
    buttons = house.shown(RestoreDialog).findChildren(QPushButton)
    names = [each.accessibleName() for each in buttons if each.text() == "Restore"]
    assert len(names) == 3
    assert "(set aside), 5 sessions until 20 Nov 2026" in names[0]  # it holds the latest work
    assert sum("(a day still to come: the clock was wrong)" in name for name in names) == 1
    assert all("sessions until" in name for name in names)
    buttons[0].click()
    assert aside is not None
    says(house, f"now that of {aside.name}")
    assert engine.records.journal.count() == 5


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
