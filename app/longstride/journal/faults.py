"""What can go wrong with the file, each as one sentence: what, where, what to do."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from longstride.core.errors import JournalError, OutOfReachError

_log = logging.getLogger(__name__)

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "The journal {path} is in use by another program; close it and try again.",
    sqlite3.SQLITE_READONLY: (
        "The journal {path} cannot be written; see that neither the file nor its folder is "
        "write-protected."
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk with the journal {path} cannot be read or written just now; see that it is "
        "connected and sound, and try again."
    ),
    sqlite3.SQLITE_FULL: (
        "The disk with the journal {path} is full; make room and try again, nothing stored is lost."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The journal {path} is damaged; restore a backup of it, or look for a copy of your own."
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a journal, or a damaged one; restore a backup of the journal, or look for "
        "a copy of your own."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The journal {path} cannot be opened; see that it is a file that you may read and write."
    ),
    sqlite3.SQLITE_PERM: (
        "The journal {path} cannot be opened; see that it is a file that you may read and write."
    ),
    sqlite3.SQLITE_CONSTRAINT: "The journal {path} does not take this: {reason}.",
}
_EMPTY = (
    "The journal {path} is empty, which no journal ever is; restore a backup of it, or move it "
    "away and Longstride starts a new one."
)
_GONE = (
    "The journal {path} is gone; put it back where it was, or restore a backup of it, and try "
    "again."
)
_MOVED = (
    "The journal {path} was moved or replaced while Longstride was running; put it back where it "
    "was, and try again."
)
_OUTSIDE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
_PASSING = {_MOVED, *(_SENTENCES[code] for code in _OUTSIDE)}
_UNKNOWN = (
    "The journal {path} could not be used ({reason}); start Longstride anew, and if it stays so, "
    "restore a backup of it."
)


def damaged(path: Path) -> JournalError:
    """Return the error for a file whose content does not hold together."""
    return JournalError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path))


def empty(path: Path) -> JournalError:
    """Return the error for a file without a byte in it."""
    return JournalError(_EMPTY.format(path=path))


def fault(path: Path, error: BaseException | None) -> JournalError:
    """Return an error of SQLite or the system as a sentence."""
    if isinstance(error, UnicodeEncodeError):
        return JournalError(
            f"The journal {path} does not take this text: it holds half a character; write it anew."
        )
    if isinstance(error, OSError):
        return JournalError(
            f"The journal {path} cannot be used ({error.strerror}); see that its folder exists "
            "and that you may write there."
        )
    reason = " ".join(str(error).split()).removeprefix("CHECK constraint failed: ")
    sentence = _sentence(path, error)
    kind = OutOfReachError if sentence in _PASSING else JournalError
    return kind(sentence.format(path=path, reason=reason))


def is_moved(error: BaseException | None) -> bool:
    """Return whether an error says that the open file no longer lies where it was."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what SQLite, SQLAlchemy's driver or the system raises into a JournalError.

    The log gets the kind of it only: its words can quote what the athlete wrote.
    """
    try:
        yield
    except DBAPIError as error:
        _note(error.orig)
        raise fault(path, error.orig) from error
    except UnicodeDecodeError as error:  # the driver, reading spoilt text
        raise damaged(path) from error
    except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
        _note(error)
        raise fault(path, error) from error


def _sentence(path: Path, error: BaseException | None) -> str:
    gone = not path.exists()
    if is_moved(error):
        return _GONE if gone else _MOVED
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte names the kind
    if code == sqlite3.SQLITE_CANTOPEN and path.parent.is_dir():
        if gone:
            return _GONE
        if not os.access(path.parent, os.W_OK):
            return _SENTENCES[sqlite3.SQLITE_READONLY]
    if str(error).startswith("no such table"):  # somebody changed the file since it was opened
        return _SENTENCES[sqlite3.SQLITE_NOTADB] if path.stat().st_size else _EMPTY
    return _SENTENCES.get(code, _UNKNOWN)


def _note(error: BaseException | None) -> None:
    kind = getattr(error, "sqlite_errorname", None) or getattr(error, "strerror", None)
    _log.warning("the journal: %s", kind or type(error).__name__)
