"""The journal: what the athlete did, written as it happens."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, literal, select, update
from sqlalchemy.exc import DBAPIError

from longstride.core.errors import JournalError, NoSessionError
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating, Session
from longstride.core.history.stiffness import Rated
from longstride.core.history.week import DayTotal, Freeze, FreezeReason, Week
from longstride.core.history.work_done import Work
from longstride.core.timeline.step_record import StepRecord
from longstride.journal import calendar, measurements, totals
from longstride.journal.export import write_csv, write_json
from longstride.journal.faults import damaged, is_moved, plain_faults
from longstride.journal.importing import read_content
from longstride.journal.merge import Merged, merge
from longstride.journal.migrate import make_ready
from longstride.journal.purge import forget, is_due
from longstride.journal.rows import after_values, session_values
from longstride.journal.sessions import (
    NEWEST_FIRST,
    STANDING,
    add_up,
    keep_flow,
    matching,
    put_steps,
    read_sessions,
    standing,
)
from longstride.journal.store import WAIT, engine_on
from longstride.journal.tables import SessionRow, UtcTime
from longstride.journal.upsert import later


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
        with suppress(JournalError):  # the next opening tries again
            self._forget()

    def hurried(self, wait: int) -> "Journal":
        """Return the same journal for one who waits only so many ms for another's lock."""
        other = copy(self)
        other._engine = self._engine.execution_options(wait=wait)
        return other

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
        """Return sessions, newest first, those that never ended among them."""
        return self._read(standing().order_by(NEWEST_FIRST).limit(limit).offset(offset))

    def interrupted(self) -> Session | None:
        """Return the newest session that never ended."""
        cut_off = standing().where(SessionRow.ended.is_(None))
        found = self._read(cut_off.order_by(NEWEST_FIRST).limit(1))
        return found[0] if found else None

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

    def day_totals(self, since: date | None = None) -> tuple[DayTotal, ...]:
        """Return what each day with work held, oldest first."""
        with self._reading() as connection:
            return totals.day_totals(connection, since)

    def work(self, since: date | None = None, until: date | None = None) -> Work | None:
        """Return what was done of each drill and side from ``since`` to the day before ``until``.

        None where no session has a step. Meant for ``core.dose.average_week``.
        """
        with self._reading() as connection:
            return totals.work(connection, since, until)

    def stiffness_points(self, since: date | None = None) -> tuple[Rated, ...]:
        """Return every session that was rated on both ends, oldest first."""
        with self._reading() as connection:
            return totals.stiffness_points(connection, since)

    def set_target(self, week_start: date, target: int) -> None:
        """Let a target, in days, hold from a week on; TargetError unless 2 to 7."""
        week = Week(week_start, target)
        with self._writing() as connection:
            calendar.set_target(connection, week, self._now())

    def weeks(self) -> tuple[Week, ...]:
        """Return every stored target, oldest first."""
        with self._reading() as connection:
            return calendar.read_weeks(connection)

    def freeze(self, day: date, reason: FreezeReason) -> None:
        """Freeze a day; a second time gives it another reason."""
        with self._writing() as connection:
            calendar.freeze(connection, Freeze(day, reason), self._now())

    def unfreeze(self, day: date) -> None:
        """Let a day count again; one that was not frozen counts already."""
        with self._writing() as connection:
            calendar.unfreeze(connection, day, self._now())

    def freezes(self) -> tuple[Freeze, ...]:
        """Return every frozen day, oldest first."""
        with self._reading() as connection:
            return calendar.read_freezes(connection)

    def measure(self, measurement: Measurement) -> None:
        """Keep a measurement; one with the same id is replaced."""
        with self._writing() as connection:
            measurements.measure(connection, measurement, self._now())

    def unmeasure(self, measurement_id: UUID) -> None:
        """Delete a measurement; ``measure`` brings it back."""
        with self._writing() as connection:
            measurements.unmeasure(connection, measurement_id, self._now())

    def measurements(
        self, kind: MeasureKind | None = None, since: date | None = None
    ) -> tuple[Measurement, ...]:
        """Return the measurements of a kind, or of all, oldest first."""
        with self._reading() as connection:
            return measurements.read_measurements(connection, kind, since)

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

    def dispose(self) -> None:
        """Let go of the file; a later call takes it up again."""
        self._engine.dispose()

    def _forget(self) -> None:
        """Empty what was deleted long ago."""
        with self._reading() as connection:
            due = is_due(connection, self._now())
        if due:
            with self._writing() as connection:
                forget(connection, self._now())

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
