"""The work done: how long, where, how slowly, and which drills get left out.

Gains in flexibility level off near ten minutes a week for a muscle (Ingram 2024,
doi 10.1007/s40279-024-02143-9).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from longstride.core.flow.drill import Side
from longstride.core.history.week import WEEK, Rhythm

AREA_MINUTES = 10


@dataclass(frozen=True, slots=True)
class DrillWork:
    """What was done of one drill and side in a stretch of days.

    ``done``, ``shortened`` and ``skipped`` count steps, a step's two sides apart.
    """

    drill: str
    side: Side | None
    seconds: int
    done: int = 0
    shortened: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """What a stretch of days held of every drill and side; ``first`` and ``last`` had steps."""

    first: date
    last: date
    drills: tuple[DrillWork, ...]


@dataclass(frozen=True, slots=True)
class Completion:
    """How often a drill was done, shortened and skipped, over all its steps."""

    drill: str
    done: int
    shortened: int
    skipped: int

    @property
    def planned(self) -> int:
        """All of them."""
        return self.done + self.shortened + self.skipped

    @property
    def share(self) -> float:
        """The part that was done as planned, 0 to 1."""
        return self.done / self.planned if self.planned else 0.0

    @property
    def words(self) -> str:
        """Such as "done 12 of 15, skipped 2"."""
        parts = [f"done {self.done} of {self.planned}"]
        parts += [f"shortened {self.shortened}"] if self.shortened else []
        parts += [f"skipped {self.skipped}"] if self.skipped else []
        return ", ".join(parts)


def average_week(
    over: Work | None,
    running: Work | None,
    areas: Mapping[str, tuple[str, ...]],
    rhythm: Rhythm,
    today: date,
) -> dict[str, float]:
    """Return what one side of each area got in an average week, in seconds.

    ``over`` is what the weeks before the running one held, ``running`` what came since. Every
    week that is over counts from the first with work to the last, those without any too; before
    one is over, those begun. ``areas`` gives the areas of each drill, whose time counts whole for
    all of them; a drill that is no longer known counts for none.
    """
    counted = over or running
    if counted is None:
        return {}
    last = rhythm.week_of((running or counted).last)
    if over:
        last = min(last, rhythm.week_of(today) - WEEK)
    weeks = (last - rhythm.week_of(counted.first)) // WEEK + 1
    sums: defaultdict[str, float] = defaultdict(float)
    for each in counted.drills:
        for area in areas.get(each.drill, ()):
            sums[area] += each.seconds / 2 if each.side else each.seconds
    return {area: seconds / weeks for area, seconds in sums.items()}


def completion(work: Iterable[DrillWork]) -> tuple[Completion, ...]:
    """Return how each drill was completed; what gets skipped most comes first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in work:
        for index, count in enumerate((each.done, each.shortened, each.skipped)):
            counts[each.drill][index] += count
    found = [Completion(drill, *three) for drill, three in counts.items()]
    return tuple(sorted(found, key=lambda each: (each.share, -each.planned, each.drill)))


def area_words(area: str, seconds: float) -> str:
    """Return "hip flexors: 6 minutes a side, 4 short of 10"."""
    minutes = round(seconds / 60)
    unit = "minute" if minutes == 1 else "minutes"
    return f"{area}: {minutes} {unit} a side, {against_goal(minutes)}"


def against_goal(minutes: int) -> str:
    """Return how minutes compare with ``AREA_MINUTES``: "4 short of 10", "7 past 10", "at 10"."""
    difference = minutes - AREA_MINUTES
    if not difference:
        return f"at {AREA_MINUTES}"
    return f"{abs(difference)} {'past' if difference > 0 else 'short of'} {AREA_MINUTES}"
