"""The plan that is followed as a calendar file, made again and again without doubles.

An event keeps its name as long as its turn is of the same week. Its number goes up with whatever
was decided or done since, and with each day, because turns are carried as days pass. What was in a
calendar before and is not planned any more is cancelled, for which the events that were written
are remembered until they are over.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import FileError
from longstride.core.history.calendar import (
    Event,
    FlowEntry,
    calendar_bytes,
    cancelled,
    events,
)
from longstride.core.history.load import is_loaded
from longstride.core.history.plan.weeks_ahead import MOST_WEEKS, weeks_ahead
from longstride.core.history.week import Rhythm
from longstride.files import write_whole
from longstride.journal.edits import last_edit
from longstride.plain_files import read_plain
from longstride.records.following import plan_now

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.history.reminder import Wishes
    from longstride.journal.journal import Journal
    from longstride.paths import Paths
    from longstride.records.following import PlanNow

ALARMS = (
    "Open the file in your calendar, and again when the plan has changed: nothing comes twice. "
    "Google's calendar leaves its alarms out, and the times are those of where you are now: they "
    "do not travel with you."
)
_NAME = "Longstride"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_USUAL = time(18)
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """A plan's events, every moment in UTC; ``stamp`` is that of what they were made of."""

    events: tuple[Event, ...]
    stamp: datetime

    @property
    def planned(self) -> tuple[Event, ...]:
        """Those that are still to come."""
        return tuple(event for event in self.events if event.alarm)

    @property
    def until(self) -> date | None:
        """The local day of the last one that is to come, None where none is."""
        return max((each.start.astimezone().date() for each in self.planned), default=None)

    def content(self) -> bytes:
        """Return the file's bytes."""
        return calendar_bytes(_NAME, self.events, self.stamp)


def read_calendar(
    journal: Journal,
    paths: Paths,
    flows: Collection[Flow],
    week_start: int,
    wishes: Wishes,
    today: date,
) -> PlanCalendar:
    """Return the calendar of the plan that is followed; JournalError. It has no events without."""
    loaded = {flow.id for flow in flows if is_loaded(flow)}
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    now = plan_now(journal, loaded, rhythm, today)
    edited, written = last_edit(paths.journal), written_before(paths.calendar_file)
    return plan_calendar(now, flows, loaded, wishes, today, edited, written)


def save_calendar(calendar: PlanCalendar, path: Path, paths: Paths) -> None:
    """Write a calendar to a file; FileError. What is in it is remembered, to be cancelled later.

    Where that cannot be kept, the calendar is as good, and only what is dropped later stays.
    """
    write_whole(path, calendar.content(), private=False)
    names = {event.uid: event.start.isoformat() for event in calendar.events}
    with suppress(FileError):
        write_whole(paths.calendar_file, json.dumps(names).encode())


def plan_calendar(
    now: PlanNow | None,
    flows: Iterable[Flow],
    loaded: Collection[str],
    wishes: Wishes,
    today: date,
    edited: datetime | None,
    written: Mapping[str, datetime],
) -> PlanCalendar:
    """Return the events of a plan from its running week on, 16 weeks at most.

    ``now`` is None where no plan is followed: then only what was ``written`` before is cancelled.
    ``edited`` is when anything was last decided or done.
    """
    day = datetime.combine(today, time(), UTC)
    stamp = max(edited or day, day).replace(microsecond=0)
    sequence = int((stamp - _EPOCH).total_seconds())
    usual = next(iter(wishes.times), _USUAL)
    entries = {flow.id: FlowEntry(flow.title, flow.minutes[1] * 60_000) for flow in flows}
    day_start = wishes.day_start
    made = () if now is None else _events(now, entries, loaded, usual, day_start, sequence)
    there = {event.uid for event in made}
    gone = (
        cancelled(Event(uid, 0, start, 60_000, _NAME), sequence)
        for uid, start in written.items()
        if uid not in there and start >= day - timedelta(days=1)
    )
    return PlanCalendar((*made, *gone), stamp)


def written_before(file: Path) -> Mapping[str, datetime]:
    """Return the events that were written and their moments; none where that cannot be read."""
    found: dict[str, datetime] = {}
    with suppress(OSError, ValueError, AttributeError, RecursionError):
        for uid, start in json.loads(read_plain(file, _LARGEST)).items():
            moment = datetime.fromisoformat(str(start))
            if moment.tzinfo and uid.endswith("@longstride"):
                found[uid] = moment.astimezone(UTC)
    return found


def _events(
    now: PlanNow,
    entries: Mapping[str, FlowEntry],
    loaded: Collection[str],
    usual: time,
    day_start: time,
    sequence: int,
) -> tuple[Event, ...]:
    ahead = weeks_ahead(now.following, now.place, now.start, now.anchors, loaded, MOST_WEEKS - 1)
    weeks = ((now.start, now.turns), *ahead)
    made = events(now.following.id, weeks, entries, usual, day_start, sequence)
    return tuple(_in_utc(made))


def _in_utc(found: Iterable[Event]) -> Iterator[Event]:
    """Yield local events in UTC, by the clock of this machine on each day."""
    for event in found:
        yield replace(event, start=_utc(event.start))


def _utc(local: datetime) -> datetime:
    """Return a moment in UTC; one in the lost hour is as long after that began."""
    moment = local.astimezone(UTC)
    exists = moment.astimezone().replace(tzinfo=None) == local
    return moment if exists else local.replace(fold=1).astimezone(UTC)
