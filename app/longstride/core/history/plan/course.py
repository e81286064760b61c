"""The weeks of a plan that is followed, up to the running one, and how each stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.plan.place import plan_place
from longstride.core.history.streak import WeekReport, WeekState
from longstride.core.history.week import WEEK

MOST_WEEKS = 53
_HALF_A_WEEK = timedelta(days=3)


class Stand(StrEnum):
    """How a week of a plan stands: nothing is said of one that is none of these."""

    KEPT = "kept"
    FROZEN = "frozen"
    RUNNING = "this week"
    PAST = ""


@dataclass(frozen=True, slots=True)
class CourseWeek:
    """A week of the athlete's that began on ``start``: the plan's week ``number``, from 1."""

    start: date
    number: int
    stand: Stand
    lighter: bool = False

    @property
    def words(self) -> str:
        """What it is in words, such as ``week 4, lighter, kept``."""
        parts = (f"week {self.number}", "lighter" if self.lighter else "", self.stand.value)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Course:
    """The latest weeks of a plan of so many weeks, oldest first; none before it begins."""

    title: str
    length: int
    weeks: tuple[CourseWeek, ...]

    @property
    def words(self) -> str:
        """Where it is, such as ``Week 3 of 8``."""
        if not self.weeks:
            return "Begins next week"
        if self.weeks[-1].stand is not Stand.RUNNING:
            return f"All {self.length} weeks"
        return f"Week {self.weeks[-1].number} of {self.length}"


def course(
    following: Following,
    reports: Sequence[WeekReport],
    running: date,
    anchors: Collection[Anchor] = (),
) -> Course:
    """Return how a plan went up to the week that begins on ``running``.

    ``reports`` are the athlete's weeks, oldest first, the running one too.
    """
    weeks = tuple(_weeks(following, reports, running, anchors))
    return Course(following.plan.title, len(following.plan.weeks), weeks)


def _weeks(
    following: Following,
    reports: Sequence[WeekReport],
    running: date,
    anchors: Collection[Anchor],
) -> Iterator[CourseWeek]:
    states = {report.start: report.state for report in reports}
    number = min((running + _HALF_A_WEEK - following.first) // WEEK, MOST_WEEKS - 1)
    for start in (running - back * WEEK for back in range(number, -1, -1)):
        place = plan_place(following, reports, start, anchors)
        if place.over:
            return
        stand = Stand.RUNNING if start == running else _STANDS.get(states.get(start), Stand.PAST)
        yield CourseWeek(start, place.week, stand, place.lighter)


_STANDS: dict[WeekState | None, Stand] = {
    WeekState.KEPT: Stand.KEPT,
    WeekState.FROZEN: Stand.FROZEN,
    WeekState.RESTING: Stand.FROZEN,
}
