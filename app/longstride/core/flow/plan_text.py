"""A plan as text and back: what the journal keeps of one, as it was when it was chosen."""

import json
from dataclasses import asdict
from typing import Any

from longstride.core.flow.plan import Plan, PlanEntry, PlanWeek

MOST_WEEKS = 16
MOST_ENTRIES = 8  # flows of one week
MOST_TIMES = 7  # a week
LONGEST_TEXT = 100_000
_LONGEST_LINE = 600
_BROKEN = "is not the text of a plan"


def plan_to_text(plan: Plan) -> str:
    """Return a plan as JSON, which ``plan_from_text`` reads back."""
    return json.dumps(asdict(plan), ensure_ascii=False, separators=(",", ":"))


def plan_from_text(text: str) -> Plan:
    """Return the plan that ``plan_to_text`` wrote; ValueError where the text is another.

    A journal may have been brought from elsewhere: what it holds is believed no more than a file.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError(_BROKEN)
    try:
        return _plan(json.loads(text))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(_BROKEN) from error


def _plan(told: Any) -> Plan:
    weeks = tuple(_week(week) for week in _list(told["weeks"], MOST_WEEKS))
    names = {name: _line(told[name]) for name in ("id", "title", "whom", "purpose")}
    return Plan(**names, weeks=weeks)


def _week(told: Any) -> PlanWeek:
    if type(told["lighter"]) is not bool:
        raise ValueError(_BROKEN)
    entries = tuple(_entry(entry) for entry in _list(told["entries"], MOST_ENTRIES))
    if len({entry.flow for entry in entries}) < len(entries):
        raise ValueError(_BROKEN)
    return PlanWeek(_line(told["focus"]), entries, told["lighter"])


def _entry(told: Any) -> PlanEntry:
    flow, times, after = _line(told["flow"]), told["times"], _line(told["after"])
    if after:
        return PlanEntry(flow, after=after)
    if type(times) is not int or not 1 <= times <= MOST_TIMES:
        raise ValueError(_BROKEN)
    return PlanEntry(flow, times)


def _list(told: Any, most: int) -> list[Any]:
    if not isinstance(told, list) or not 1 <= len(told) <= most:
        raise ValueError(_BROKEN)
    return told


def _line(told: Any) -> str:
    if not isinstance(told, str) or len(told) > _LONGEST_LINE or "\0" in told:
        raise ValueError(_BROKEN)
    told.encode()  # half a character
    return told
