"""What changed over a month: at most three sentences, each borne out by what was written down.

The mean of many sessions is told with its interval, which says how far it could be from chance
alone: mean difference and Student's t at 95 %, with the degrees of freedom of the smaller month
(never fewer words than the numbers bear, sometimes more caution). A range is told with the error
band of its test, weeks are counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import fmean, variance

from longstride.core.flow.drill import Side
from longstride.core.history.measure import (
    RUNNING,
    STILL,
    MeasureKind,
    Measurement,
    change,
    error_of,
    series,
)
from longstride.core.history.stiffness import HONEST, Rated
from longstride.core.history.streak import WeekReport, WeekState

ENOUGH_DAYS = 5  # with a rating, in each of two months
HOW_STIFFNESS = (
    "The mean of what you answered before the sessions of each day, this month against the month "
    "before. The two numbers are where the difference lies in 95 of 100 such months by "
    f"chance alone; with zero between them there is no clear change. {HONEST}"
)
_HOW_RANGE = (
    "The last result of the month against the last one before it, of the same side. Under {0:g}° "
    "is within the error of the test, {0:g}° to {1:g}° maybe a change, above {1:g}° likely one."
)
HOW_RANGE, HOW_RUNNING = (
    _HOW_RANGE.format(error.unchanged_below, error.maybe_up_to) for error in (STILL, RUNNING)
)
HOW_WEEKS = (
    "A week is kept when you trained on as many days as you set for it. It belongs to the month "
    "that holds most of its days; frozen weeks and the running one are not counted."
)
_ROUNDING = 1 / 12  # the variance that rounding to whole points leaves in any answer
# Student's t for 95 % by degrees of freedom, each good up to the next.
_T = {4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228, 12: 2.179, 15: 2.131,
      20: 2.086, 30: 2.042}  # fmt: skip
_COUNTED = frozenset(WeekState) - {WeekState.PENDING, WeekState.FROZEN, WeekState.RESTING}


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and how it is made."""

    sentence: str
    how: str


@dataclass(frozen=True, slots=True)
class MonthChanges:
    """What changed in the month that begins on ``month``; nothing where no numbers bear it out."""

    month: date
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean difference with the ends of its 95 % interval, in points."""

    mean: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether zero lies outside."""
        return self.low > 0 or self.high < 0


def latest_changes(
    today: date,
    rated: Sequence[Rated],
    measurements: Sequence[Measurement],
    weeks: Sequence[WeekReport],
) -> MonthChanges:
    """Return what changed in the running month, or in the one before while that tells more.

    All may reach back further than they are looked at.
    """
    running = today.replace(day=1)
    months = (running, last_month(running))
    told = (MonthChanges(each, what_changed(each, rated, measurements, weeks)) for each in months)
    return max(told, key=lambda changes: len(changes.findings))


def last_month(day: date) -> date:
    """Return the first day of the month before the one that holds a day."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def what_changed(
    month: date,
    rated: Iterable[Rated],
    measurements: Iterable[Measurement],
    weeks: Iterable[WeekReport],
) -> tuple[Finding, ...]:
    """Return what changed in the month that holds a day: stiffness, range and weeks kept.

    What has too few numbers is left out, so there may be none. ``weeks`` are settled ones, in any
    order, as are the others; all may reach back further than they are looked at.
    """
    found = (
        _stiffness(month, list(rated)),
        _range(month, list(measurements)),
        _weeks(month, weeks),
    )
    return tuple(each for each in found if each is not None)


def mean_change(before: Sequence[float], after: Sequence[float]) -> Interval | None:
    """Return how a mean changed, with its interval; None where either has too few values."""
    least = min(len(before), len(after))
    if least < ENOUGH_DAYS:
        return None
    error = sqrt(sum(max(variance(each), _ROUNDING) / len(each) for each in (before, after)))
    reach = error * next(t for df, t in reversed(_T.items()) if df <= least - 1)
    mean = fmean(after) - fmean(before)
    return Interval(mean, mean - reach, mean + reach)


def _stiffness(month: date, rated: list[Rated]) -> Finding | None:
    before, after = (_by_day(rated, each) for each in (last_month(month), month))
    found = mean_change(before, after)
    if found is None:
        return None
    means = f"{fmean(after):.1f} on average before a session, {fmean(before):.1f} the month before"
    return Finding(f"Stiffness: {means}. {_spread(found)}", HOW_STIFFNESS)


def _by_day(rated: list[Rated], month: date) -> list[float]:
    """Return one rating a day, so that many sessions of one day do not pass for many days."""
    days: defaultdict[date, list[int]] = defaultdict(list)
    for each in rated:
        if _month(each.day) == _month(month):
            days[each.day].append(each.before)
    return [fmean(found) for found in days.values()]


def _spread(found: Interval) -> str:
    """Return the interval in words, less of it being looser."""
    if not found.is_clear:
        return f"No clear change: from {abs(found.low):.1f} less to {abs(found.high):.1f} more."
    least, most = sorted((abs(found.low), abs(found.high)))
    return f"That is {least:.1f} to {most:.1f} points {'less' if found.mean < 0 else 'more'}."


def _range(month: date, measurements: list[Measurement]) -> Finding | None:
    """Return the change of range that is surest, of the sides and kinds there are."""
    found = [
        told
        for kind in MeasureKind
        if kind.form.is_range and kind is not MeasureKind.TRUNK_LEAN  # which is no range
        for side in Side
        if (told := _of_side(month, measurements, kind, side)) is not None
    ]
    return max(found, key=lambda told: told[0], default=(0.0, None))[1]


def _of_side(
    month: date, measurements: list[Measurement], kind: MeasureKind, side: Side
) -> tuple[float, Finding] | None:
    """Return how many times its error a change is, and what is told of it; None without two."""
    points = series(measurements, kind, side)
    before = [point for point in points if _month(point[0]) < _month(month)]
    now = [point for point in points if _month(point[0]) == _month(month)]
    if not before or not now:
        return None
    (first, earlier), (last, later) = before[-1], now[-1]
    error = error_of(measurements, kind, {(side, first), (side, last)}) or STILL
    found = change(kind, earlier, later, error)
    how = HOW_RUNNING if error is RUNNING else HOW_RANGE
    told = Finding(f"{kind.form.title}, {side}: {found.words}.", how)
    return abs(found.difference) / error.unchanged_below, told


def _weeks(month: date, weeks: Iterable[WeekReport]) -> Finding | None:
    """Return how many weeks were kept; none kept is nothing to tell."""
    counted = [w for w in weeks if w.month == _month(month) and w.state in _COUNTED]
    kept = sum(week.state is WeekState.KEPT for week in counted)
    if not kept:
        return None
    return Finding(f"{kept} of {len(counted)} week{'s' * (len(counted) > 1)} kept.", HOW_WEEKS)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
