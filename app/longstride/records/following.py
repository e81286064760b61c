"""The plan that is followed, as the journal has it today; chosen anew and ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.history.plan.following import Anchor, Following, PlanPlace, current
from longstride.core.history.plan.place import plan_place
from longstride.core.history.plan.turn import Turn, done_in
from longstride.core.history.plan.turns import turns
from longstride.core.history.streak import streak
from longstride.core.history.week import WEEK, Rhythm

if TYPE_CHECKING:
    from longstride.core.flow.plan import PlanWeek
    from longstride.journal.journal import Journal

_NEAR = timedelta(days=2)  # what was done so long before a week still wants a distance
_MOST = 500  # sessions of a week that are looked at


@dataclass(frozen=True, slots=True)
class PlanNow:
    """A plan as it stands: the running week with its turns, or one that is over.

    ``start`` is the first day of the running week, ``week`` what the plan has in it.
    """

    following: Following
    place: PlanPlace
    start: date
    week: PlanWeek
    turns: tuple[Turn, ...]
    anchors: tuple[Anchor, ...]


def plan_now(
    journal: Journal, loaded: Collection[str], rhythm: Rhythm, today: date
) -> PlanNow | None:
    """Return the plan that is followed on a day, None where none is; JournalError.

    ``loaded`` are the ids of the flows that are. A plan that is over has no turns.
    """
    following = current(journal.followings(), today)
    if following is None:
        return None
    days = journal.days_trained(following.first - WEEK)
    anchors = journal.anchors()
    place = plan_place(following, streak(days, rhythm, today).weeks, today, anchors)
    start, week = rhythm.week_of(today), following.week(place)
    if place.over or today < following.first:
        return PlanNow(following, place, start, week, (), anchors)
    done = done_in(journal.search(since=start - _NEAR, until=today, limit=_MOST))
    moves = journal.turn_moves(following.id)
    found = turns(week, start, anchors, moves, done, loaded, today)
    return PlanNow(following, place, start, week, found, anchors)


def follow(journal: Journal, following: Following, today: date) -> None:
    """Follow a plan from now on, in place of any that was followed before; JournalError."""
    journal.follow(*_ended(journal, today), following)


def end_plan(journal: Journal, today: date) -> Following | None:
    """End the plan that is followed and return it, None where none is; JournalError."""
    following = current(journal.followings(), today)
    if following is not None:
        journal.follow(*_ended(journal, today))
    return following


def _ended(journal: Journal, today: date) -> list[Following]:
    """Return the plans that go on, ended: two journals may each have brought one."""
    going = [each for each in journal.followings() if each.ended is None or each.ended > today]
    return [replace(each, ended=today) for each in going]
