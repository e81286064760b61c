"""The dose: how long, where, how slowly, and which drills get left out.

Gains in flexibility level off near ten minutes a week for a muscle (Ingram 2024,
doi 10.1007/s40279-024-02143-9).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from longstride.core.drill import Side
from longstride.core.week import WEEK, Rhythm

AREA_MINUTES = 10
AREA_SECONDS = AREA_MINUTES * 60


@dataclass(frozen=True, slots=True)
class DrillWork:
    """What was done of one drill and side on a day, or in the week that holds ``day``.

    ``done``, ``shortened`` and ``skipped`` count steps, a step's two sides apart.
    """

    day: date
    drill: str
    side: Side | None
    seconds: int
    eccentric_seconds: int
    done: int = 0
    shortened: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class WeekDose:
    """One week at work, in seconds.

    ``areas`` has for each area what one side of it got, a drill's time counted whole for every
    area it works; the most worked area comes first.
    """

    start: date
    seconds: int
    eccentric_seconds: int
    areas: Mapping[str, float]

    def share(self, area: str) -> float:
        """Return the part of the week's ten minutes that an area got; may exceed 1."""
        return self.areas.get(area, 0.0) / AREA_SECONDS


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


def weekly_dose(
    work: Iterable[DrillWork], areas: Mapping[str, tuple[str, ...]], rhythm: Rhythm
) -> tuple[WeekDose, ...]:
    """Return every week from the first to the last that has work, oldest first, none left out.

    ``areas`` gives the areas of each drill; a drill that is no longer known counts for the week
    and for no area.
    """
    by_week: dict[date, list[DrillWork]] = defaultdict(list)
    for each in work:
        by_week[rhythm.week_of(each.day)].append(each)
    if not by_week:
        return ()
    return tuple(
        _week_dose(start, by_week.get(start, []), areas)
        for start in _weeks(min(by_week), max(by_week))
    )


def completion(work: Iterable[DrillWork]) -> tuple[Completion, ...]:
    """Return how each drill was completed; what gets skipped most comes first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in work:
        for index, count in enumerate((each.done, each.shortened, each.skipped)):
            counts[each.drill][index] += count
    found = [Completion(drill, *three) for drill, three in counts.items()]
    return tuple(sorted(found, key=lambda each: (each.share, -each.planned, each.drill)))


def area_words(area: str, seconds: float) -> str:
    """Return "hip flexors: 6 of 10 minutes a side"."""
    return f"{area}: {round(seconds / 60)} of {AREA_MINUTES} minutes a side"


def _week_dose(
    start: date, work: list[DrillWork], areas: Mapping[str, tuple[str, ...]]
) -> WeekDose:
    by_area: dict[str, float] = defaultdict(float)
    for each in work:
        for area in areas.get(each.drill, ()):
            by_area[area] += each.seconds / 2 if each.side else each.seconds
    return WeekDose(
        start,
        sum(each.seconds for each in work),
        sum(each.eccentric_seconds for each in work),
        dict(sorted(by_area.items(), key=lambda item: (-item[1], item[0]))),
    )


def _weeks(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += WEEK
