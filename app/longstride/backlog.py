"""What runs could not write down: kept while the program is open, written when that works."""

from __future__ import annotations

import logging
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError

if TYPE_CHECKING:
    from longstride.coach import Coach


class Backlog:
    """Runs that are over and not all in the journal yet; safe from any thread."""

    def __init__(self) -> None:
        self._coaches: list[Coach] = []
        self._turn = RLock()

    def add(self, coach: Coach) -> None:
        """Keep a run until the journal takes it."""
        with self._turn:
            self._coaches.append(coach)

    def write_down(self) -> None:
        """Write what waits, oldest first; JournalError says why the journal does not take it."""
        with self._turn:
            self._coaches = [coach for coach in self._coaches if not coach.write_down()]
            for coach in self._coaches:
                if coach.journal_error is not None:
                    raise coach.journal_error

    def give_up(self) -> None:
        """Try a last time; the athlete was told already why it does not work."""
        try:
            self.write_down()
        except JournalError:
            logging.getLogger(__name__).error("a run was never written down to its end")
