"""The day on which weeks begin where the machine stands."""

from longstride.core.history.week import FIRST_WEEKDAYS


def system_week_start() -> int:
    """Return the first day of the week, 0 Monday to 6 Sunday, as the system's language has it.

    Monday where that is a day on which no week of Longstride's begins, and where Qt cannot be
    loaded, as on a machine that never opens a window.
    """
    from longstride.desktop.qt import load_qt

    try:
        load_qt()
    except ImportError:
        return 0
    from PySide6.QtCore import QLocale

    found = QLocale().firstDayOfWeek().value - 1
    return found if found in FIRST_WEEKDAYS else 0
