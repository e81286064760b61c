"""Who comes back after a gap, and whether it was a rest; the warmest words are for them."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from longstride.core.history.week import Rhythm

GAP = timedelta(days=8)

ON_ARRIVAL = "Good to have you back. Start as gently as you like."


def is_back(days: AbstractSet[date], today: date) -> bool:
    """Return whether a session today is the first after a gap, so that it gets a welcome."""
    before = max((day for day in days if day < today), default=today)
    return today - before >= GAP


def has_rested(days: AbstractSet[date], rhythm: Rhythm, today: date) -> bool:
    """Return whether frozen days lie in the gap before a day."""
    last = max(day for day in days if day < today)
    return any(last < day <= today for day in rhythm.frozen)
