"""A file that somebody asked for is there whole, or what was there before is, and nothing else."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from longstride.core.errors import FileError
from longstride.files import write_whole, written

LONGEST = "n" * 251 + ".svg"  # 255 bytes

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes and devices")


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_a_file_is_there_whole(tmp_path: Path) -> None:
    for name in ("a.svg", LONGEST, "é Ж.svg"):
        write_whole(tmp_path / name, b"whole")
        assert (tmp_path / name).read_bytes() == b"whole"
    assert len(list(tmp_path.iterdir())) == 3


def test_what_fails_under_way_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text("before")
    for failure in (OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit(143)):
        with pytest.raises((FileError, KeyboardInterrupt, SystemExit)), written(file) as new:
            new.write_text("half")
            raise failure
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]
    assert file.read_text() == "before"


@posix
@pytest.mark.usefixtures("umask")
def test_it_is_private_or_as_open_as_any_other_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "private", b"")
    write_whole(tmp_path / "open", b"", private=False)
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o640


@posix
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link.svg"
    target.write_text("kept")
    for pointing in (target, tmp_path / "nowhere"):
        link.symlink_to(pointing)
        write_whole(link, b"new")
        assert not link.is_symlink()
        link.unlink()
    assert target.read_text() == "kept"
    assert not (tmp_path / "nowhere").exists()


@posix
def test_what_cannot_be_a_file_is_found_out_before_the_work(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "device").symlink_to(os.devnull)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    bad = ("fifo", "device", "folder", "nowhere/a", "file/a", f"n{LONGEST}", "é" * 128)
    for name in bad:
        with pytest.raises(FileError, match="cannot be written"), written(tmp_path / name):
            pytest.fail("the work began")
    assert {path.name for path in tmp_path.iterdir()} == {"fifo", "device", "folder", "file"}


@posix
def test_a_name_that_is_no_text_is_taken(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.svg")
    write_whole(file, b"new")
    assert os.listdir(os.fsencode(tmp_path)) == [b"caf\xe9.svg"]  # noqa: PTH208


WRITES = """
import sys
from longstride.command.ending import Ending
from longstride.files import written
from pathlib import Path
with Ending(), written(Path(sys.argv[1])) as new:
    new.write_text("half")
    print("writes", flush=True)
    sys.stdin.read()
"""


@posix
@pytest.mark.parametrize("wish", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_wish_to_end_leaves_nothing_half(tmp_path: Path, wish: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES, str(tmp_path / "a.svg")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline() == "writes\n"
        writing.send_signal(signal.Signals[wish])
        writing.wait()
    assert writing.returncode in {128 + signal.Signals[wish], -signal.SIGINT}
    assert list(tmp_path.iterdir()) == []
