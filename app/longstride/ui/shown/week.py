"""The running week and the streak, as dots and words."""

from longstride.core.counting import counted
from longstride.core.history.consistency import DayState
from longstride.core.history.streak import Streak
from longstride.ui.shown.past import Recent
from longstride.ui.widgets.week_dots import Dot

_STATES = {DayState.DONE: "done", DayState.FROZEN: "frozen"}


def week_dots(recent: Recent) -> tuple[Dot, ...]:
    """Return the seven days of the running week, its first day first."""
    return tuple(
        Dot(f"{each.day:%A}", _STATES.get(each.state, "open"), each.day == recent.day)
        for each in recent.regular.week
    )


def streak_text(streak: Streak) -> tuple[str, str]:
    """Return the streak as a large value and the words below it."""
    if not streak.current:
        return ("A fresh start" if streak.longest else "First weeks"), streak.words
    weeks = counted(streak.current, "week")
    if streak.current == streak.longest:
        return weeks, "your longest yet"
    return weeks, streak.words
