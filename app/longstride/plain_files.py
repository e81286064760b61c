"""Files of ours that anybody may have put something else in the place of."""

import errno
import os
import stat
from pathlib import Path


def read_plain(path: Path, most: int = -1) -> bytes:
    """Return the bytes of a file, or at most so many; OSError where it cannot be read, or is none.

    A link is followed. A pipe or a device is refused at once: reading it might never end.
    """
    with open(path, "rb", opener=_at_once) as file:
        return file.read(most)


def is_odd(path: Path) -> bool:
    """Return whether something is there that is no plain file, links followed."""
    return path.exists() and not path.is_file()


def followed(path: Path) -> Path:
    """Return where a link leads, to be written over; OSError where that is no plain file.

    It could be a device of the whole machine.
    """
    if is_odd(path):
        raise _no_file(str(path))
    return Path(os.path.realpath(path))


def _at_once(path: str, flags: int) -> int:
    """Open a file; a device may do something on being opened, and a pipe have nobody at its end."""
    if is_odd(Path(path)):
        raise _no_file(path)
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise _no_file(path)


def _no_file(path: str) -> OSError:
    return OSError(errno.EINVAL, "it is not a plain file", path)
