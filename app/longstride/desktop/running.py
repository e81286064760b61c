"""Whether a window of Longstride is open, found out without Qt."""

import os
import sys
from pathlib import Path

from longstride.plain_files import read_plain

LOCK = "window.lock"
_LARGEST = 4000
_MAY_ASK = 0x1000  # Windows: PROCESS_QUERY_LIMITED_INFORMATION


def is_window_open(folder: Path) -> bool:
    """Return whether the window over a data folder is open, by the lock it holds there.

    A lock that a killed window left is none: the number in it is no process of ours.
    """
    try:
        pid = int(read_plain(folder / LOCK, _LARGEST).split(b"\n")[0])
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
