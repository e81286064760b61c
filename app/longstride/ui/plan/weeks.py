"""The weeks of a plan as hills: which were done, which is open, which are to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from longstride.core.history.plan.turn import TurnState
from longstride.core.history.week import WEEK
from longstride.ui.widgets.charts.dates import long_day, short_day
from longstride.ui.widgets.hills import Hill, HillState

if TYPE_CHECKING:
    from longstride.records.following import PlanNow


def plan_weeks(now: PlanNow, today: date) -> tuple[Hill, ...]:
    """Return every week of a plan that is followed."""
    count = len(now.following.plan.weeks)
    return tuple(_hill(now, number, today) for number in range(1, count + 1))


def _hill(now: PlanNow, number: int, today: date) -> Hill:
    week, state = now.following.plan.weeks[number - 1], _state(now, number, today)
    is_open = state is HillState.OPEN
    lighter = now.place.lighter if is_open else week.lighter
    done = sum(turn.state is TurnState.DONE for turn in now.turns)
    return Hill(
        number=number,
        height=week.least,
        lighter=lighter,
        state=state,
        share=done / len(now.turns) if is_open and now.turns else 0.0,
        below=_below(now, number, state),
        words=_words(now, number, state, week.focus),
    )


def _state(now: PlanNow, number: int, today: date) -> HillState:
    place = now.place
    if number == place.week and not place.over and now.following.first <= today:
        return HillState.OPEN
    if number > place.week or (number == place.week and not place.over):
        return HillState.AHEAD
    report = now.past.get(number)
    return HillState.DONE if report is not None and report.days else HillState.PASSED


def _begins(now: PlanNow, number: int) -> date | None:
    """Return when a week began, or begins as long as each goes on to the next."""
    if number in now.past and (number < now.place.week or now.place.over):
        return now.past[number].start
    if number < now.place.week or now.place.over:
        return None
    start = max(now.start, now.following.first)
    return start + (number - now.place.week) * WEEK


def _below(now: PlanNow, number: int, state: HillState) -> str:
    if state is HillState.OPEN:
        return "this week"
    day = _begins(now, number)
    return short_day(day, day) if day else ""  # never so far that it needs a year


def _words(now: PlanNow, number: int, state: HillState, focus: str) -> str:
    day = _begins(now, number)
    when = {
        HillState.OPEN: "this week",
        HillState.DONE: "done",
        HillState.PASSED: "passed over",
        HillState.AHEAD: "to come",
    }[state]
    since = f", from {long_day(day, day)}" if day and state is not HillState.OPEN else ""
    return f"Week {number}, {when}{since}: {focus}."
