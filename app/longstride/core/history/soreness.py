"""When the athlete is asked how sore they are: on the morning after work, until noon."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window asks for the morning before it stands
    from longstride.core.history.session import Session

NOON = time(12)


def morning_left(now: datetime, today: date) -> int:
    """Return the ms of the athlete's morning that are left, 0 from noon on.

    ``now`` is local. What of a night belongs to the day before is not the morning of it.
    """
    if now.date() != today:
        return 0
    noon = datetime.combine(today, NOON, now.tzinfo)
    return max(0, (noon - now) // timedelta(milliseconds=1))


def worked_yesterday(sessions: Iterable[Session], today: date) -> bool:
    """Return whether a session of the day before counts for that day."""
    yesterday = today - timedelta(days=1)
    return any(session.day == yesterday and session.counts for session in sessions)
