"""Writes down one run, and holds on to what could not be written yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError, NoSessionError

if TYPE_CHECKING:
    from longstride.core.history.session import Session
    from longstride.journal.journal import Journal

    Change = Callable[[Journal], None]


class Scribe:
    """Writes one run into the journal, change by change in their order.

    ``find`` returns the journal, or raises the JournalError that says why it is not there;
    without it nothing is kept. ``error`` is why the journal cannot be written, None while it can;
    what was to be written waits and is tried again with the next change, and by ``write_down``.
    ``title`` is the run's.
    """

    def __init__(self, find: Callable[[], Journal] | None) -> None:
        self._find = find
        self._changes: list[Change] = []
        self._taken = 0  # how many of them the journal has
        self.error: JournalError | None = None
        self.title = ""

    @property
    def trouble(self) -> str | None:
        """Why the journal cannot be written, in a sentence, or None."""
        return str(self.error) if self.error else None

    @property
    def keeps(self) -> bool:
        """Whether anything is kept; of a preview nothing is."""
        return self._find is not None

    def begin(self, session: Session, *, resumed: bool) -> None:
        """Begin with a run, which the journal has already if it is resumed."""
        self.title = session.title
        self._changes.append(lambda journal: journal.begin(session))
        self._taken = int(resumed)
        self.write_down()

    def write(self, change: Change) -> None:
        """Write a change down after all that could not be written before it."""
        self._changes.append(change)
        self.write_down()

    def write_down(self) -> bool:
        """Write what the journal has not taken yet; return whether all of it is there now."""
        self.error = None
        try:
            try:
                self._write_rest()
            except NoSessionError:  # another journal lies there by now: it gets all of the run
                self._taken = 0
                self._write_rest()
        except JournalError as error:
            self.error = error
        return self.error is None

    def copy_into(self, journal: Journal) -> None:
        """Write all of the run into another journal; JournalError where that cannot be."""
        for change in self._changes:
            change(journal)

    def _write_rest(self) -> None:
        if self._find is None or self._taken == len(self._changes):
            return
        journal = self._find()
        for change in self._changes[self._taken :]:
            change(journal)
            self._taken += 1
