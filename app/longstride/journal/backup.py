"""Backups of the journal: made by themselves, thinned out with age, and the way back from them.

A backup is a checked copy in a folder beside the journal, named by the UTC moment it was taken.
It bears the time at which the journal was last changed, so that an unchanged journal is not
copied again, whatever the clock does. Because a clock may have been wrong when a name was given,
backups are ranked by what is in them: by the latest moment of any work or edit.
"""

import os
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from longstride.core.errors import JournalError
from longstride.files import beside, flush
from longstride.journal.check import Held, examine, held
from longstride.journal.faults import plain_faults
from longstride.journal.left_beside import left_beside
from longstride.journal.migrate import copy_aside, create
from longstride.journal.retention import due, keep
from longstride.journal.store import WAIT, connect, revision_of

PICTURES = "stills"  # the folder of pictures, which all backups share
_MOMENT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(journal-|set-aside-)([0-9]{8}T[0-9]{6}Z)(?:-[0-9]+)?\.sqlite")
_ASIDE = "set-aside-"
_SLACK = timedelta(days=1)  # by which no two clocks of one person differ


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the journal taken at ``taken`` (aware UTC), ``size`` in bytes.

    ``held`` is what it holds, None where it cannot be read. ``is_aside`` where it is no copy but
    a journal that another was put in the place of; ``is_ahead`` where it was taken, by its name,
    or has a session, on a day that is still to come.
    """

    path: Path
    taken: datetime
    size: int
    held: Held | None
    is_aside: bool = False
    is_ahead: bool = False

    @property
    def sessions(self) -> int | None:
        """How many sessions it holds, None where it cannot be read."""
        return None if self.held is None else self.held.sessions

    @property
    def notes(self) -> tuple[str, ...]:
        """What is odd about it, in few words."""
        ahead = ("a day still to come: the clock was wrong",) if self.is_ahead else ()
        return (*ahead, "set aside") if self.is_aside else ahead

    @property
    def rank(self) -> tuple[str, int, datetime]:
        """What the newest has most of: the latest work or edit, then rows, then its own age."""
        latest, rows = (self.held.latest, self.held.rows) if self.held else ("", 0)
        return latest, rows, self.taken


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
        taken, now = self._taken(), self._now()
        newest = max((moment for moment in taken if moment <= now), default=None)
        if not self._journal.exists() or not due(newest, now):
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
        """Return every backup and every journal set aside, by what they hold, newest first."""
        now = self._now()
        found = [_described(*each, now) for each in self._named()]
        return tuple(sorted(found, key=lambda backup: backup.rank, reverse=True))

    def strangers(self) -> tuple[Path, ...]:
        """Return what else lies in the folder; it is passed over."""
        ours = {path for path, _ in self._named()}
        left = {each for path in ours for each in left_beside(path) if each.is_file()}
        return tuple(sorted(self._entries() - ours - left - {self.folder / PICTURES}))

    def __bool__(self) -> bool:
        return bool(self._named())

    def newest_good(self) -> Backup | None:
        """Return the newest that is sound through and through, or None."""
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
            return self._put_in_place(new)

    def start_anew(self) -> Path | None:
        """Begin an empty journal; return where the journal there was is kept.

        It is whole and proved before anything of the old one is touched.
        """
        with plain_faults(self._journal), beside(self._journal) as new:
            new.unlink()
            create(new)
            examine(new, self._wait)
            return self._put_in_place(new)

    def _entries(self) -> set[Path]:
        with plain_faults(self.folder):
            return set(self.folder.iterdir()) if self.folder.is_dir() else set()

    def _named(self) -> list[tuple[Path, re.Match[str]]]:
        """Return the files whose names are ours; anybody may have put others there."""
        named = [(path, _NAME.fullmatch(path.name)) for path in self._entries()]
        return [(path, name) for path, name in named if name and _moment(name) and _is_file(path)]

    def _taken(self) -> dict[datetime, Path]:
        """Return the backups by the moment they were taken, without what was set aside."""
        taken = {_moment(name): path for path, name in self._named() if name[1] != _ASIDE}
        return {moment: path for moment, path in taken.items() if moment is not None}

    def _thin(self, now: datetime) -> None:
        taken = self._taken()
        for moment in taken.keys() - keep(taken, now):
            with suppress(OSError):  # another program reads it: the next backup tries again
                taken[moment].unlink()

    def _put_in_place(self, new: Path) -> Path | None:
        """Give a whole new file the journal's name; return where the one before is kept.

        Whatever fails leaves the old one as it was. What SQLite left beside it goes with it:
        it would be played into whatever comes in the journal's place.
        """
        flush(new)
        if not self._journal.exists():
            list(self._set_aside_rest(self._free_name()))
            new.replace(self._journal)
            return None
        self._see_that_nobody_writes()
        aside = self._free_name()
        _keep(self._journal, aside)
        rest: list[tuple[Path, Path]] = []
        try:
            rest.extend(self._set_aside_rest(aside))  # those before one that fails are in it too
            new.replace(self._journal)
        except OSError:
            for there, kept in rest:
                kept.replace(there)
            _give_back(aside, self._journal)
            raise
        return aside

    def _set_aside_rest(self, aside: Path) -> Iterator[tuple[Path, Path]]:
        """Move what SQLite left beside the journal next to a file; yield from where to where."""
        for there in left_beside(self._journal):
            kept = aside.with_name(there.name.replace(self._journal.name, aside.name))
            yield there, there.rename(kept)

    def _free_name(self) -> Path:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        moment = self._now().astimezone(UTC).strftime(_MOMENT)
        names = (self.folder / f"{_ASIDE}{moment}-{number}.sqlite" for number in count(1))
        return next(path for path in names if not path.exists())

    def _see_that_nobody_writes(self) -> None:
        try:
            with closing(connect(self._journal, self._wait)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, JournalError) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise  # any other trouble may be why it is being replaced


def _described(path: Path, name: re.Match[str], now: datetime) -> Backup:
    taken = _moment(name)
    assert taken is not None, "only what has a moment is named"
    latest = now + _SLACK
    try:
        found = held(path, latest.astimezone(UTC).replace(tzinfo=None))
    except JournalError:
        found = None
    last = found.last_day if found else None
    is_ahead = taken > latest or (last is not None and last > latest.date())
    return Backup(path, taken, path.stat().st_size, found, name[1] == _ASIDE, is_ahead)


def _moment(name: re.Match[str]) -> datetime | None:
    """Return the moment in a name, None where there never was such a one."""
    try:
        return datetime.strptime(name[2], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_file(path: Path) -> bool:
    """Say whether it is a file itself: a link may lead anywhere, and a pipe is never read out."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _keep(file: Path, kept: Path) -> None:
    """Have a file under another name as well, so that no moment is without it."""
    try:
        kept.hardlink_to(file)
    except OSError:  # a disk without links
        file.rename(kept)


def _give_back(kept: Path, file: Path) -> None:
    """Undo ``_keep``."""
    if file.exists():
        kept.unlink()
    else:
        kept.rename(file)


def _is_good(backup: Path) -> bool:
    try:
        examine(backup)
    except JournalError:
        return False
    return True
