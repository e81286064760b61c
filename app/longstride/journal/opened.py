"""One journal file as it is open: what reads it and what writes it, each in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from longstride.journal.faults import damaged, is_moved, plain_faults
from longstride.journal.migrate import make_ready
from longstride.journal.store import WAIT, engine_on


class OpenedFile:
    """Opens at once and makes the file if there is none; JournalError in a plain sentence.

    ``now`` gives the present, aware; ``wait`` is how many ms a call waits for another program's
    lock.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], wait: int = WAIT) -> None:
        with plain_faults(path):
            make_ready(path, wait)
        self._path = path
        self._now = now
        self._engine = engine_on(path, wait)

    def hurried(self, wait: int) -> Self:
        """Return the same journal for one who waits only so many ms for another's lock."""
        other = copy(self)
        other._engine = self._engine.execution_options(wait=wait)
        return other

    def dispose(self) -> None:
        """Let go of the file; a later call takes it up again."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_faults(self._path):
            try:
                with self._engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                if is_moved(error.orig):
                    self._engine.dispose()  # the next try opens what lies there by then
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        engine = self._engine.execution_options(reading=True)
        with plain_faults(self._path), engine.begin() as connection:
            try:
                yield connection
            except (ValueError, TypeError, KeyError) as error:  # what nobody wrote, or lost
                raise damaged(self._path) from error
