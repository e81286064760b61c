"""The journal: what the athlete did, written as it happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, orm, select, update

from longstride.core.errors import JournalError
from longstride.core.session import AfterRating, Session, StepRecord
from longstride.journal.faults import damaged, plain_faults
from longstride.journal.migrate import make_ready
from longstride.journal.rows import after_values, session_of, session_values, step_values
from longstride.journal.store import WAIT, engine_on
from longstride.journal.tables import SessionRow, StepRow


class Journal:
    """The sessions in one file. Every method is one transaction, safe from any thread.

    Opens at once and makes the file if there is none. A call returns when its change would
    outlast a power cut. All methods raise JournalError, in a sentence for the athlete; ``now``
    gives the present, aware; ``wait`` is how many ms a call waits for another program's lock.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], wait: int = WAIT) -> None:
        with plain_faults(path):
            make_ready(path, wait)
        self._path = path
        self._now = now
        self._engine = engine_on(path, wait)

    def begin(self, session: Session) -> None:
        """Take up a new session, with whatever steps it has."""
        with self._writing() as connection:
            connection.execute(insert(SessionRow), session_values(session, self._now()))
            if session.steps:
                connection.execute(
                    insert(StepRow), [step_values(session.id, step) for step in session.steps]
                )

    def record(self, session_id: UUID, record: StepRecord, next_step: int) -> None:
        """Note a finished step and where the session goes on.

        The same side of the same step again replaces what was noted.
        """
        with self._writing() as connection:
            self._change(connection, session_id, next_step=next_step)
            connection.execute(
                insert(StepRow).prefix_with("OR REPLACE"), step_values(session_id, record)
            )

    def lighten(self, session_id: UUID, flow_json: str, lighter_from: int) -> None:
        """Note that a flow goes on lighter from a step; ``flow_json`` is the flow as it is now."""
        with self._writing() as connection:
            self._change(connection, session_id, flow_json=flow_json, lighter_from=lighter_from)

    def rate_before(self, session_id: UUID, stiffness: int | None) -> None:
        """Note the stiffness before, 0-10."""
        with self._writing() as connection:
            self._change(connection, session_id, stiffness_before=stiffness)

    def rate(self, session_id: UUID, after: AfterRating) -> None:
        """Note the answers afterwards."""
        with self._writing() as connection:
            self._change(connection, session_id, **after_values(after))

    def close(self, session_id: UUID, ended: datetime) -> None:
        """Note that a session has ended, finished or given up; it is not offered again."""
        with self._writing() as connection:
            self._change(connection, session_id, ended=ended)

    def session(self, session_id: UUID) -> Session:
        """Return one session."""
        found = self._read(select(SessionRow).where(SessionRow.id == session_id))
        if not found:
            raise _no_session(self._path, session_id)
        return found[0]

    def sessions(self, limit: int = 100, offset: int = 0) -> tuple[Session, ...]:
        """Return sessions, newest first, those that never ended among them."""
        newest = select(SessionRow).order_by(SessionRow.started.desc())
        return self._read(newest.limit(limit).offset(offset))

    def interrupted(self) -> Session | None:
        """Return the newest session that never ended."""
        cut_off = select(SessionRow).where(SessionRow.ended.is_(None))
        found = self._read(cut_off.order_by(SessionRow.started.desc()).limit(1))
        return found[0] if found else None

    def count(self) -> int:
        """Return how many sessions there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(SessionRow)) or 0

    def dispose(self) -> None:
        """Let go of the file; a later call takes it up again."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_faults(self._path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        engine = self._engine.execution_options(reading=True)
        with plain_faults(self._path), engine.begin() as connection:
            yield connection

    def _read(self, query: Select[SessionRow]) -> tuple[Session, ...]:
        steps_too = query.options(orm.selectinload(SessionRow.steps))
        with self._reading() as connection, orm.Session(connection) as rows:
            try:
                return tuple(session_of(row) for row in rows.scalars(steps_too))
            except (ValueError, TypeError) as error:  # a date or word that nobody wrote
                raise damaged(self._path) from error

    def _change(self, connection: Connection, session_id: UUID, **values: object) -> None:
        change = update(SessionRow).where(SessionRow.id == session_id)
        changed = connection.execute(change.values(edited=self._now(), **values))
        if not changed.rowcount:
            raise _no_session(self._path, session_id)


def _no_session(path: Path, session_id: UUID) -> JournalError:
    return JournalError(
        f"The journal {path} has no session {session_id}; it may have been replaced by a copy: "
        "start the flow anew."
    )
