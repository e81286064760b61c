"""Writing a file so that it is there whole, or not at all; reading one that is a file."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from longstride.core.errors import JournalError


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Lend an empty private file in the same folder; what is left of it is removed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    new = Path(name)
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)
        new.with_name(f"{new.name}-journal").unlink(missing_ok=True)


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Lend a file that takes the name ``path`` once it is whole; JournalError if it cannot."""
    try:
        with beside(path) as new:
            yield new
            flush(new)
            new.replace(path)
    except OSError as error:
        raise JournalError(
            f"{path} cannot be written ({error.strerror}); choose another place or make room."
        ) from error


def flush(path: Path) -> None:
    """Have a file outlast a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def content_of(path: Path, most: int) -> bytes:
    """Return up to ``most`` bytes of a file; ValueError at once for what is none, OSError.

    A pipe has no end and a device may do something on being opened: neither is waited for.
    """
    _see_that_it_is_a_file(path.stat())
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        _see_that_it_is_a_file(os.fstat(handle))  # it may be another by now
        return file.read(most) or b""


def _see_that_it_is_a_file(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ValueError("it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("it is a pipe or a device, and no file")
