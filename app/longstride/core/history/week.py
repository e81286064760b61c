"""The athlete's weeks: where they begin, what each asks for, and which days are frozen."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from longstride.core.errors import LongstrideError

LEAST_TARGET = 2
MOST_TARGET = 7
DEFAULT_TARGET = 3
FIRST_WEEKDAYS = (0, 4, 5, 6)  # Monday, and where the week begins elsewhere: Friday to Sunday
WEEK = timedelta(days=7)
_MOST_OF_A_WEEK = timedelta(days=3)


class TargetError(LongstrideError):
    """A weekly target that no week can hold."""


class FreezeReason(StrEnum):
    """Why a day asks for nothing."""

    REST = "rest"
    ILLNESS = "illness"
    INJURY = "injury"
    TRAVEL = "travel"
    DELOAD = "deload"


@dataclass(frozen=True, slots=True)
class Freeze:
    """One frozen day; it may be set long afterwards."""

    day: date
    reason: FreezeReason


@dataclass(frozen=True, slots=True)
class Week:
    """A target, in training days, that holds from the week of ``start`` on."""

    start: date
    target: int

    def __post_init__(self) -> None:
        check_target(self.target)


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What one local day held, all its sessions together."""

    day: date
    sessions: int
    seconds: int
    eccentric_seconds: int = 0


@dataclass(frozen=True)
class Rhythm:
    """What the athlete has agreed with themselves.

    ``weeks`` hold the targets that were stored, in any order; a week without one takes over the
    latest before it, else ``default_target``. ``week_start`` counts like ``date.weekday()``:
    0 Monday, 6 Sunday.
    """

    weeks: tuple[Week, ...] = ()
    freezes: tuple[Freeze, ...] = ()
    default_target: int = DEFAULT_TARGET
    week_start: int = 0

    def __post_init__(self) -> None:
        check_target(self.default_target)

    def week_of(self, day: date) -> date:
        """Return the first day of the week that holds ``day``."""
        return day - timedelta(days=(day.weekday() - self.week_start) % 7)

    def target(self, start: date) -> int:
        """Return how many training days the week that begins at ``start`` asks for.

        A stored week belongs to the week that holds most of its days, so that the targets stay
        in place when the athlete lets weeks begin on another day.
        """
        starts, targets = self._stored
        index = bisect_right(starts, start + _MOST_OF_A_WEEK)
        return targets[index - 1] if index else self.default_target

    @cached_property
    def frozen(self) -> Mapping[date, FreezeReason]:
        """The frozen days, each with its reason."""
        return {freeze.day: freeze.reason for freeze in self.freezes}

    def eased_in(self, start: date) -> tuple[date, ...]:
        """Return the days of the week from ``start`` that are frozen to make it a lighter one."""
        days = (start + timedelta(days=index) for index in range(7))
        return tuple(day for day in days if day in self.eased)

    @cached_property
    def eased(self) -> frozenset[date]:
        """The days that are frozen to make their week a lighter one."""
        return frozenset(each.day for each in self.freezes if each.reason is FreezeReason.DELOAD)

    @cached_property
    def _stored(self) -> tuple[list[date], list[int]]:
        weeks = sorted(self.weeks, key=lambda week: week.start)
        return [week.start for week in weeks], [week.target for week in weeks]


def check_target(target: int) -> None:
    """Raise TargetError unless a week can ask for so many days."""
    if not LEAST_TARGET <= target <= MOST_TARGET:
        raise TargetError(
            f"A week's target is {target} days; choose {LEAST_TARGET} to {MOST_TARGET}."
        )


def begins_a_week(day: date) -> bool:
    """Return whether weeks begin on such a day anywhere."""
    return day.weekday() in FIRST_WEEKDAYS


def check_start(day: date) -> None:
    """Raise TargetError unless weeks begin on such a day."""
    if not begins_a_week(day):
        raise TargetError(f"No week begins on {day}; choose a Monday, or a Friday to Sunday.")


def local_day(now: datetime, day_start: time) -> date:
    """Return the athlete's day: what is done before ``day_start`` belongs to yesterday."""
    start = timedelta(hours=day_start.hour, minutes=day_start.minute)
    return (now - start).date()
