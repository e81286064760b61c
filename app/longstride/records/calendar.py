"""The plan that is followed as a calendar file, made again and again without doubles.

An event keeps its name as long as its turn is of the same week. The number of all of them goes up
whenever anything in the file is another than it was, whatever the clock says. What was in a
calendar before and is not planned any more is cancelled, for which the events that were written
are remembered until they are over.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.counting import counted
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

_ALARMS = (
    "Open the file in your calendar, and again when the plan has changed: nothing comes twice. "
    "Google's calendar leaves its alarms out, and the times are those of where you are now: they "
    "do not travel with you."
)
_NAME = "Longstride"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_USUAL = time(18)
_LARGEST = 1_000_000
_MOST = 2**31 - 1  # what a calendar takes for a number
_GONE = "Nothing is planned any more: open {} in your calendar, and what it had of the plan goes."


@dataclass(frozen=True, slots=True)
class Written:
    """What was written before: the events' moments, their number, a mark of what they say."""

    starts: Mapping[str, datetime] = field(default_factory=dict)
    sequence: int = 0
    mark: str = ""


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

    def words(self, path: Path) -> str:
        """Return what is said once it is written to a file."""
        if self.until is None:
            return _GONE.format(path)
        sessions, until = counted(len(self.planned), "session"), self.until
        return f"{sessions} until {until.day} {until:%B}, written to {path}. {_ALARMS}"


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
    starts = {event.uid: event.start.isoformat() for event in calendar.events}
    sequence = max((event.sequence for event in calendar.events), default=0)
    written = {"sequence": sequence, "mark": _mark(calendar.events), "events": starts}
    with suppress(FileError):
        write_whole(paths.calendar_file, json.dumps(written).encode())


def plan_calendar(
    now: PlanNow | None,
    flows: Iterable[Flow],
    loaded: Collection[str],
    wishes: Wishes,
    today: date,
    edited: datetime | None,
    written: Written,
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
        for uid, start in written.starts.items()
        if uid not in there and start >= day - timedelta(days=1)
    )
    return PlanCalendar(_numbered((*made, *gone), written), stamp)


def written_before(file: Path) -> Written:
    """Return what was written before, as far as it can be read."""
    with suppress(OSError, ValueError, RecursionError):
        match json.loads(read_plain(file, _LARGEST)):
            case {"events": dict(starts), "sequence": int(sequence), "mark": str(mark)}:
                known = sequence if 0 <= sequence < _MOST else 0
                return Written(dict(_starts(starts)), known, mark)
    return Written()


def is_in_a_calendar(paths: Paths, today: date) -> bool:
    """Return whether events were written that are still to come."""
    starts = written_before(paths.calendar_file).starts.values()
    return any(start.astimezone().date() >= today for start in starts)


def _starts(written: Mapping[str, object]) -> Iterator[tuple[str, datetime]]:
    for uid, start in written.items():
        with suppress(ValueError, OverflowError):
            when = datetime.fromisoformat(str(start)).astimezone(UTC)
            if uid.endswith("@longstride") and when.year < MAXYEAR:
                yield uid, when


def _numbered(events: tuple[Event, ...], written: Written) -> tuple[Event, ...]:
    """Return events with the number they had, or a higher one where anything is another."""
    if _mark(events) == written.mark:
        return tuple(replace(event, sequence=written.sequence) for event in events)
    least = written.sequence + 1  # the clock may have been set back
    return tuple(replace(event, sequence=max(event.sequence, least)) for event in events)


def _mark(events: Iterable[Event]) -> str:
    """Return what differs between events that say different things, whatever their number."""
    said = (replace(event, sequence=0) for event in events)
    return sha256(calendar_bytes(_NAME, said, _EPOCH)).hexdigest()


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
