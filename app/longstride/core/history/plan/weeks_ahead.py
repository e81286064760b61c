"""The weeks of a plan that are still to come, as they are where each is kept."""

from collections.abc import Collection, Iterator
from datetime import date

from longstride.core.history.plan.following import Anchor, Following, PlanPlace
from longstride.core.history.plan.layout import lay_out
from longstride.core.history.plan.turn import Turn
from longstride.core.history.week import WEEK

MOST_WEEKS = 16  # of a calendar file, the running one too


def weeks_ahead(
    following: Following,
    place: PlanPlace,
    start: date,
    anchors: Collection[Anchor],
    loaded: Collection[str],
    most: int,
) -> Iterator[tuple[date, tuple[Turn, ...]]]:
    """Yield the first day and the turns of each week after the one that begins at ``start``.

    There are ``most`` at most. ``place`` is where the plan stands in that week; one that begins
    later has all of its weeks ahead.
    """
    if place.over:
        return
    begun = following.first <= start
    weeks = following.plan.weeks[place.week - (not begun or _is_put_in(following, place)) :]
    first = start + WEEK if begun else following.first
    for index, week in enumerate(weeks[:most]):
        day = first + index * WEEK
        yield day, lay_out(week, day, anchors, loaded)


def _is_put_in(following: Following, place: PlanPlace) -> bool:
    """Return whether a lighter week stands before the plan's own, which is still to come."""
    return place.lighter and not following.plan.weeks[place.week - 1].lighter
