"""The journal: what the athlete did, written as it happens."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, literal, select, update

from longstride.core.errors import JournalError, NoSessionError
from longstride.core.history.session import AfterRating, PainKind, Session
from longstride.core.timeline.step_record import StepRecord
from longstride.journal.by_day import JournalByDay
from longstride.journal.export import write_csv, write_json
from longstride.journal.importing import read_content
from longstride.journal.merge import Merged, merge
from longstride.journal.purge import forget, is_due
from longstride.journal.rows import after_values, session_values
from longstride.journal.sessions import (
    NEWEST_FIRST,
    STANDING,
    add_up,
    bearing_on,
    keep_flow,
    matching,
    put_steps,
    read_sessions,
    standing,
)
from longstride.journal.store import WAIT
from longstride.journal.tables import SessionRow, UtcTime
from longstride.journal.upsert import later


class Journal(JournalByDay):
    """The sessions in one file. Every method is one transaction, safe from any thread.

    Opens at once and makes the file if there is none. A call returns when its change would
    outlast a power cut. All methods raise JournalError, in a sentence for the athlete; ``now``
    gives the present, aware; ``wait`` is how many ms a call waits for another program's lock.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], wait: int = WAIT) -> None:
        super().__init__(path, now, wait)
        with suppress(JournalError):  # the next opening tries again
            self._forget()

    def begin(self, session: Session) -> None:
        """Take up a new session, with whatever steps it has."""
        with self._writing() as connection:
            keep_flow(connection, session.flow_json)
            connection.execute(insert(SessionRow), session_values(session, self._now()))
            put_steps(connection, session.id, session.steps)

    def add(self, session: Session) -> None:
        """Take in a session that was done without the program; it is over already."""
        self.begin(replace(session, ended=session.ended or session.started))

    def record(self, session_id: UUID, records: Sequence[StepRecord], next_step: int) -> None:
        """Note what has been finished, all sides of it at once, and where the session goes on.

        The same side of the same step again replaces what was noted.
        """
        with self._writing() as connection:
            self._change(connection, session_id, next_step=next_step)
            put_steps(connection, session_id, records)
            add_up(connection, session_id)

    def lighten(self, session_id: UUID, flow_json: str, lighter_from: int) -> None:
        """Note that a flow goes on lighter from a step; ``flow_json`` is the flow as it is now."""
        with self._writing() as connection:
            performed = keep_flow(connection, flow_json)
            self._change(connection, session_id, performed=performed, lighter_from=lighter_from)

    def rate(self, session_id: UUID, after: AfterRating) -> None:
        """Note the answers afterwards."""
        with self._writing() as connection:
            self._change(connection, session_id, **after_values(after))

    def close(self, session_id: UUID, ended: datetime) -> None:
        """Note that a session has ended, finished or given up; it is not offered again.

        Never before it started: the wall clock may have been set back meanwhile.
        """
        with self._writing() as connection:
            not_before = func.max(SessionRow.started, literal(ended, UtcTime()))
            self._change(connection, session_id, ended=not_before)

    def edit(self, session: Session) -> None:
        """Set a session's ratings, note and day to those of ``session``; the rest stays."""
        with self._writing() as connection:
            self._change(
                connection,
                session.id,
                day=session.day,
                stiffness_before=session.stiffness_before,
                **after_values(session.after),
            )

    def delete(self, session_id: UUID) -> None:
        """Take a session out of everything; ``undelete`` brings it back."""
        with self._writing() as connection:
            self._change(connection, session_id, deleted=self._now())

    def undelete(self, session_id: UUID) -> None:
        """Bring a deleted session back."""
        with self._writing() as connection:
            self._change(connection, session_id, deleted=None)

    def session(self, session_id: UUID) -> Session:
        """Return one session."""
        found = self._read(standing().where(SessionRow.id == session_id))
        if not found:
            raise _no_session(self._path, session_id)
        return found[0]

    def sessions(self, limit: int = 100, offset: int = 0) -> tuple[Session, ...]:
        """Return sessions, newest day first, those that never ended among them."""
        return self._read(standing().order_by(*NEWEST_FIRST).limit(limit).offset(offset))

    def interrupted(self) -> Session | None:
        """Return the session that was begun last of those that never ended."""
        cut_off = standing().where(SessionRow.ended.is_(None))
        found = self._read(cut_off.order_by(SessionRow.started.desc()).limit(1))
        return found[0] if found else None

    def sharp_sessions(self, limit: int = 100) -> tuple[Session, ...]:
        """Return the sessions after which there was sharp pain, newest first, however old."""
        hurt = standing().where(SessionRow.pain == PainKind.SHARP.value)
        return self._read(hurt.order_by(*NEWEST_FIRST).limit(limit))

    def bearing_on(self, flow: str, most: int) -> tuple[Session, ...]:
        """Return the sessions that the next dose of a flow depends on, newest first.

        Those are its last ``most`` with any work, of all flows since then those that left pain,
        the sharp ones however old, and the very last.
        """
        with self._reading() as connection:
            return read_sessions(connection, bearing_on(connection, flow, most))

    def count(self) -> int:
        """Return how many sessions there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count(SessionRow.day)).where(STANDING)) or 0

    def search(
        self,
        text: str = "",
        flow: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> tuple[Session, ...]:
        """Return the sessions with every word of ``text``, newest first; both days included.

        Words are sought in title, note and place of pain.
        """
        query = matching(text, flow, since, until)
        return self._read(query.limit(limit).offset(offset))

    def export_json(self, path: Path) -> None:
        """Write everything to one file that ``import_json`` reads: docs/export-format.md."""
        with self._reading() as connection:
            write_json(connection, path, self._now())

    def export_csv(self, path: Path) -> None:
        """Write one CSV file a table into a folder, or into a file that ends in .zip."""
        with self._reading() as connection:
            write_csv(connection, path)

    def import_json(self, path: Path) -> Merged:
        """Take in what another journal exported: by UUID, the newer edit wins, all or nothing."""
        content = read_content(path)
        with self._writing() as connection:
            return merge(connection, content)

    def _forget(self) -> None:
        """Empty what was deleted long ago."""
        with self._reading() as connection:
            due = is_due(connection, self._now())
        if due:
            with self._writing() as connection:
                forget(connection, self._now())

    def _read(self, query: Select[Any]) -> tuple[Session, ...]:
        with self._reading() as connection:
            return read_sessions(connection, query)

    def _change(self, connection: Connection, session_id: UUID, **values: object) -> None:
        """Set columns of a session."""
        change = update(SessionRow).where(SessionRow.id == session_id)
        edited = later(SessionRow, self._now())
        changed = connection.execute(change.values(edited=edited, **values))
        if not changed.rowcount:
            raise _no_session(self._path, session_id)


def _no_session(path: Path, session_id: UUID) -> NoSessionError:
    return NoSessionError(
        f"The journal {path} has no session {session_id}; it may have been replaced by a copy: "
        "start the flow anew."
    )
