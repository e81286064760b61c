"""A plan and its turns in words, for the pages Plan and Today; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.durations import number_word
from longstride.core.flow.plan import After
from longstride.core.history.plan.place import RETURN_TO
from longstride.ui.widgets.charts.dates import WEEKDAYS, long_day

if TYPE_CHECKING:
    from longstride.core.flow.plan import Plan
    from longstride.core.history.plan.turn import Turn
    from longstride.records.following import PlanNow


def weekday(day: date) -> str:
    """Return ``Tuesday``."""
    return WEEKDAYS[day.weekday()]


def begins_text(day: date) -> str:
    """Return ``Monday 30 November``; a plan's days are never so far that they need a year."""
    return f"{weekday(day)} {long_day(day, day)}"


def week_text(now: PlanNow) -> str:
    """Return where a plan stands, such as ``Week 3 of 8 again``."""
    again = " again" if now.place.again else ""
    return f"Week {now.place.week} of {len(now.following.plan.weeks)}{again}"


def focus_text(now: PlanNow) -> str:
    """Return what the running week is for, as it goes on within a sentence."""
    focus = now.week.focus
    return focus[:1].lower() + focus[1:] if focus[1:2].islower() else focus


def over_text(plan: Plan) -> str:
    """Return that all of a plan is over."""
    if len(plan.weeks) == 1:
        return "Its week is over"
    return f"All {number_word(len(plan.weeks))} weeks are over"


def return_week(plan: Plan) -> int:
    """Return the week from which a plan that is over is begun again, counted from 1."""
    return min(RETURN_TO, len(plan.weeks))


def after_text(turn: Turn) -> str:
    """Return ``after the Tuesday run``, "" for a session of its own."""
    day = weekday(turn.planned)
    if turn.after is After.WORK:
        return f"after work on {day}"
    return f"after the {day} {turn.after.value}" if turn.after else ""


def at_text(turn: Turn) -> str:
    """Return ``07:30``, the athlete's time for a turn that is to come; "" where none is set."""
    return f"{turn.at:%H:%M}" if turn.at is not None and turn.is_open else ""


def elsewhere_text(now: PlanNow, turn: Turn) -> str:
    """Return ``moved from Tuesday`` or ``carried from Tuesday``, "" where the plan has it."""
    if not turn.is_elsewhere:
        return ""
    move = now.move_of(turn)
    was_put = move is not None and move.day == turn.day
    return f"{'moved' if was_put else 'carried'} from {weekday(turn.planned)}"


def coming_text(now: PlanNow, titles: Mapping[str, str], today: date) -> str:
    """Return which turn of the running week comes after a day, and when.

    ``titles`` are those of the flows that may be named, by id; "" where only others come.
    """
    planned = [turn for turn in now.turns if turn.is_open and turn.day and turn.day > today]
    if not planned:
        return "Nothing more is planned this week."
    coming = [turn for turn in planned if turn.flow in titles]
    if not coming:
        return ""
    turn = min(coming, key=lambda each: each.day or today)
    day, tomorrow = turn.day or today, today + timedelta(days=1)
    if day == tomorrow:
        return f"{titles[turn.flow]} is next, tomorrow."
    return f"{weekday(tomorrow)} is free. {titles[turn.flow]} is next, on {weekday(day)}."
