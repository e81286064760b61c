"""A journal that cannot be used, and the ways out."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fault.bad_journals import (
    deleted,
    emptied,
    foreign,
    newer,
    spoilt_head,
    truncated,
)
from longstride.paths import Paths
from longstride.ui.records.trouble_view import TroubleView
from ui import page_samples as samples
from ui.house import House, own_places
from ui.records.using_files import says, trouble

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


NOBODY = 65534


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
    says(house, "A new, empty journal begins.", "kept in")
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
    house.reads("Your journal is as it was")
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
