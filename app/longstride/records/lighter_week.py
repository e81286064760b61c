"""A running week made lighter at the athlete's wish, by the days of it that are frozen for that.

Nothing else is stored of it: the plan reads from those days that the week is a lighter one. They
are the ones without a turn, which a lighter week asks nothing of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.history.plan.turns import spare_days
from longstride.core.history.week import WEEK, Freeze, FreezeReason, Rhythm
from longstride.records.following import PlanSource, plan_now

if TYPE_CHECKING:
    from longstride.journal.journal import Journal
    from longstride.records.following import PlanNow


LIGHTER = "This week is lighter"
FULL_AGAIN = "This week is as the plan has it, and no day of it is frozen to make it lighter."
FROZEN_ALREADY = "The rest of this week is frozen already and asks for nothing."


def days_to_ease(
    source: PlanSource, loaded: Collection[str], rhythm: Rhythm, today: date
) -> tuple[date, ...]:
    """Return the days to freeze so that the running week is a lighter one; JournalError.

    They are its spare days, or where each day has a turn those that are left of it. None where no
    plan is under way, or those are frozen already. The arguments are those of ``plan_now``.
    """
    lighter = Freeze(today, FreezeReason.DELOAD)
    now = plan_now(source, loaded, replace(rhythm, freezes=(*rhythm.freezes, lighter)), today)
    if now is None or not now.runs(today):
        return ()
    full = {*rhythm.frozen, *source.days_trained(now.start)}
    spare = [day for day in spare_days(now.turns, now.start) if day not in full]
    if spare or rhythm.eased_in(now.start):
        return tuple(spare)
    return tuple(day for day in _left(now, today) if day not in full)


def _left(now: PlanNow, today: date) -> Iterable[date]:
    return (today + timedelta(days=n) for n in range((now.start + WEEK - today).days))


def frozen_words(days: Sequence[date]) -> str:
    """Return in a sentence which days of a week are frozen, at least one."""
    *first, last = (f"{day:%A}" for day in days)
    if not first:
        return f"{last} is frozen and holds your streak."
    return f"{', '.join(first)} and {last} are frozen and hold your streak."


def eased_words(days: Sequence[date]) -> str:
    """Return that the running week is lighter, and which days of it are frozen for that."""
    return f"{LIGHTER}. {frozen_words(days)}"


def ease(journal: Journal, days: Iterable[date]) -> None:
    """Freeze days to make their week a lighter one; JournalError."""
    for day in days:
        journal.freeze(day, FreezeReason.DELOAD)


def ease_no_more(journal: Journal, days: Iterable[date]) -> None:
    """Let days count again that were frozen so; JournalError."""
    for day in days:
        journal.unfreeze(day)
