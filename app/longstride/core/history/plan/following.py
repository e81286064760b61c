"""What an athlete decided about a plan: nothing else of it is stored, all the rest is derived."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID

from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek

_HALF_A_WEEK = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a plan stands: in its ``week``, counted from 1.

    ``again`` is how often that week has come back, ``lighter`` whether this one is a lighter one,
    of the plan or put in between. ``over`` is true once the last week has passed.
    """

    week: int
    again: int = 0
    lighter: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """A plan that is followed, as it was when the athlete chose it.

    It began on ``first``, which begins a week, with week ``from_week``, counted from 1.
    ``ended`` is the day on which the athlete ended it.
    """

    id: UUID
    plan: Plan
    first: date
    from_week: int = 1
    ended: date | None = None

    def week(self, place: PlanPlace) -> PlanWeek:
        """Return what is done in a week; one that was put in is the nearest lighter one."""
        index = place.week - 1
        here = self.plan.weeks[index]
        if here.lighter or not place.lighter:
            return here
        ahead = (*self.plan.weeks[index:], *reversed(self.plan.weeks[:index]))
        return next((week for week in ahead if week.lighter), replace(here, lighter=True))


def current(followings: Iterable[Following], today: date) -> Following | None:
    """Return the plan that is followed on a day: the one that began last, else one to begin."""
    going = (each for each in followings if each.ended is None or each.ended > today)
    return max(going, key=lambda each: (each.first <= today, each.first, each.id), default=None)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the athlete does on a weekday: ``after`` it, or as a session of its own, a turn comes.

    ``weekday`` counts like ``date.weekday()``: 0 Monday, 6 Sunday. ``at`` is the local time of
    the turn, None where none is set; ``remind`` asks to be told then.
    """

    id: UUID
    weekday: int
    after: After = After.OWN
    at: time | None = None
    remind: bool = False


@dataclass(frozen=True, slots=True)
class TurnMove:
    """Where the athlete put a turn: on another ``day``, or with None let go.

    ``week`` is the first day of its week, ``number`` counts the turns of its flow there, from 1.
    """

    following: UUID
    week: date
    flow: str
    number: int
    day: date | None

    def is_in(self, start: date) -> bool:
        """Return whether it is of the week that begins at ``start``, or shares most days with it.

        So moves stay in place when the athlete lets weeks begin on another day.
        """
        return abs(self.week - start) <= _HALF_A_WEEK


def anchored(entry: PlanEntry, anchors: Iterable[Anchor]) -> dict[int, Anchor]:
    """Return the weekdays on which a flow is done after something, each with its anchor."""
    return {} if entry.follows is After.OWN else on_weekdays(entry.follows, anchors)


def standing(anchors: Collection[Anchor]) -> tuple[Anchor, ...]:
    """Return the one anchor of each kind and weekday that stands, Monday's runs first."""
    found = [each for after in After for each in on_weekdays(after, anchors).values()]
    order = tuple(After)
    return tuple(sorted(found, key=lambda each: (order.index(each.after), each.weekday)))


def on_weekdays(after: After, anchors: Iterable[Anchor]) -> dict[int, Anchor]:
    """Return the anchors of a kind by weekday; of two on one day the one with a time stands."""
    kind = (anchor for anchor in anchors if anchor.after is after)
    order = sorted(kind, key=lambda anchor: (anchor.at is not None, anchor.at, anchor.id.int))
    return {anchor.weekday: anchor for anchor in order}
