"""A plan: which flows make a week, over six to eight weeks, every fourth of them lighter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A flow in a week: ``times`` a week, or ``after`` each of something ("every run").

    Exactly one of the two is set. ``flow`` is the flow's id.
    """

    flow: str
    times: int | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """What is done in one week; a ``lighter`` one asks for less, so that the body catches up."""

    focus: str
    entries: tuple[PlanEntry, ...]
    lighter: bool = False

    @property
    def least(self) -> int:
        """How many sessions it asks for, whatever else the athlete does."""
        return sum(entry.times or 0 for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Plan:
    """Weeks in their order. ``whom`` says who it is for."""

    id: str
    title: str
    whom: str
    purpose: str
    weeks: tuple[PlanWeek, ...]

    @property
    def flows(self) -> tuple[str, ...]:
        """The ids of all its flows, in the order they first come."""
        return tuple(dict.fromkeys(e.flow for week in self.weeks for e in week.entries))
