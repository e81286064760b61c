"""One value of an exported file, read within its bounds: docs/export-format.md."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from math import isfinite
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, Table

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Side
from longstride.core.flow.plan import After
from longstride.core.flow.plan_text import LONGEST_TEXT, MOST_WEEKS
from longstride.core.flow.saved import MOST_STEPS
from longstride.core.history.angle import By
from longstride.core.history.bounds import (
    LONGEST_KEPT_NOTE,
    LONGEST_PLACE,
    LONGEST_TITLE,
    MOST_SECONDS,
    YEARS,
)
from longstride.core.history.dose_change import Answer, Rung
from longstride.core.history.measure import MeasureKind
from longstride.core.history.session import PainKind
from longstride.core.history.still import FASTEST, LATEST, LONGEST_SOURCE
from longstride.core.history.week import LEAST_TARGET, MOST_TARGET, FreezeReason, begins_a_week
from longstride.core.letters import is_control
from longstride.core.timeline.step_record import Outcome
from longstride.journal.rows import BOTH

LONGEST_WORD = 100
Record = dict[str, Any]
D = TypeVar("D", bound=date)

_WITHIN = f"from {YEARS[0]} to {YEARS[1]}"
_NOTHING: frozenset[str] = frozenset()
_LATER = frozenset({"room"})  # came into the format after its first files were written


def values_of(place: str, record: object, table: Table, leave: frozenset[str] = _NOTHING) -> Record:
    """Return the columns that a JSON record gives, except those to ``leave`` out.

    ValueError names the place of what is missing or wrong. What a record has besides is passed
    over: a later version may have put it there.
    """
    if not isinstance(record, dict):
        raise ValueError(f"{place} is not a record")
    wanted = [column for column in table.columns if column.name not in leave]
    return {column.name: _value(place, record, column) for column in wanted}


def _value(place: str, record: Record, column: Column[Any]) -> object:
    name = column.name
    if name not in record and name in _LATER:
        return None
    if name not in record:
        raise ValueError(f"{place} has no {name}")
    if record[name] is None and column.nullable:
        return None
    bound = BOUNDS.get(f"{column.table.name}.{name}") or BOUNDS[name]
    try:
        return bound.read(record[name])
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"{place}.{name} is not {bound.words}") from error


@dataclass(frozen=True, slots=True)
class Bound:
    """What a value has to be, in words that follow "is not".

    ``read`` returns it, or raises a ValueError, TypeError, AttributeError or OverflowError.
    """

    words: str
    read: Callable[[Any], object]


def _whole(least: int, most: int) -> Bound:
    def read(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError
        return value

    return Bound(f"a whole number from {least} to {most}", read)


def _text(longest: int) -> Bound:
    def read(value: Any) -> str:
        if not isinstance(value, str) or "\0" in value or len(value) > longest:
            raise ValueError
        value.encode()  # half a character
        return value

    return Bound(f"text of at most {longest} characters", read)


def _line(longest: int) -> Bound:
    text = _text(longest)

    def read(value: Any) -> object:
        if any(map(is_control, text.read(value))):  # type: ignore[call-overload]
            raise ValueError
        return value

    return Bound(f"a line of at most {longest} characters, none of them a control one", read)


def _one_of(words: Iterable[str]) -> Bound:
    known = frozenset(words)

    def read(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return Bound(f"one of {', '.join(sorted(known))}", read)


def _day(value: Any) -> date:
    return _within_reach(date.fromisoformat(value))


def _week(value: Any) -> date:
    if not begins_a_week(day := _day(value)):
        raise ValueError
    return day


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return _within_reach(moment.astimezone(UTC))


def _within_reach(day: D) -> D:
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise ValueError
    return day


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _time(value: Any) -> str:
    if f"{time.fromisoformat(value):%H:%M}" != value:
        raise ValueError
    return str(value)


def _number(value: Any) -> float:
    if type(value) not in {int, float} or not isfinite(value):
        raise ValueError
    return float(value)


FLOW_TITLE = _line(LONGEST_TITLE)
_ID = Bound("a UUID", UUID)
_DAY = Bound(f"a day {_WITHIN}", _day)
_MOMENT = Bound(f"a moment with its offset, {_WITHIN}", _moment)
_TEN = _whole(0, 10)
_WORD = _line(LONGEST_WORD)
_WORK = _whole(0, MOST_SECONDS)
_SIDES = (BOTH, *Side)

BOUNDS: dict[str, Bound] = {
    "id": _ID,
    "digest": _WORD,
    "json": _text(4_000_000),
    "flow": _WORD,
    "title": _text(LONGEST_TITLE),
    "performed": _WORD,
    "started": _MOMENT,
    "ended": _MOMENT,
    "day": _DAY,
    "step_count": _whole(1, MOST_STEPS),
    "next_step": _whole(0, MOST_STEPS),
    "lighter_from": _whole(0, MOST_STEPS),
    "stiffness_before": _TEN,
    "stiffness_after": _TEN,
    "effort": _TEN,
    "pain": _one_of(PainKind),
    "pain_where": _text(LONGEST_PLACE),
    "note": _text(LONGEST_KEPT_NOTE),
    "seconds": _WORK,
    "eccentric_seconds": _WORK,
    "edited": _MOMENT,
    "deleted": _MOMENT,
    "step": _whole(0, MOST_STEPS),
    "side": _one_of(_SIDES),
    "drill": _WORD,
    "sets": _WORK,
    "reps": _WORK,
    "outcome": _one_of(Outcome),
    "taken": _MOMENT,
    "kind": _one_of(MeasureKind),
    "value": Bound("a number", _number),
    "unit": _WORD,
    "protocol": _line(200),
    "measurement": _ID,
    "moment": _whole(0, LATEST),
    "points": _text(2000),
    "level_deg": Bound("a number", _number),
    "placed_by": _one_of(By),
    "filmed_fps": Bound(f"a number from 0 to {FASTEST:g}", _number),
    "source": _line(LONGEST_SOURCE),
    "sha256": _WORD,
    "start": Bound(f"a day {_WITHIN} on which weeks begin, Friday to Monday", _week),
    "target": _whole(LEAST_TARGET, MOST_TARGET),
    "reason": _one_of(FreezeReason),
    "room": _whole(0, 1000 * MOST_SECONDS),
    "plan": _WORD,
    "text": _text(LONGEST_TEXT),
    "first": _DAY,
    "from_week": _whole(1, MOST_WEEKS),
    "ended_on": _DAY,
    "weekday": _whole(0, 6),
    "after": _WORD,
    "anchor.after": _one_of(After),
    "at": Bound("a time such as 07:30", _time),
    "remind": Bound("true or false", _flag),
    "following": _ID,
    "week": _DAY,
    "number": _whole(1, 100),
    "place": _whole(1, MOST_STEPS),
    "rung": _one_of(Rung),
    "before": _WORD,
    "dose_change.reason": _text(600),
    "made": _MOMENT,
    "answer": _one_of(Answer),
    "soreness": _TEN,
    "better.place": _one_of(BodyPlace),
    "said": _MOMENT,
}
"""By the names of the columns, which mean the same in every table but where one is named too."""
