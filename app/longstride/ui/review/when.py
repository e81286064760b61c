"""What a stretch of time and a flow are called in the plots of Review."""

from datetime import date

from longstride.ui.shown.past import Past
from longstride.ui.widgets.charts.dates import MONTHS, long_day, short_day

MOST_COLUMNS = 60  # more weeks than this are put together by month
YEARS_ONLY = 24  # of more months than this only the years are named


def flow_title(past: Past, flow: str) -> str:
    """Return a flow's title, or what its id says where it is gone."""
    return past.titles.get(flow, flow.replace("-", " ").capitalize())


def when(start: date, today: date, weekly: bool) -> str:
    """Return ``Week of 16 November`` or ``November 2026``."""
    if weekly:
        return f"Week of {long_day(start, today)}"
    return f"{MONTHS[start.month - 1]} {start.year}"


def label_below(start: date, today: date, weekly: bool, *, sparse: bool) -> str:
    """Return what stands below a week or month; ``sparse`` leaves only the years."""
    if weekly:
        return short_day(start, today)
    if start.month == 1:
        return str(start.year)
    return "" if sparse else MONTHS[start.month - 1]
