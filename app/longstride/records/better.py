"""It is better: which places still hurt, and the athlete's word that they no longer do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from longstride.core.history.pain import hurting

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.journal.journal import Journal


def hurting_now(journal: Journal) -> Mapping[BodyPlace, date]:
    """Return each place of sharp pain not said to be better since, with its day; JournalError."""
    return hurting(journal.sharp_sessions(), journal.better())


def say_better(
    journal: Journal, now: datetime, places: Collection[BodyPlace] | None = None
) -> Collection[BodyPlace]:
    """Keep that places are better, None for all that hurt, and return them; JournalError.

    ``now`` is aware. From then on they are loaded and stretched again.
    """
    found = tuple(hurting_now(journal) if places is None else places)
    journal.say_better(found, now)
    return found
