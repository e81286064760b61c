"""Reading a file of ours that anybody may have put something else in the place of."""

import errno
import os
import stat
from pathlib import Path


def read_plain(path: Path, most: int) -> bytes:
    """Return at most so many bytes of a file; OSError where it is none, or cannot be read.

    A link is followed. A pipe or a device is refused at once: reading it might never end.
    """
    with open(path, "rb", opener=_at_once) as file:
        return file.read(most)


def _at_once(path: str, flags: int) -> int:
    """Open a file, without waiting for whoever writes into a pipe."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise OSError(errno.EINVAL, "it is not a plain file", path)
