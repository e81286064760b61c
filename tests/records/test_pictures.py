"""The pictures of stills: kept with the numbers, private, backed up, swept."""

import os
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from film.clips import number_of, numbered
from journal.journal_samples import NOON, a_still, a_thigh
from longstride.core.errors import FileError, JournalError
from longstride.core.history.measure import Measurement
from longstride.core.history.still import Still
from longstride.core.picture import Picture
from longstride.film.jpeg import jpeg_of
from longstride.film.reel import Reel
from longstride.records.pictures import ORPHAN, UNDO, Pictures
from longstride.records.records import Records

PICTURE = Picture(1920, 1080, numbered(77, 1920, 1080).tobytes())


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_records(tmp_path: Path, clock: Clock) -> Callable[[], Records]:
    return lambda: Records(tmp_path / "journal.sqlite", tmp_path / "left", clock)


@pytest.fixture
def records(open_records: Callable[[], Records]) -> Records:
    return open_records()


def keep(records: Records) -> tuple[Measurement, Still, Path]:
    thigh = a_thigh()
    still = a_still(thigh)
    records.keep_still(PICTURE, still, thigh)
    return thigh, still, records.pictures.file(still.id)


def test_a_picture_is_small_private_and_tells_nothing(records: Records) -> None:
    _, _, file = keep(records)
    raw = file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 or os.name == "nt"
    assert b"Exif" not in raw and len(raw) < 300_000
    with Reel(file) as reel:
        seen = reel.picture_at(0)
    assert (seen.width, seen.height) == (960, 540)
    assert number_of(seen.rgb, 960, 540) == 77


@pytest.mark.parametrize("size", [(1, 1), (3, 5000), (481, 271)])
def test_odd_pictures_are_kept_too(size: tuple[int, int]) -> None:
    width, height = size
    assert jpeg_of(Picture(width, height, bytes(width * height * 3))).startswith(b"\xff\xd8")


def test_without_its_number_no_picture_stays(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(records.journal, "keep_still", refuse)
    with pytest.raises(JournalError):
        keep(records)
    assert not list(records.pictures.folder.iterdir())


def test_a_folder_that_cannot_be_made_is_a_sentence(records: Records, tmp_path: Path) -> None:
    (tmp_path / "stills").touch()
    with pytest.raises(FileError, match="pictures cannot be made"):
        keep(records)
    assert records.journal.measurements() == ()


def test_it_goes_when_it_can_no_longer_be_had_back(
    open_records: Callable[[], Records], clock: Clock
) -> None:
    records = open_records()
    thigh, _, file = keep(records)
    records.journal.unmeasure(thigh.id)
    records.close()
    assert file.exists()  # another window may still offer the way back
    clock.time += UNDO + timedelta(seconds=1)
    open_records().journal.dispose()
    assert not file.exists()


def test_the_next_one_kept_takes_it_along(records: Records, clock: Clock) -> None:
    thigh, _, file = keep(records)
    records.journal.unmeasure(thigh.id)
    clock.time += UNDO + timedelta(seconds=1)
    _, _, newer = keep(records)
    assert not file.exists() and newer.exists()


def test_what_a_fault_left_goes_after_a_day_and_no_stranger_is_touched(
    open_records: Callable[[], Records], clock: Clock
) -> None:
    records = open_records()
    thigh, _, file = keep(records)
    orphan = records.pictures.file(a_still(thigh).id)
    orphan.write_bytes(b"left")
    strange = file.with_name("holiday.jpg")
    strange.write_bytes(b"mine")
    clock.time = datetime.fromtimestamp(orphan.stat().st_mtime, NOON.tzinfo)
    records.close()
    assert orphan.exists()
    clock.time += ORPHAN + timedelta(seconds=1)
    open_records().journal.dispose()
    assert not orphan.exists()
    assert file.exists() and strange.exists()


def test_a_backup_brings_pictures_back(records: Records) -> None:
    thigh, still, file = keep(records)
    backup = records.back_up()
    records.journal.unmeasure(thigh.id)
    file.unlink()
    assert records.backups.strangers() == ()
    records.restore(backup)
    assert [kept.id for kept in records.journal.stills()] == [still.id]
    assert file.exists()


def test_going_back_to_an_older_backup_loses_no_newer_picture(
    records: Records, clock: Clock
) -> None:
    keep(records)
    older = records.back_up()
    _, still, file = keep(records)
    clock.time += timedelta(hours=1)
    aside = records.restore(older)
    assert aside is not None and len(records.journal.stills()) == 1
    file.unlink(missing_ok=True)  # as a sweep would
    records.restore(aside)
    assert file.exists() and still.id in {kept.id for kept in records.journal.stills()}


def test_backups_hold_none_where_none_are_wanted(records: Records) -> None:
    records.backs_pictures_up = False
    keep(records)
    records.back_up()
    assert not records.pictures.copies.exists()


def test_a_copy_that_no_backup_speaks_of_goes(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "journal.sqlite", lambda: NOON)
    (tmp_path / "backups").mkdir()
    first, second = a_still(a_thigh()).id, a_still(a_thigh()).id
    for still in (first, second):
        pictures.write(still, b"jpeg")
    pictures.copy(frozenset)
    for still in (first, second):
        pictures.file(still).unlink()
    pictures.copy(lambda: {first})
    assert [file.stem for file in pictures.copies.iterdir()] == [str(first)]
    pictures.bring_back({first, second})
    assert pictures.file(first).read_bytes() == b"jpeg"
    assert not pictures.file(second).exists()
