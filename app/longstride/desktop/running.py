"""Whether another Longstride runs over a data folder, window or terminal, found out without Qt."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from longstride.core.errors import FileError
from longstride.files import write_whole
from longstride.plain_files import read_plain

WINDOW_LOCK = "window.lock"
PLAY_LOCK = "play.lock"
_LARGEST = 4000
_MAY_ASK = 0x1000  # Windows: PROCESS_QUERY_LIMITED_INFORMATION


def is_window_open(folder: Path) -> bool:
    """Return whether the window over a data folder is open, by the lock it holds there."""
    return _is_held(folder / WINDOW_LOCK)


def is_flow_played(folder: Path) -> bool:
    """Return whether a terminal leads through a flow over a data folder."""
    return _is_held(folder / PLAY_LOCK)


@contextmanager
def playing(folder: Path) -> Iterator[None]:
    """Let every Longstride over a data folder know that a flow runs in the block.

    Where that cannot be written it runs all the same.
    """
    lock, ours = folder / PLAY_LOCK, b"%d\n" % os.getpid()
    with suppress(FileError):
        write_whole(lock, ours)
    try:
        yield
    finally:
        with suppress(OSError):
            if read_plain(lock, _LARGEST) == ours:  # or it is that of a second terminal
                lock.unlink()


def _is_held(lock: Path) -> bool:
    """Return whether who wrote a lock still runs; one that was killed leaves it behind."""
    try:
        pid = int(read_plain(lock, _LARGEST).split(b"\n")[0])
    except (OSError, ValueError, IndexError):
        return False
    return pid > 0 and _runs(pid)


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except PermissionError:
        pass
    except (OSError, OverflowError):
        return False
    return _is_longstride(pid)


def _is_longstride(pid: int) -> bool:
    """Return whether a process may be ours; numbers are given again, after a start above all."""
    try:
        return b"longstride" in Path(f"/proc/{pid}/cmdline").read_bytes().lower()
    except OSError:
        return True  # no such folder on macOS


def _runs_on_windows(pid: int) -> bool:  # not tried
    import ctypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(_MAY_ASK, False, pid)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
