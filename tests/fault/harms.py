"""What can happen to the journal's disk and file, each undone again where that can be."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

Harm = Callable[[Path], AbstractContextManager[None]]

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def small_disk(at: Path, size: str = "2m") -> Iterator[Path]:
    """Mount a disk of a few megabytes; the test is skipped where this user may not."""
    at.mkdir(parents=True, exist_ok=True)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "longstride-test", str(at))
    if os.name == "nt" or shutil.which("mount") is None or os.geteuid():
        pytest.skip("only root can mount a small disk")
    if (done := subprocess.run(mount, capture_output=True, text=True, check=False)).returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    try:
        yield at
    finally:
        subprocess.run(("umount", "--lazy", str(at)), check=True)


@contextmanager
def full(journal: Path) -> Iterator[None]:
    """Fill the journal's disk to the last byte."""
    ballast = journal.with_name("ballast")
    block = b"\0" * 4096
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(block):
                pass
        except OSError:
            pass
    yield
    ballast.unlink()


@contextmanager
def read_only(journal: Path) -> Iterator[None]:
    """Let the journal's folder take nothing more, as on a disk that the system gave up on."""
    folder = str(journal.parent)
    subprocess.run(("mount", "--bind", folder, folder), check=True)
    subprocess.run(("mount", "-o", "remount,bind,ro", folder), check=True)
    yield
    subprocess.run(("umount", "--lazy", folder), check=True)


@contextmanager
def locked(journal: Path, lock: str = "BEGIN EXCLUSIVE") -> Iterator[None]:
    """Let another process hold the whole journal; "BEGIN IMMEDIATE" leaves it to be read."""
    command = [sys.executable, "-c", HOLD, str(journal), lock]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate()


@contextmanager
def moved(journal: Path) -> Iterator[None]:
    """Move the journal away, and back."""
    away = journal.with_name("away.sqlite")
    journal.rename(away)
    yield
    away.rename(journal)


@contextmanager
def deleted(journal: Path) -> Iterator[None]:
    """Delete the journal; nobody brings it back."""
    journal.unlink()
    yield


@contextmanager
def spoilt(journal: Path) -> Iterator[None]:
    """Write rubbish over all of the journal; nobody mends it."""
    journal.write_bytes(b"\xff" * journal.stat().st_size)
    yield


@contextmanager
def emptied(journal: Path) -> Iterator[None]:
    """Cut the journal to nothing, as some disks do after a crash; nobody mends it."""
    os.truncate(journal, 0)
    yield


@contextmanager
def without_tables(journal: Path) -> Iterator[None]:
    """Take the journal's sessions out of it behind the program's back; nobody mends it."""
    with closing(sqlite3.connect(journal)) as other:
        other.execute("DROP TABLE step")
        other.execute("DROP TABLE session")
        other.commit()
    yield


@contextmanager
def no_larger_than(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as on a disk that is full."""
    import resource  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
