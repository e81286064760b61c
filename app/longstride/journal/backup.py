"""Backups of the journal: made by themselves, thinned out with age, and the way back from them.

A backup is a checked copy in a folder beside the journal, named by the UTC moment it was taken.
It bears the time at which the journal was last changed, so that an unchanged journal is not
copied again, whatever the clock does.
"""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from longstride.core.errors import JournalError
from longstride.journal.check import count_sessions, examine
from longstride.journal.faults import plain_faults
from longstride.journal.files import beside
from longstride.journal.migrate import copy_aside, create
from longstride.journal.retention import due, keep
from longstride.journal.store import WAIT, connect, revision_of

_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"journal-(\d{8}T\d{6}Z)\.sqlite")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the journal taken at ``taken`` (aware UTC), ``size`` in bytes.

    ``sessions`` is how many it holds, None where it cannot be read.
    """

    path: Path
    taken: datetime
    size: int
    sessions: int | None


class Backups:
    """The backups of one journal file, in the folder ``backups`` beside it.

    Every method may raise JournalError, in a sentence for the athlete. ``now`` gives the aware
    local present. Let go of the journal (``Journal.dispose``) before ``restore`` and
    ``start_anew``.
    """

    def __init__(self, journal: Path, now: Callable[[], datetime], wait: int = WAIT) -> None:
        self._journal = journal
        self._now = now
        self._wait = wait
        self.folder = journal.with_name("backups")

    def make_if_due(self) -> Path | None:
        """Make a backup unless nothing changed since the last or that was just now; thin out."""
        taken = self._taken()
        if not self._journal.exists() or not due(max(taken, default=None), self._now()):
            return None
        with plain_faults(self._journal):
            copied = {path.stat().st_mtime_ns for path in taken.values()}
            changed = self._journal.stat().st_mtime_ns not in copied
        return self.make() if changed else None

    def make(self) -> Path:
        """Make a backup now and delete those that the policy no longer keeps."""
        self.see_that_journal_is_there()
        if not self._journal.exists():
            raise JournalError(
                f"There is no journal at {self._journal}, so there is nothing to back up yet."
            )
        with plain_faults(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        now = self._now()
        new = self.folder / f"journal-{now.astimezone(UTC).strftime(_MOMENT)}.sqlite"
        with plain_faults(self._journal):
            changed = self._journal.stat().st_mtime_ns  # before: a change while copying counts
            with closing(connect(self._journal, self._wait)) as connection:
                revision_of(self._journal, connection)  # nothing but a journal of ours
            copy_aside(self._journal, new, self._wait)
            os.utime(new, ns=(changed, changed))
        self._thin(now)
        return new

    def see_that_journal_is_there(self) -> None:
        """JournalError where it is gone although there are backups of it."""
        if not self._journal.exists() and self:
            raise JournalError(
                f"The journal {self._journal} is gone, but there are backups of it; restore one, "
                'or begin an empty journal ("longstride restore --empty").'
            )

    def all(self) -> tuple[Backup, ...]:
        """Return every backup, newest first."""
        taken = self._taken()
        return tuple(_described(taken[moment], moment) for moment in sorted(taken, reverse=True))

    def __bool__(self) -> bool:
        return bool(self._taken())

    def newest_good(self) -> Backup | None:
        """Return the newest backup that is sound through and through, or None."""
        return next((backup for backup in self.all() if _is_good(backup.path)), None)

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the journal's place; return where the journal there was is kept.

        A backup that is not sound is refused, and nothing changes.
        """
        if not backup.is_file():
            raise JournalError(
                f"There is no backup {backup}; choose one of those in {self.folder}."
            )
        examine(backup, self._wait)
        with plain_faults(self._journal), beside(self._journal) as new:
            copy_aside(backup, new, self._wait)
            aside = self._set_aside()
            new.replace(self._journal)
        return aside

    def start_anew(self) -> Path | None:
        """Begin an empty journal; return where the journal there was is kept."""
        with plain_faults(self._journal):
            aside = self._set_aside()
            create(self._journal)
        return aside

    def _taken(self) -> dict[datetime, Path]:
        with plain_faults(self.folder):
            found = self.folder.iterdir() if self.folder.is_dir() else ()
            named = {path: _NAME.fullmatch(path.name) for path in found}
        return {
            datetime.strptime(name[1], _MOMENT).replace(tzinfo=UTC): path
            for path, name in named.items()
            if name
        }

    def _thin(self, now: datetime) -> None:
        taken = self._taken()
        for moment in taken.keys() - keep(taken, now):
            with suppress(OSError):  # another program reads it: the next backup tries again
                taken[moment].unlink()

    def _set_aside(self) -> Path | None:
        """Move the journal out of the way, with what SQLite left beside it to mend it by.

        Left there, that would be played into whatever comes in the journal's place.
        """
        if there := self._journal.exists():
            self._see_that_nobody_writes()
        self.folder.mkdir(mode=0o700, exist_ok=True)
        moment = self._now().astimezone(UTC).strftime(_MOMENT)
        names = (self.folder / f"set-aside-{moment}-{number}.sqlite" for number in count(1))
        aside = next(path for path in names if not path.exists())
        for part in ("", "-journal"):
            left = self._journal.with_name(f"{self._journal.name}{part}")
            if left.exists():
                left.rename(aside.with_name(f"{aside.name}{part}"))
        return aside if there else None

    def _see_that_nobody_writes(self) -> None:
        try:
            with closing(connect(self._journal, self._wait)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise  # any other trouble may be why it is being replaced


def _described(path: Path, taken: datetime) -> Backup:
    try:
        sessions = count_sessions(path)
    except JournalError:
        sessions = None
    return Backup(path, taken, path.stat().st_size, sessions)


def _is_good(backup: Path) -> bool:
    try:
        examine(backup)
    except JournalError:
        return False
    return True
