"""On which weekday the athlete's weeks begin."""

from PySide6.QtCore import QLocale

from longstride.core.history.week import FIRST_WEEKDAYS
from longstride.settings import WeekStart


def first_weekday(start: WeekStart) -> int:
    """Return the first day of the week, 0 Monday to 6 Sunday, the system's if none is set."""
    if start is WeekStart.SYSTEM:
        found = QLocale().firstDayOfWeek().value - 1
        return found if found in FIRST_WEEKDAYS else 0
    return {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}[start]
