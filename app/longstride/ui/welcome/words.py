"""What the first questions say."""

from __future__ import annotations

from calendar import day_name
from typing import TYPE_CHECKING

from longstride.core.flow.plan import Plan
from longstride.core.history.plan.answers import Answers, Who
from longstride.ui.widgets.text import capital

if TYPE_CHECKING:
    from longstride.records.answers import Before

NAMES = {
    Who.RUNNER: "Runner",
    Who.SPRINTER: "Sprinter",
    Who.DESK: "Mostly at a desk",
    Who.BEGINNER: "Just starting",
}
RUN_DAYS = "Which days do you run?"
WARM_UP_DAYS = "Which days do you warm up?"
TARGET = "How many days a week for your hips?"
OPENING = "Three short answers, and Longstride proposes a plan."
LATER = "All of it can be changed later."
NO_PLAN = "This plan cannot be read just now. Look around and start any flow you like."
LONG_PURPOSE = (  # there is room for so much from the start
    "Three minutes when work ends, and one or two sessions a week that grow from easy to steady."
)
LONG_DETAILS = (
    "Runner, one session, eight weeks. Runs on Monday, Tuesday, Wednesday, Thursday and Saturday. "
    "Any seven days keep a week."
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def proposal(plan: Plan | None) -> str:
    """Return the one sentence that says what a plan is."""
    return NO_PLAN if plan is None else plan.purpose


def details(answers: Answers, plan: Plan) -> str:
    """Return ``Runner, eight weeks. Runs on Monday and Sunday. Any four days keep a week.``"""
    weeks = f"{plan.title}, {number(len(plan.weeks))} weeks."
    return " ".join(part for part in (weeks, _days(answers), _target(answers)) if part)


def changed(before: Before) -> str:
    """Return what answers that were given again changed of what stood before."""
    parts = ["your plan" * (before.begun is not None), "your days" * bool(before.gone)]
    parts.append("your target" * (before.target is not None))
    named = " and ".join(part for part in parts if part)
    timed = any(anchor.at is not None for anchor in before.gone)
    more = " A day that is off has taken its time with it." if timed else ""
    return f"As you answered, {named} changed.{more}"


def number(value: int) -> str:
    """Return a number as a word where it is a short one."""
    return _NUMBERS[value - 1] if 0 < value <= len(_NUMBERS) else str(value)


def _days(answers: Answers) -> str:
    if answers.who is Who.DESK:
        return "Work ends Monday to Friday."
    if not (answers.who.has_days and answers.days):
        return ""
    what = "Runs" if answers.who is Who.RUNNER else "Warm-ups"
    return f"{what} {_on(answers.days)}."


def _on(days: frozenset[int]) -> str:
    if len(days) == 7:
        return "every day"
    *before, last = (day_name[day] for day in sorted(days))
    return f"on {', '.join(before)} and {last}" if before else f"on {last}"


def _target(answers: Answers) -> str:
    if answers.target is None:
        return ""
    if answers.target == 7:
        return "Seven days keep a week."
    return f"Any {number(answers.target)} days keep a week."


def said(text: str) -> str:
    """Return the words that a screen reader is told once a plan is proposed."""
    return f"Proposed: {capital(text)}"
