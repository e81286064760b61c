"""What a stretch of time and a flow are called in the plots of Review."""

from datetime import date

from longstride.ui.shown.past import Past
from longstride.ui.widgets.charts.dates import MONTHS, long_day

MOST_COLUMNS = 60  # more weeks than this are put together by month, more months by quarter
YEARS_ONLY = 24  # of more months than this only the years are named
_UNITS = {"week": 7, "month": 30}  # days
_MONTHS = {"month": 1, "quarter": 3}


def flow_title(past: Past, flow: str) -> str:
    """Return a flow's title, or what its id says where it is gone."""
    return past.titles.get(flow, flow.replace("-", " ").capitalize())


def unit_of(days: int) -> str:
    """Return the shortest stretch of time of which so many days make few enough to be shown."""
    fits = (unit for unit, length in _UNITS.items() if days // length < MOST_COLUMNS)
    return next(fits, "quarter")


def first_month(unit: str, day: date) -> date:
    """Return the first day of the month or quarter a day belongs to."""
    return day.replace(day=1, month=day.month - (day.month - 1) % _MONTHS[unit])


def when(start: date, today: date, unit: str) -> str:
    """Return ``Week of 16 November``, ``Nov 2026`` or ``Three months from Oct 2026``."""
    if unit == "week":
        return f"Week of {long_day(start, today)}"
    name = f"{MONTHS[start.month - 1]} {start.year}"
    return f"Three months from {name}" if unit == "quarter" else name


def label_below(start: date, *, sparse: bool) -> str:
    """Return what stands below a month or quarter; ``sparse`` leaves only the years."""
    if start.month == 1:
        return str(start.year)
    return "" if sparse else MONTHS[start.month - 1]
