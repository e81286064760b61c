"""What SQLite may have left beside a database, and what anybody may have put in its place."""

from pathlib import Path

from longstride.core.errors import JournalError
from longstride.plain_files import is_odd

_ENDINGS = ("-journal", "-wal", "-shm")


def left_beside(path: Path) -> tuple[Path, ...]:
    """Return what lies beside a database under the names that SQLite gives.

    It is played into whatever bears the database's name when that is opened.
    """
    names = (path.with_name(f"{path.name}{ending}") for ending in _ENDINGS)
    return tuple(left for left in names if left.exists())


def see_plain(path: Path) -> None:
    """JournalError where SQLite would wait for a pipe, or read a device that has no end."""
    for each in (path, *left_beside(path)):
        if is_odd(each):
            raise JournalError(
                f"The journal {path} cannot be opened: {each} is not a plain file; move that away, "
                "or restore a backup."
            )
