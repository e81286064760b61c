"""The athlete's records: the journal opened, proved, backed up, restored and closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.errors import FileError, JournalError, LongstrideError
from longstride.lazy import is_made, made_once
from longstride.records.unwritten import Unwritten

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.history.measure import Measurement
    from longstride.core.history.still import Still
    from longstride.core.picture import Picture
    from longstride.journal.backup import Backups
    from longstride.journal.journal import Journal
    from longstride.records.pictures import Pictures

LEAD_WAIT = 200  # ms a flow that is led waits for another program's hold on the journal


class Records:
    """The journal and what keeps it safe; safe from any thread.

    ``path`` is the journal's file, ``left`` the folder for files of runs it did not take,
    ``now`` gives the aware local present. ``unwritten`` are the runs that wait for the journal;
    ``backup_trouble`` is why the last backup could not be made, "" if it could. ``lock_wait`` is
    how many ms a change waits for another program's hold on the journal. ``backs_pictures_up``
    where backups hold the pictures of stills as well.
    """

    lock_wait = 5000
    backs_pictures_up = True

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
        self._sweep(journal)
        self._back_up()
        return journal

    @made_once
    def backups(self) -> Backups:
        """The journal's backups; one is made when the journal is opened and closed."""
        from longstride.journal.backup import Backups

        return Backups(self._path, self._now, self.lock_wait)

    @made_once
    def pictures(self) -> Pictures:
        """The pictures of stills."""
        from longstride.records.pictures import Pictures

        return Pictures(self._path, self._now)

    def keep_still(self, picture: Picture, still: Still, *measured: Measurement) -> None:
        """Keep a picture with what was measured on it; a LongstrideError keeps nothing."""
        from longstride.film.jpeg import jpeg_of

        self.pictures.write(still.id, jpeg_of(picture))
        try:
            self.journal.keep_still(still, *measured)
        except LongstrideError:
            self.pictures.file(still.id).unlink(missing_ok=True)
            raise
        self._sweep(self.journal)  # those deleted a while ago, in a window that stays open

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
            self.pictures.copy(self._backed_up_stills)  # those of the journal set aside
            aside = self.backups.start_anew() if backup is None else self.backups.restore(backup)
            self.pictures.bring_back(self._still_ids(self._path))
            return aside

    def back_up(self) -> Path:
        """Make a backup now, and return it; JournalError or FileError."""
        made = self.backups.make()
        self._copy_pictures()
        return made

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
            self._sweep(self.journal)
            self.journal.dispose()
            self._back_up()

    def _back_up(self) -> None:
        self.backup_trouble = ""
        try:
            if self.backups.make_if_due():
                self._copy_pictures()
        except (JournalError, FileError) as error:  # no reason to keep an athlete from training
            self.backup_trouble = f"No backup of the journal could be made. {error}"

    def _copy_pictures(self) -> None:
        if self.backs_pictures_up:
            self.pictures.copy(self._backed_up_stills)

    def _backed_up_stills(self) -> set[UUID]:
        """Return the stills that any backup speaks of."""
        return {still for one in self.backups.all() for still in self._still_ids(one.path)}

    def _still_ids(self, journal: Path) -> frozenset[UUID]:
        from longstride.journal.still_ids import still_ids

        try:
            return still_ids(journal)
        except JournalError:  # nothing that is damaged has any
            return frozenset()

    def _sweep(self, journal: Journal) -> None:
        """Remove the pictures that nobody wants any more; what goes wrong waits."""
        if not self._path.with_name("stills").is_dir():
            return
        from longstride.records.pictures import UNDO

        with suppress(JournalError):
            standing = {still.id for still in journal.stills()}
            self.pictures.sweep(standing, journal.stills_gone(self._now() - UNDO))
