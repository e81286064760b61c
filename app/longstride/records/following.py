"""The plan that is followed, as the journal has it today; chosen anew and ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from longstride.core.history.plan.following import Anchor, Following, PlanPlace, TurnMove, current
from longstride.core.history.plan.place import plan_place, weeks_so_far
from longstride.core.history.plan.turn import Turn, done_in
from longstride.core.history.plan.turns import spare_days, turns
from longstride.core.history.streak import streak
from longstride.core.history.week import WEEK, Rhythm

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.flow.plan import PlanWeek
    from longstride.core.history.session import Session
    from longstride.core.history.streak import WeekReport
    from longstride.journal.journal import Journal

_A_DAY = timedelta(days=1)
_NEAR = timedelta(days=2)  # what was done so long before a week still wants a distance
_MOST = 500  # sessions of a week that are looked at


class PlanSource(Protocol):
    """What a plan is derived from: a journal, or a first glance at one."""

    def followings(self) -> tuple[Following, ...]:
        """Return every plan that was followed."""

    def anchors(self) -> tuple[Anchor, ...]:
        """Return every anchor."""

    def turn_moves(self, following: UUID, /) -> tuple[TurnMove, ...]:
        """Return where the athlete put turns of a plan."""

    def days_trained(self, since: date, /) -> frozenset[date]:
        """Return the days that a session counts for."""

    def search(self, *, since: date, until: date, limit: int) -> tuple[Session, ...]:
        """Return the newest sessions of some days, both of them included."""


@dataclass(frozen=True, slots=True)
class PlanNow:
    """A plan as it stands: the running week with its turns, or one that is over.

    ``start`` is the first day of the running week, ``week`` what the plan has in it. ``tomorrow``
    has the turns as they would stand then, with nothing more done today. ``moves`` are those of
    the running week; ``past`` has the athlete's week that each week of the plan took. ``eased``
    are the days of the running week that are frozen to make it lighter.
    """

    following: Following
    place: PlanPlace
    start: date
    week: PlanWeek
    turns: tuple[Turn, ...]
    anchors: tuple[Anchor, ...]
    tomorrow: tuple[Turn, ...] = ()
    moves: tuple[TurnMove, ...] = ()
    past: Mapping[int, WeekReport] = field(default_factory=dict)
    eased: tuple[date, ...] = ()

    def runs(self, today: date) -> bool:
        """Return whether it is under way on the day it was read for: neither to come nor over."""
        return self.following.first <= today and not self.place.over

    @property
    def is_planned_lighter(self) -> bool:
        """Whether the plan's own week is a lighter one."""
        return self.following.plan.weeks[self.place.week - 1].lighter

    @property
    def has_spare_days(self) -> bool:
        """Whether a lighter week has days without a turn, and none is frozen for it yet."""
        is_open = self.place.lighter and bool(self.turns) and not self.eased
        return is_open and bool(spare_days(self.turns, self.start))

    def move_of(self, turn: Turn) -> TurnMove | None:
        """Return where the athlete put a turn, None where the plan has it."""
        return next((each for each in reversed(self.moves) if _is_of(each, turn)), None)

    def moved(self, turn: Turn, day: date | None) -> TurnMove:
        """Return a move of a turn to another day of the week, None to let it go."""
        before = self.move_of(turn)
        week = before.week if before else self.start  # one turn has one move, whenever weeks begin
        return TurnMove(self.following.id, week, turn.flow, turn.number, day)

    def put_off(self, turn: Turn) -> TurnMove:
        """Return the move of a turn that is not done today: to where it would be carried."""
        there = (each.day for each in self.tomorrow if _is_of(each, turn))
        return self.moved(turn, next(there, None))


def _is_of(one: Turn | TurnMove, other: Turn) -> bool:
    return (one.flow, one.number) == (other.flow, other.number)


def plan_now(
    journal: PlanSource, loaded: Collection[str], rhythm: Rhythm, today: date
) -> PlanNow | None:
    """Return the plan that is followed on a day, None where none is; JournalError.

    ``loaded`` are the ids of the flows that are. A plan that is over has no turns.
    """
    following = current(journal.followings(), today)
    if following is None:
        return None
    anchors = journal.anchors()
    reports = streak(journal.days_trained(following.first - WEEK), rhythm, today).weeks
    place = plan_place(following, reports, today, anchors)
    start = rhythm.week_of(today)
    past, eased = weeks_so_far(following, reports, today, anchors), rhythm.eased_in(start)
    week = following.week(place)
    now = PlanNow(following, place, start, week, (), anchors, past=past, eased=eased)
    return _with_turns(now, journal, loaded, today) if now.runs(today) else now


def _with_turns(now: PlanNow, journal: PlanSource, loaded: Collection[str], today: date) -> PlanNow:
    """Return a plan with the turns of the running week."""
    done = done_in(journal.search(since=now.start - _NEAR, until=today, limit=_MOST))
    moves = tuple(m for m in journal.turn_moves(now.following.id) if m.is_in(now.start))

    def on(day: date) -> tuple[Turn, ...]:
        return turns(now.week, now.start, now.anchors, moves, done, loaded, day)

    return replace(now, turns=on(today), tomorrow=on(today + _A_DAY), moves=moves)


def follow(journal: Journal, following: Following, today: date) -> None:
    """Follow a plan from now on, in place of any that was followed before; JournalError."""
    journal.follow(*_ended(journal, today), following)


def take_back(journal: Journal, begun: UUID, before: Collection[Following]) -> None:
    """Follow again what was followed before another plan was begun; JournalError."""
    journal.follow(*before)
    journal.unfollow(begun)


def going(journal: Journal, today: date) -> tuple[Following, ...]:
    """Return the plans that go on: two journals may each have brought one; JournalError."""
    found = journal.followings()
    return tuple(each for each in found if each.ended is None or each.ended > today)


def end_plan(journal: Journal, today: date) -> Following | None:
    """End the plan that is followed and return it, None where none is; JournalError."""
    following = current(journal.followings(), today)
    if following is not None:
        journal.follow(*_ended(journal, today))
    return following


def _ended(journal: Journal, today: date) -> list[Following]:
    """Return the plans that go on, ended."""
    return [replace(each, ended=today) for each in going(journal, today)]
