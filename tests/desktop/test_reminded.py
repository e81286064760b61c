from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Barrier

import pytest

from longstride.core.errors import FileError
from longstride.core.history.reminder import Reminder, Slot, Snooze, Told
from longstride.desktop.reminded import Reminded

EVENING = Slot(date(2026, 5, 5), time(18))
UNTIL = datetime(2026, 5, 5, 18, 30, tzinfo=UTC)


def reminder(slot: Slot = EVENING) -> Reminder:
    return Reminder(slot, "mobility-a", "Mobility A", "Ready.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "reminders"


def test_a_telling_is_claimed_once_and_again_when_it_was_put_off(folder: Path) -> None:
    window, closed = Reminded(folder), Reminded(folder)
    assert window.read() == Told()
    assert window.claim(reminder())
    assert not closed.claim(reminder())
    closed.put_off(EVENING, UNTIL)
    assert window.read() == Told(frozenset({EVENING}), Snooze(EVENING, UNTIL))
    assert window.claim(reminder())
    assert not closed.claim(reminder())
    assert closed.read() == Told(frozenset({EVENING}))


def test_of_many_at_once_one_tells(folder: Path) -> None:
    start = Barrier(8)

    def claim(_: int) -> bool:
        start.wait()
        return Reminded(folder).claim(reminder())

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(claim, range(8))) == 1
        Reminded(folder).put_off(EVENING, UNTIL)
        assert sum(pool.map(claim, range(8))) == 1


def test_a_snooze_takes_the_place_of_another_and_a_later_telling_that_of_both(
    folder: Path,
) -> None:
    reminded, morning = Reminded(folder), Slot(EVENING.day, time(7, 30))
    reminded.settle([morning])
    reminded.put_off(morning, UNTIL)
    reminded.put_off(EVENING, UNTIL)
    assert reminded.read() == Told(frozenset({morning}), Snooze(EVENING, UNTIL))
    assert reminded.claim(reminder(Slot(EVENING.day, time(20))))
    assert reminded.read().snooze is None


def test_what_is_long_past_is_removed(folder: Path) -> None:
    reminded, last = Reminded(folder), Slot(date(2026, 4, 9), time(18))
    reminded.settle([*(Slot(date(2026, 4, day), time(18)) for day in range(1, 9)), last, EVENING])
    assert reminded.claim(reminder(Slot(EVENING.day, time(19))))
    kept = reminded.read().slots
    assert {last, EVENING, Slot(EVENING.day, time(19))} < kept
    assert len(kept) < 7


@pytest.mark.parametrize("year", [2000, 2040])
def test_a_clock_that_was_wrong_and_is_set_right_tells_nothing_twice(
    folder: Path, year: int
) -> None:
    reminded = Reminded(folder)
    assert reminded.claim(reminder())
    wrong = Slot(date(year, 1, 1), time(18))
    assert reminded.claim(reminder(wrong))
    assert not reminded.claim(reminder(wrong))
    assert not reminded.claim(reminder())


@pytest.mark.parametrize("raw", [b"", b"soon", b"2026-05-05T18:30", b"\xff" * 900])
def test_a_snooze_that_cannot_be_read_is_none(folder: Path, raw: bytes) -> None:
    Reminded(folder).settle([EVENING])
    (folder / "later-2026-05-05-1800").write_bytes(raw)
    (folder / "later-never").mkdir()
    (folder / "a letter").write_bytes(raw)
    assert Reminded(folder).read() == Told(frozenset({EVENING}))


def test_a_folder_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    folder.write_text("in the way")
    with pytest.raises(FileError, match="cannot be remembered in"):
        Reminded(folder).claim(reminder())
    with pytest.raises(FileError):
        Reminded(folder).put_off(EVENING, UNTIL)
    assert Reminded(folder).read() == Told()
