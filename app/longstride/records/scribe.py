"""Where one run is written down, and who holds on to what could not be written yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from longstride.core.errors import JournalError, NoSessionError
from longstride.core.history.session import AfterRating, Session, StepRecord


class Notebook(Protocol):
    """Where a run is written down; JournalError where it cannot be."""

    def begin(self, session: Session) -> None:
        """Write down that a run has begun."""
        ...

    def record(self, session_id: UUID, records: Sequence[StepRecord], next_step: int) -> None:
        """Write down at once what was done of steps, and where the run would go on."""
        ...

    def lighten(self, session_id: UUID, flow_json: str, lighter_from: int) -> None:
        """Write down that a run is lighter from a step on."""
        ...

    def close(self, session_id: UUID, ended: datetime) -> None:
        """Write down that a run has ended."""
        ...

    def rate(self, session_id: UUID, after: AfterRating) -> None:
        """Write down how a run felt."""
        ...


class BlankNotebook:
    """A notebook that keeps nothing, for a look at a drill that is no session."""

    def begin(self, session: Session) -> None:
        """Keep nothing."""

    def record(self, session_id: UUID, records: Sequence[StepRecord], next_step: int) -> None:
        """Keep nothing."""

    def lighten(self, session_id: UUID, flow_json: str, lighter_from: int) -> None:
        """Keep nothing."""

    def close(self, session_id: UUID, ended: datetime) -> None:
        """Keep nothing."""

    def rate(self, session_id: UUID, after: AfterRating) -> None:
        """Keep nothing."""


class AwaitedNotebook:
    """A notebook that is not there yet: each time it is asked for anew.

    ``found`` returns it, or raises the JournalError that says why it is not there.
    """

    def __init__(self, found: Callable[[], Notebook]) -> None:
        self._found = found

    def begin(self, session: Session) -> None:
        """Write it in the notebook, if that is there by now."""
        self._found().begin(session)

    def record(self, session_id: UUID, records: Sequence[StepRecord], next_step: int) -> None:
        """Write it in the notebook, if that is there by now."""
        self._found().record(session_id, records, next_step)

    def lighten(self, session_id: UUID, flow_json: str, lighter_from: int) -> None:
        """Write it in the notebook, if that is there by now."""
        self._found().lighten(session_id, flow_json, lighter_from)

    def close(self, session_id: UUID, ended: datetime) -> None:
        """Write it in the notebook, if that is there by now."""
        self._found().close(session_id, ended)

    def rate(self, session_id: UUID, after: AfterRating) -> None:
        """Write it in the notebook, if that is there by now."""
        self._found().rate(session_id, after)


Change = Callable[[Notebook], None]


class Scribe:
    """Writes one run into a notebook, change by change in their order.

    ``error`` is why the notebook cannot be written, None while it can; what was to be written
    waits and is tried again with the next change, and by ``write_down``. ``title`` is the run's.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._changes: list[Change] = []
        self._taken = 0  # how many of them the notebook has
        self.error: JournalError | None = None
        self.title = ""

    @property
    def trouble(self) -> str | None:
        """Why the notebook cannot be written, in a sentence, or None."""
        return str(self.error) if self.error else None

    @property
    def keeps(self) -> bool:
        """Whether anything is kept; of a preview nothing is."""
        return not isinstance(self._notebook, BlankNotebook)

    def begin(self, session: Session, *, resumed: bool) -> None:
        """Begin with a run, which the notebook has already if it is resumed."""
        self.title = session.title
        self._changes.append(lambda notebook: notebook.begin(session))
        self._taken = int(resumed)
        self.write_down()

    def write(self, change: Change) -> None:
        """Write a change down after all that could not be written before it."""
        self._changes.append(change)
        self.write_down()

    def write_down(self) -> bool:
        """Write what the notebook has not taken yet; return whether all of it is there now."""
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

    def copy_into(self, notebook: Notebook) -> None:
        """Write all of the run into another notebook; JournalError where that cannot be."""
        for change in self._changes:
            change(notebook)

    def _write_rest(self) -> None:
        for change in self._changes[self._taken :]:
            change(self._notebook)
            self._taken += 1
