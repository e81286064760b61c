"""What can go wrong with the file, each as one sentence: what, where, what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from longstride.core.errors import JournalError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "The journal {path} is in use by another program; close it and try again.",
    sqlite3.SQLITE_READONLY: (
        "The journal {path} cannot be written; see that neither the file nor its folder is "
        "write-protected."
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
_UNKNOWN = (
    "The journal {path} could not be used ({reason}); start Longstride anew, and if it stays so, "
    "restore a backup of it."
)


def damaged(path: Path) -> JournalError:
    """Return the error for a file whose content does not hold together."""
    return JournalError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path))


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
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte names the kind
    reason = " ".join(str(error).split()).removeprefix("CHECK constraint failed: ")
    return JournalError(_SENTENCES.get(code, _UNKNOWN).format(path=path, reason=reason))


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what SQLite, SQLAlchemy's driver or the system raises into a JournalError."""
    try:
        yield
    except DBAPIError as error:
        raise fault(path, error.orig) from error
    except UnicodeDecodeError as error:  # the driver, reading spoilt text
        raise damaged(path) from error
    except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
        raise fault(path, error) from error
