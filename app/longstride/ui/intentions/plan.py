"""What the athlete wants of a plan and its turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from datetime import date

    from longstride.core.flow.plan import After, Plan
    from longstride.core.history.plan.following import Anchor
    from longstride.core.history.plan.turn import Turn
    from longstride.records.following import PlanNow


class PlanWish(Intention):
    """What the plan desk does."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ChoosePlan(PlanWish):
    """Look at the plans there are, to follow one or none."""


@dataclass(frozen=True, slots=True)
class FollowPlan(PlanWish):
    """Follow a plan from one of its weeks on, counted from 1, in place of any other."""

    plan: Plan
    from_week: int = 1


@dataclass(frozen=True, slots=True)
class EndPlan(PlanWish):
    """Follow no plan."""


@dataclass(frozen=True, slots=True)
class SaveCalendar(PlanWish):
    """Save the turns to come for the athlete's own calendar."""


@dataclass(frozen=True, slots=True)
class ChooseDay(PlanWish):
    """Ask to which day a turn is to move."""

    now: PlanNow
    turn: Turn


@dataclass(frozen=True, slots=True)
class MoveTurn(PlanWish):
    """Put a turn on another day of its week; None lets it go."""

    now: PlanNow
    turn: Turn
    day: date | None


@dataclass(frozen=True, slots=True)
class PutBack(PlanWish):
    """Put a turn back where the plan has it."""

    now: PlanNow
    turn: Turn


@dataclass(frozen=True, slots=True)
class NotToday(PlanWish):
    """Put a turn of today off: to a later day that suits it, else let it go."""

    now: PlanNow
    turn: Turn


class DayWish(PlanWish):
    """What is done about the athlete's days."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class LightenWeek(PlanWish):
    """Make the running week a lighter one, whose spare days are frozen."""


@dataclass(frozen=True, slots=True)
class RestoreWeek(PlanWish):
    """Let days count again that are frozen to make the running week lighter."""

    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SetAnchor(DayWish):
    """Say that a weekday, 0 Monday to 6 Sunday, holds something or no longer does."""

    weekday: int
    after: After
    on: bool


@dataclass(frozen=True, slots=True)
class ChooseTimes(DayWish):
    """Look at the times of the days there are, to set some."""


@dataclass(frozen=True, slots=True)
class SetTimes(DayWish):
    """Give days the time and the reminder that they carry here, or none."""

    anchors: tuple[Anchor, ...]
