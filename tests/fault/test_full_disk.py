"""What takes the journal's place, or changes it, on a disk that is full: the old file stays."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fault.harms import no_larger_than, small_disk
from journal.journal_samples import a_session, a_step, noon
from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating
from longstride.journal.journal import Journal
from longstride.journal.left_beside import left_beside
from longstride.records.records import Records

MOST = os.environ.get("LONGSTRIDE_FAULTS") == "all"
ROOMS = range(0, 320_000, 4096 if MOST else 32_768)  # bytes that are left on the disk
Act = Callable[[Records, Path, Path], object]
ACTS: dict[str, Act] = {
    "begin anew": lambda records, _, __: records.restore(None),
    "restore": lambda records, backup, _: records.restore(backup),
    "import": lambda records, _, export: records.take_in(export),
    "back up": lambda records, _, __: records.backups.make(),
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred kilobytes of sessions from elsewhere."""
    folder = tmp_path_factory.mktemp("elsewhere")
    journal = Journal(folder / "journal.sqlite", noon)
    for _ in range(40):
        steps = tuple(a_step(step) for step in range(9))
        journal.add(a_session(steps=steps, after=AfterRating(note="felt " * 800)))
    journal.export_json(folder / "all.json")
    journal.dispose()
    return folder / "all.json"


def records_in(folder: Path) -> tuple[Records, Path]:
    """Return records of three sessions, and a backup of two of them."""
    folder.mkdir(exist_ok=True)
    records = Records(folder / "journal.sqlite", folder, noon)
    records.journal.begin(a_session(steps=(a_step(0),)))
    records.journal.begin(a_session())
    backup = records.backups.make()
    records.journal.begin(a_session())
    records.let_go()
    return records, backup


def leave(folder: Path, room: int) -> None:
    """Fill a disk but for so many bytes."""
    disk = os.statvfs(folder)
    (folder / "ballast").write_bytes(b"\0" * max(0, disk.f_bavail * disk.f_frsize - room))


def is_done(act: Act, records: Records, backup: Path, export: Path, most: int) -> bool:
    """Do something while no file may grow beyond ``most``; return whether it was done.

    Where it was not, the old file is proved: as it is, or as the next opening finds it where the
    limit kept SQLite from taking back what it had begun.
    """
    backups = sorted(records.backups.folder.iterdir())
    path = records.backups.folder.with_name("journal.sqlite")
    before = path.read_bytes()
    try:
        with no_larger_than(most):
            act(records, backup, export)
    except JournalError:
        records.let_go()
        if left_beside(path):
            assert records.journal.count() == 3
            records.let_go()
        assert path.read_bytes() == before
        assert sorted(records.backups.folder.iterdir()) == backups
        return False
    records.let_go()
    return True


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_a_full_disk_leaves_the_old_journal_byte_for_byte(
    tmp_path: Path, export: Path, act: Act
) -> None:
    done = []
    for number, room in enumerate(ROOMS):
        with small_disk(tmp_path / f"disk{number}") as disk:
            records, backup = records_in(disk / "own")
            leave(disk, room)
            done.append(is_done(act, records, backup, export, 10**9))
    assert not done[0]


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_a_limit_on_files_leaves_the_old_journal_byte_for_byte(
    tmp_path: Path, export: Path, act: Act
) -> None:
    done = []
    for number, size in enumerate((*ROOMS, 1_000_000)):
        records, backup = records_in(tmp_path / f"own{number}")
        done.append(is_done(act, records, backup, export, size))
    assert (done[0], done[-1]) == (False, True)
