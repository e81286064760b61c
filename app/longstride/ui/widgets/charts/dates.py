"""Days as they are written, and which of them stand below a chart."""

from collections.abc import Iterator
from datetime import date, timedelta

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()


def short_day(day: date, today: date) -> str:
    """Return ``12 Mar``, or ``12 Mar 2025`` in another year than today's."""
    return _in_month(day) if day.year == today.year else full_day(day)


def long_day(day: date, today: date) -> str:
    """Return ``12 March``, as a screen reader says it, with the year where it is another."""
    said = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def full_day(day: date) -> str:
    """Return ``12 Mar 2026``."""
    return f"{_in_month(day)} {day.year}"


def date_ticks(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    """Return at most so many days of a range that deserve a label, each with its label."""
    for days in (1, 2, 7, 14):
        if (last - first).days // days < most:
            found = (first + timedelta(days=n) for n in range(0, (last - first).days + 1, days))
            return tuple((day, _in_month(day)) for day in found)
    for months in (1, 2, 3, 6, 12, 24, 60):
        starts = tuple(_month_starts(first, last, months))
        if len(starts) <= most:
            return tuple((day, _month_text(day, months)) for day in starts)
    return ((first, str(first.year)), (last, str(last.year)))


def _in_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month_starts(first: date, last: date, months: int) -> Iterator[date]:
    month = first.year * 12 + first.month - 1
    for at in range(month + -month % months, last.year * 12 + last.month, months):
        day = date(at // 12, at % 12 + 1, 1)
        if first <= day <= last:
            yield day


def _month_text(day: date, months: int) -> str:
    return str(day.year) if months >= 12 or day.month == 1 else MONTHS[day.month - 1]
