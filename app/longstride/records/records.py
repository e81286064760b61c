"""The athlete's records: the journal opened, proved, backed up, restored and closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError
from longstride.lazy import is_made, made_once
from longstride.records.unwritten import Unwritten

if TYPE_CHECKING:
    from longstride.journal.backup import Backups
    from longstride.journal.journal import Journal

LEAD_WAIT = 200  # ms a flow that is led waits for another program's hold on the journal


class Records:
    """The journal and what keeps it safe; safe from any thread.

    ``path`` is the journal's file, ``left`` the folder for files of runs it did not take,
    ``now`` gives the aware local present. ``unwritten`` are the runs that wait for the journal;
    ``backup_trouble`` is why the last backup could not be made, "" if it could. ``lock_wait`` is
    how many ms a change waits for another program's hold on the journal.
    """

    lock_wait = 5000

    def __init__(
        self,
        path: Path,
        left: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._path = path
        self._now = now
        self._refusal: JournalError | None = None  # why the journal could not be opened lately
        self.unwritten = Unwritten(now, left)
        self.backup_trouble = ""
        self.making = RLock()

    @made_once
    def journal(self) -> Journal:
        """The athlete's journal; JournalError if its file cannot be used, or is gone.

        ``backups`` then has the newest good one, and ``restore`` brings it back.
        """
        from longstride.journal.journal import Journal

        try:
            self.backups.see_that_journal_is_there()
            journal = Journal(self._path, self._now, self.lock_wait)
        except JournalError as error:
            self._refusal = error
            raise
        self._refusal = None
        self._back_up()
        return journal

    @made_once
    def backups(self) -> Backups:
        """The journal's backups; one is made when the journal is opened and closed."""
        from longstride.journal.backup import Backups

        return Backups(self._path, self._now, self.lock_wait)

    def journal_for_flow(self) -> Journal:
        """Return the journal for a flow, which cannot wait long for it; JournalError.

        One that could not be opened lately is left to whoever tries again beside the flow.
        """
        if not is_made(self, "journal") and self._refusal is not None:
            raise self._refusal
        return self.journal.hurried(LEAD_WAIT)

    def prove(self) -> None:
        """See that the journal can be read and takes changes; JournalError if not.

        What runs could not write down before is written now.
        """
        from longstride.journal.check import check_writing

        self.journal.count()
        check_writing(self._path, self.lock_wait)
        self.unwritten.write_down()

    def take_in(self, path: Path) -> str:
        """Take in what was exported, and say what came of it; JournalError changes nothing.

        A file in which a run was left when the program ended has done its work then, and goes.
        """
        words = self.journal.import_json(path).words
        self.unwritten.let_go(path)
        return words

    def take_left(self) -> None:
        """Take in the runs that were left in files at an end before; what cannot be taken stays.

        Before anyone goes on with one of them: what is done then would be newer than its file.
        """
        self.unwritten.hand_back(self.take_in)

    def restore(self, backup: Path | None) -> Path | None:
        """Put a backup, or with None an empty journal, in the journal's place.

        Return where the file that was there is kept. JournalError leaves it where it is.
        """
        with self.making:  # nobody opens it half way
            self.let_go()
            return self.backups.start_anew() if backup is None else self.backups.restore(backup)

    def let_go(self) -> None:
        """Close the journal's file; it is opened anew when it is next asked for."""
        with self.making:
            if is_made(self, "journal"):
                self.journal.dispose()
                del self.journal

    def close(self) -> None:
        """Write down what waits, or leave it in a file; close the journal and back it up."""
        self.unwritten.give_up()
        if is_made(self, "journal"):
            self.journal.dispose()
            self._back_up()

    def _back_up(self) -> None:
        self.backup_trouble = ""
        try:
            self.backups.make_if_due()
        except JournalError as error:  # no reason to keep an athlete from training
            self.backup_trouble = f"No backup of the journal could be made. {error}"
