"""Which backups to keep: Anki's policy, pure.

All of today and yesterday, then the newest of each of 12 days, 10 weeks and 9 months.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

LEAST_GAP = timedelta(minutes=30)
DAYS, WEEKS, MONTHS = 12, 10, 9


def due(newest: datetime | None, now: datetime) -> bool:
    """Return whether it is time for another backup; one from the future does not hold it up."""
    return newest is None or not timedelta() <= now - newest < LEAST_GAP


def keep(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which backups to keep of those taken at ``times``, by the days of ``now``'s zone.

    A period counts from its newest backup on, and one that a kept backup covers is not used up.
    """
    kept: set[datetime] = set()
    last: date | None = None  # the day of the backup kept before, which is the next newer one
    left = {_day: DAYS, _week: WEEKS, _month: MONTHS}
    for taken in sorted(times, reverse=True):
        day = taken.astimezone(now.tzinfo).date()
        if now.date() - day <= timedelta(days=1):
            kept.add(taken)
            last = day
            continue
        period = next((period for period, room in left.items() if room), None)
        if period is not None and (last is None or period(day) != period(last)):
            left[period] -= 1
            kept.add(taken)
            last = day
    return frozenset(kept)


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)
