"""A plan's turns as a calendar file, one event a turn, for the calendar the athlete has.

Times are in UTC and nothing recurs: Google reads floating time as UTC, Outlook refuses it, and
time zones written along are passed over. Written by RFC 5545; bytes, because lines are folded by
their octets.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from unicodedata import category
from uuid import UUID

from longstride.core.flow.plan import After
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.reminder import Slot, moment

_LONGEST = 75  # octets of a line
_MOMENT = "%Y%m%dT%H%M%SZ"
_BREAKS = {"Cc", "Zl", "Zp", "Cs"}  # what could end a line, or is no character at all
_WHEN = {
    After.OWN: "A session of its own.",
    After.RUN: "After the run.",
    After.WARM_UP: "After the warm-up.",
    After.WORK: "After work.",
}


@dataclass(frozen=True, slots=True)
class FlowEntry:
    """What a calendar says of a flow; ``length`` in ms."""

    title: str
    length: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``start`` is local and naive until it is known in UTC; ``length`` in ms.

    The one with the highest ``sequence`` of a ``uid`` is the one a calendar shows.
    """

    uid: str
    sequence: int
    start: datetime
    length: int
    summary: str
    description: str = ""
    cancelled: bool = False
    alarm: bool = False


def events(
    following: UUID,
    weeks: Iterable[tuple[date, Iterable[Turn]]],
    flows: Mapping[str, FlowEntry],
    usual: time,
    day_start: time,
    sequence: int,
) -> tuple[Event, ...]:
    """Return the events of a plan's weeks, each with its first day.

    A turn without a time of its own begins at the ``usual`` one, before ``day_start`` in the night
    after its day; one of a flow that is not there any more has no event.
    """
    return tuple(
        _event(following, start, turn, flows[turn.flow], _begins(turn, usual, day_start), sequence)
        for start, turns in weeks
        for turn in turns
        if turn.flow in flows
    )


def cancelled(event: Event, sequence: int) -> Event:
    """Return what takes an event out of a calendar again."""
    return replace(event, sequence=sequence, cancelled=True, alarm=False)


def calendar_bytes(name: str, events: Iterable[Event], stamp: datetime) -> bytes:
    """Return a calendar file; every moment is in UTC, ``stamp`` that of what it was made of."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Longstride//Longstride//EN"]
    lines += [f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _lines(event, stamp)
    lines += ["END:VCALENDAR"]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _begins(turn: Turn, usual: time, day_start: time) -> datetime:
    at = usual if turn.at is None else turn.at
    return moment(Slot(turn.day or turn.planned, at), day_start)


def _event(
    following: UUID, start: date, turn: Turn, flow: FlowEntry, begins: datetime, sequence: int
) -> Event:
    gone = turn.state is TurnState.LET_GO
    return Event(
        f"{following.hex[:16]}-{start:%Y%m%d}-{turn.flow}-{turn.number}@longstride",
        sequence,
        begins,
        flow.length,
        flow.title,
        _WHEN[turn.after],
        cancelled=gone,
        alarm=turn.is_open,
    )


def _lines(event: Event, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp:{_MOMENT}}"
    yield f"DTSTART:{event.start:{_MOMENT}}"
    yield f"DTEND:{event.start + timedelta(milliseconds=event.length):{_MOMENT}}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.alarm:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S")
        yield from (f"DESCRIPTION:{_text(event.summary)}", "END:VALARM")
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Return a text as a value: nothing in it ends its line, or begins another value."""
    if not text.isprintable():
        text = "".join(" " if category(sign) in _BREAKS else sign for sign in text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """Return a line broken where it is too long, never within a letter."""
    left, parts, room = line.encode(), [], _LONGEST
    while len(left) > room:
        cut = room
        while left[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(left[:cut])
        left, room = left[cut:], _LONGEST - 1
    return b"\r\n ".join([*parts, left])
