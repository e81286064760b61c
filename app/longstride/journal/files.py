"""Writing a file so that it is there whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from longstride.core.errors import JournalError
from longstride.journal.left import left_beside


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Lend an empty private file in the same folder; what is left of it is removed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    new = Path(name)
    try:
        yield new
    finally:
        for each in (new, *left_beside(new)):
            each.unlink(missing_ok=True)


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
