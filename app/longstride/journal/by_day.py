"""What the journal knows by day: targets, frozen days, measurements and what each day held."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.stiffness import Rated
from longstride.core.history.week import DayTotal, Freeze, FreezeReason, Week, check_start
from longstride.core.history.work_done import Work
from longstride.journal import goals_and_rest, measurements, totals
from longstride.journal.by_plan import JournalByPlan

if TYPE_CHECKING:
    from longstride.core.history.still import Still


class JournalByDay(JournalByPlan):
    """Targets, frozen days and measurements are stored; what a day held is added up."""

    def day_totals(self, since: date | None = None) -> tuple[DayTotal, ...]:
        """Return what each day with work held, oldest first."""
        with self._reading() as connection:
            return totals.day_totals(connection, since)

    def days_trained(self, since: date | None = None) -> frozenset[date]:
        """Return the days that a session counts for: from half its steps or two minutes of work."""
        with self._reading() as connection:
            return totals.days_trained(connection, since)

    def work(self, since: date | None = None, until: date | None = None) -> Work | None:
        """Return what was done of each drill and side from ``since`` to the day before ``until``.

        None where no session has a step. Meant for ``average_week``.
        """
        with self._reading() as connection:
            return totals.work(connection, since, until)

    def days_done(
        self, since: date, drills: Collection[str] | None = None
    ) -> dict[str, tuple[date, ...]]:
        """Return for each drill the day of every session from ``since`` on that has it done.

        Of these drills, or of all; oldest first.
        """
        with self._reading() as connection:
            return totals.days_done(connection, since, drills)

    def times_finished(self, flow: str) -> int:
        """Return how often a flow was led to its end, or entered as done."""
        with self._reading() as connection:
            return totals.times_finished(connection, flow)

    def stiffness_points(self, since: date | None = None) -> tuple[Rated, ...]:
        """Return every session that was rated on both ends, oldest first."""
        with self._reading() as connection:
            return totals.stiffness_points(connection, since)

    def set_target(self, week_start: date, target: int) -> None:
        """Let a target, in days, hold from a week on; TargetError unless 2 to 7, or for no week."""
        check_start(week_start)
        week = Week(week_start, target)
        with self._writing() as connection:
            goals_and_rest.set_target(connection, week, self._now())

    def weeks(self) -> tuple[Week, ...]:
        """Return every stored target, oldest first."""
        with self._reading() as connection:
            return goals_and_rest.read_weeks(connection)

    def freeze(self, day: date, reason: FreezeReason) -> None:
        """Freeze a day; a second time gives it another reason."""
        with self._writing() as connection:
            goals_and_rest.freeze(connection, Freeze(day, reason), self._now())

    def unfreeze(self, day: date) -> None:
        """Let a day count again; one that was not frozen counts already."""
        with self._writing() as connection:
            goals_and_rest.unfreeze(connection, day, self._now())

    def freezes(self) -> tuple[Freeze, ...]:
        """Return every frozen day, oldest first."""
        with self._reading() as connection:
            return goals_and_rest.read_freezes(connection)

    def measure(self, measurement: Measurement) -> None:
        """Keep a measurement; one with the same id is replaced."""
        with self._writing() as connection:
            measurements.measure(connection, measurement, self._now())

    def unmeasure(self, measurement_id: UUID) -> None:
        """Delete a measurement and its stills; ``measure`` brings them back."""
        with self._writing() as connection:
            measurements.unmeasure(connection, measurement_id, self._now())

    def keep_still(self, still: Still, *measured: Measurement) -> None:
        """Keep a still together with what was measured on it, all or nothing."""
        with self._writing() as connection:
            for measurement in measured:
                measurements.measure(connection, measurement, self._now())
            measurements.keep_still(connection, still, self._now())

    def stills(self) -> tuple[Still, ...]:
        """Return the stills of all measurements, oldest first."""
        with self._reading() as connection:
            return measurements.read_stills(connection)

    def stills_gone(self, before: datetime) -> frozenset[UUID]:
        """Return the stills that were deleted before a moment, by their ids."""
        with self._reading() as connection:
            return measurements.stills_gone(connection, before)

    def measurements(
        self, kind: MeasureKind | None = None, since: date | None = None
    ) -> tuple[Measurement, ...]:
        """Return the measurements of a kind, or of all, oldest first."""
        with self._reading() as connection:
            return measurements.read_measurements(connection, kind, since)
