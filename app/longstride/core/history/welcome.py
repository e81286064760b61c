"""Warm words for the athlete: when a session has ended, and when someone comes back.

They are spoken too: no digits, no signs, one breath a sentence.
"""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from longstride.core.durations import number_word
from longstride.core.history.streak import WeekState, streak
from longstride.core.history.week import Rhythm

GAP = timedelta(days=8)

FIRST = "That was your first session. Good to have you here."
BACK = "Welcome back. It is good to have you on the mat again, and all you did before still counts."
BACK_RESTED = "Welcome back. Resting was right, and so was coming back today."
ONCE_MORE = "More than once today. The day counts once, and the work counts in full."
EXTRA = "The week was kept already. This one was for you."
ON_ARRIVAL = "Back again, and glad of it. Start as gently as you like."


def welcome_line(
    days: AbstractSet[date], rhythm: Rhythm, today: date, sessions_today: int = 1
) -> str:
    """Return what to say when a session of ``today`` has ended; ``days`` may hold today already.

    The first session after eight days or more without gets the warmest words.
    """
    before = {day for day in days if day < today}
    if sessions_today > 1:
        return ONCE_MORE
    if not before:
        return FIRST
    if is_back(before, today):
        return BACK_RESTED if _rested(before, rhythm, today) else BACK
    return _week_line(before | {today}, rhythm, today)


def is_back(days: AbstractSet[date], today: date) -> bool:
    """Return whether a session today is the first after a gap, so that it gets a welcome."""
    before = max((day for day in days if day < today), default=today)
    return today - before >= GAP


def _rested(before: AbstractSet[date], rhythm: Rhythm, today: date) -> bool:
    """Return whether frozen days lie in the gap."""
    last = max(before)
    return any(last < day <= today for day in rhythm.frozen)


def _week_line(days: AbstractSet[date], rhythm: Rhythm, today: date) -> str:
    run = streak(days, rhythm, today)
    week = run.running
    if week.state is not WeekState.KEPT:
        return f"That makes {number_word(week.days)} of {number_word(week.target)} this week."
    if week.days > week.target:
        return EXTRA
    if run.current == 1:
        return "That keeps the week. Well done."
    return f"That keeps the week. {number_word(run.current).capitalize()} weeks in a row now."
