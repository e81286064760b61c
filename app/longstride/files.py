"""Writing a file so that it is there whole, or not at all: the one way to write one for somebody.

The new file is made beside the place it is for, filled, flushed to the disk and only then takes
the name. What stood there before stays as it was until then.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from longstride.core.errors import FileError

_PRIVATE, _AS_ANY_OTHER = 0o600, 0o666  # less the umask, or what the folder says instead


@contextmanager
def beside(path: Path, *, private: bool = True) -> Iterator[Path]:
    """Lend an empty file in the same folder; what is left of it is removed.

    It is for its owner's eyes alone, or else as open as any file that is made there.
    """
    new = path.with_name(f".longstride-{os.urandom(6).hex()}")  # short: the name may be the longest
    mode = _PRIVATE if private else _AS_ANY_OTHER
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)
        new.with_name(f"{new.name}-journal").unlink(missing_ok=True)


@contextmanager
def written(path: Path, *, private: bool = True) -> Iterator[Path]:
    """Lend a file that takes the name ``path`` once it is whole; FileError if it cannot.

    What can be known beforehand is found out before it is lent. A link of that name is replaced
    and not followed.
    """
    try:
        _see_that_it_is_free(path)
        with beside(path, private=private) as new:
            yield new
            flush(new)
            new.replace(path)
    except OSError as error:
        raise FileError(
            f"{path} cannot be written ({error.strerror}); choose another place or make room."
        ) from error


def write_whole(path: Path, content: bytes, *, private: bool = True) -> None:
    """Write a file that is there whole or not at all; FileError if it cannot be."""
    with written(path, private=private) as new:
        new.write_bytes(content)


def flush(path: Path) -> None:
    """Have a file outlast a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _see_that_it_is_free(path: Path) -> None:
    """OSError where no file can take a name: too long, a folder's, a device's, or of no folder."""
    if not path.parent.is_dir():
        raise FileNotFoundError(0, f"there is no folder {path.parent}")
    try:
        path.lstat()
        is_file = path.is_file()  # or a link to one
    except FileNotFoundError:
        return
    if not is_file and path.exists():
        raise FileExistsError(0, "what stands there is no file")
