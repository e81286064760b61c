"""Every bad journal on the command line: one sentence, exit code 2, and nothing lost.

What the window says of them is in tests/ui/records/test_files_desk.py.
"""

import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fault.bad_journals import (
    corrupt_page,
    deleted,
    emptied,
    foreign,
    newer,
    truncated,
)
from fault.harms import full, locked, read_only, small_disk
from longstride.command.main import main
from longstride.paths import Paths, find_paths
from longstride.records.records import Records
from longstride.settings import Settings
from longstride.ui.records.trouble_view import TroubleView
from ui import page_samples as samples
from ui.house import House, PaperEngine, own_places

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Run = Callable[..., tuple[int, str]]
PLAY = ("play", "two-steps", "--no-window", "--talk", "tones", "--speed", "1000")


@pytest.fixture
def kept(paths: Paths) -> Paths:
    """Places of a journal with four sessions, all in a backup too."""
    return with_sessions(paths)


def with_sessions(paths: Paths) -> Paths:
    engine = PaperEngine(paths, Settings())
    for session in samples.sessions(4):
        engine.records.journal.begin(session)
    engine.records.backups.make()
    engine.records.journal.dispose()
    return paths


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., tuple[int, str]]]:
    """Runs the command line; returns its exit code and what it complains of.

    A run that a full disk does not take is left among temporary files, but not the system's.
    """
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))
    monkeypatch.setattr(Records, "lock_wait", 50)

    def run(paths: Paths, *verb: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--data-dir", str(paths.data.parent), *verb])
        return code, capsys.readouterr().err

    yield run
    for open_file in logging.getLogger("longstride").handlers:
        open_file.close()


def count(paths: Paths) -> int:
    return PaperEngine(paths, Settings()).records.journal.count()


BAD = [
    (corrupt_page, "is damaged"),
    (truncated, "is damaged"),
    (emptied, "is empty"),
    (foreign, "not a Longstride journal"),
    (newer, "newer Longstride"),
    (deleted, "is gone, but there are backups"),
]


@pytest.mark.parametrize(("spoil", "words"), BAD, ids=[spoil.__name__ for spoil, _ in BAD])
def test_a_bad_journal_is_one_sentence_and_a_backup_brings_it_back(
    run: Run, kept: Paths, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(kept.journal)
    bad = kept.journal.read_bytes() if kept.journal.exists() else None
    code, said = run(kept, "history")
    assert (code, len(said.splitlines())) == (2, 1)
    assert words in said
    assert (kept.journal.read_bytes() if kept.journal.exists() else None) == bad
    assert run(kept, "restore") == (0, "")
    assert count(kept) == 4
    aside = list(kept.data.glob("backups/set-aside-*.sqlite"))
    assert [path.read_bytes() for path in aside] == ([] if bad is None else [bad])


@pytest.mark.parametrize(("spoil", "words"), BAD, ids=[spoil.__name__ for spoil, _ in BAD])
def test_doctor_and_backup_say_the_same_of_it(
    run: Run,
    kept: Paths,
    spoil: Callable[[Path], None],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(kept.journal)
    code, said = run(kept, "backup")
    assert (code, len(said.splitlines())) == (2, 1)
    assert words in said
    finding = look_at_database(kept, capsys)
    assert words in finding["verdict"]
    assert ("restore" in finding["remedy"]) == (spoil is not newer)


def test_doctor_offers_no_backup_where_only_the_way_is_barred(
    run: Run, kept: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    with locked(kept.journal):
        assert run(kept, "history")[0] == 2
        finding = look_at_database(kept, capsys)
    assert "in use by another program" in finding["verdict"]
    assert "restore" not in finding["remedy"]


def look_at_database(paths: Paths, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return what the doctor says of the journal, which is never that it is fine."""
    assert main(["--data-dir", str(paths.data.parent), "doctor", "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    (finding,) = [each for each in findings if each["subject"] == "database"]
    assert not finding["fine"]
    return dict(finding)


def test_a_corrupt_page_is_said_in_the_window(kept: Paths, build: Callable[..., House]) -> None:
    corrupt_page(kept.journal)
    house = build(kept).open("trouble")
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    assert "is damaged" in house.shown(TroubleView).trouble.sentence
    house.press("Restore the newest good backup")
    house.reads("4 sessions in all")


@pytest.fixture
def disk(tmp_path: Path, empty_journal: Path) -> Iterator[Paths]:
    """Places on a small disk, with a journal of four sessions."""
    with small_disk(tmp_path / "disk", "16m") as at:
        yield with_sessions(own_places(at, empty_journal))


def test_a_full_disk_is_said_after_the_flow(run: Run, disk: Paths) -> None:
    with full(disk.journal):
        code, said = run(disk, *PLAY)
        assert code == 2
        assert "is full; make room and try again" in said
        assert "Traceback" not in said
    assert count(disk) == 4
    assert run(disk, *PLAY)[0] == 0
    assert count(disk) == 5


def test_a_folder_that_takes_nothing_is_said_after_the_flow(run: Run, disk: Paths) -> None:
    with read_only(disk.journal):
        code, said = run(disk, *PLAY)
        assert code == 2
        assert "write-protected" in said
        assert run(disk, "history")[0] == 0  # reading needs no writing
    assert count(disk) == 4


def test_a_locked_journal_is_one_sentence(run: Run, kept: Paths) -> None:
    with locked(kept.journal):
        code, said = run(kept, "history")
    assert (code, len(said.splitlines())) == (2, 1)
    assert "in use by another program" in said
    assert run(kept, "history") == (0, "")


def test_folders_that_cannot_be_made_are_said_and_the_rest_works(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("in the way")
    paths = find_paths(tmp_path / "own", {})
    code, said = run(paths, "list")
    assert code == 0
    assert "cannot be made" in said
    assert "--data-dir" in said
    assert run(paths, "history")[0] == 2
