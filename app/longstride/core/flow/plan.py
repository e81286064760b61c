"""A plan: which flows make a week, over six to eight weeks, every fourth of them lighter."""

from dataclasses import dataclass
from enum import StrEnum


class After(StrEnum):
    """What a day can hold that a flow follows; OWN is a session of its own."""

    RUN = "run"
    WARM_UP = "warm-up"
    WORK = "work"
    OWN = ""


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A flow in a week: ``times`` a week, or ``after`` each of something ("every run").

    Exactly one of the two is set. ``flow`` is the flow's id.
    """

    flow: str
    times: int | None = None
    after: str = ""

    @property
    def follows(self) -> After:
        """What it is done after, by the last word that says so: "every long run" is a run."""
        return next((each for each in After if self.after.endswith(each)), After.OWN)


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """What is done in one week; a ``lighter`` one asks for less, so that the body can rest."""

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
