"""How the athlete is reminded, in values and in words; free of Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from longstride.core.history.reminder import own_times
from longstride.ui.widgets.charts.dates import WEEKDAYS

if TYPE_CHECKING:
    from longstride.core.history.plan.following import Anchor
    from longstride.core.history.reminder import Wishes
    from longstride.desktop.notifications.way import WayName
    from longstride.settings import Settings

_BY = {
    "portal": "Your desktop reminds you, with Start and Later.",
    "notify-send": "Your desktop reminds you, with Start and Later where it shows buttons.",
    "tray": "A message beside the clock reminds you; pressing it opens the flow.",
    "alert": (
        "This desktop shows no messages here: the window asks for attention and says it itself."
    ),
}
_LOOKING = "Finding out how this desktop can remind you."
_OFF = "Nothing comes while the machine is off"
_REMIND_OFF = "Reminders are off, so nothing comes at the times of your days."
_OWN_TIMES = "at your days’ own times"
_TOO_LATE = "the quiet hours last into the next day, so nothing comes then."
_ASLEEP = "After sleep it comes once."


@dataclass(frozen=True, slots=True)
class ReminderState:
    """How reminders stand.

    ``way`` is how one would be told, None while that is looked for; ``next`` when one is due as
    the wall clock shows it, None where none is within a week; ``trouble`` why none can be.
    ``closed`` is where it lies what starts them while Longstride is closed, "" where nothing does,
    and ``not_closed`` why it is not as it is wanted.
    """

    way: WayName | None = None
    next: datetime | None = None
    trouble: str = ""
    closed: str = ""
    not_closed: str = ""


def way_text(way: WayName | None, closed: bool) -> str:
    """Return how one is told, and what is not promised; ``closed`` where Longstride may be."""
    if way is None:
        return _LOOKING
    limit = _OFF if closed else f"{_OFF} or Longstride is closed"
    return f"{_BY[way]} {limit}. {_ASLEEP}"


def closed_text(place: str) -> str:
    """Return where it lies what starts reminders while Longstride is closed, "" for nowhere."""
    return f"{place} sees to it. Those reminders have no buttons." if place else ""


def reminder_text(settings: Settings, run_days: Collection[int] = (), *, own: bool = False) -> str:
    """Return when the athlete is reminded, such as ``17:30 on run days``; "off" where never.

    ``own`` is whether days have times of their own that are told.
    """
    times = " and ".join(f"{at:%H:%M}" for at in settings.remind_times)
    days = _days_text(settings.remind_days, run_days)
    usual = f"{times} {days}" if times and settings.remind_days else ""
    said = ", and ".join(filter(None, (usual, _OWN_TIMES if own else "")))
    return said if settings.remind and said else "off"


def never_text(settings: Settings) -> str:
    """Return why some or all that is wanted comes to nothing, "" where all is well."""
    if not settings.remind_days:
        return "No day is chosen yet, so nothing comes at these times."
    if not settings.remind_times:
        return "No time is chosen yet, so nothing comes on these days."
    return _never(settings.wishes)


def untold_text(anchors: Iterable[Anchor], settings: Settings) -> str:
    """Return why nothing is told at days' own times, all or some, "" where all is well."""
    times = own_times(anchors)
    if not times:
        return ""
    return _never(replace(settings.wishes, times=times)) if settings.remind else _REMIND_OFF


def next_text(due: datetime | None, today: date) -> str:
    """Return when one is told next, "" where that is not known."""
    if due is None:
        return ""
    days = (due.date() - today).days
    day = {0: "today", 1: "tomorrow"}.get(days, f"on {WEEKDAYS[due.weekday()]}")
    return f"The next one is {day} at {due:%H:%M}, unless the flow is done before."


def _never(wishes: Wishes) -> str:
    said = " and ".join(f"{at:%H:%M}" for at in wishes.never_told)
    return f"{said}: {_TOO_LATE}" if said else ""


def _days_text(days: Collection[int], run_days: Collection[int]) -> str:
    if len(days) == len(WEEKDAYS):
        return "every day"
    if {*days} == {*run_days}:
        return "on run days"
    return "on " + ", ".join(WEEKDAYS[day][:3] for day in sorted(days))
