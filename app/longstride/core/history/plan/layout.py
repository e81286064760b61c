"""The days of a week's turns before anything was done or moved.

Turns that follow something stand on its days. Sessions come after them: the loaded ones with a day
between, as far as a week has room, on the athlete's own days, and spread. There is one session a
day as long as there are days.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from longstride.core.flow.plan import After, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, anchored, on_weekdays
from longstride.core.history.plan.turn import Turn

DAYS = range(7)
_ROOM = 4  # loaded sessions that have a day between in one week
_APART: dict[int, list[tuple[int, ...]]] = {
    number: [
        days
        for days in combinations(DAYS, number)
        if all(later - day > 1 for day, later in pairwise(days))
    ]
    for number in range(_ROOM + 1)
}


def lay_out(
    week: PlanWeek, start: date, anchors: Collection[Anchor], loaded: Collection[str]
) -> tuple[Turn, ...]:
    """Return the turns of a week that begins on ``start``; ``loaded`` are flows' ids."""
    standing = [turn for e in week.entries for turn in _standing(e, start, anchors, loaded)]
    sessions = [e.flow for e in week.entries for _ in range(e.times or 0)]
    sessions.sort(key=lambda flow: flow not in loaded)
    own = {_place(day, start): anchor for day, anchor in on_weekdays(After.OWN, anchors).items()}
    days = _Days(
        own=frozenset(own),
        taken=Counter((turn.planned - start).days for turn in standing),
        hard=frozenset((turn.planned - start).days for turn in standing if turn.loaded),
    )
    placed = sorted(zip(_days_of(sessions, loaded, days), sessions, strict=True))
    return (*standing, *_numbered(placed, start, own, loaded))


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a week by their place in it, 0 to 6.

    ``own`` are for sessions, ``taken`` counts the turns that follow something, ``hard`` have a
    loaded one among these.
    """

    own: frozenset[int]
    taken: Counter[int]
    hard: frozenset[int]


def _place(weekday: int, start: date) -> int:
    return (weekday - start.weekday()) % 7


def _standing(
    entry: PlanEntry, start: date, anchors: Collection[Anchor], loaded: Collection[str]
) -> Iterator[Turn]:
    """Yield the turns of a flow that follows something, in the order of its days."""
    found = anchored(entry, anchors)
    for number, weekday in enumerate(sorted(found, key=lambda day: _place(day, start)), 1):
        day = start + timedelta(days=_place(weekday, start))
        at, hard = found[weekday].at, entry.flow in loaded
        yield Turn(entry.flow, number, day, day, entry.follows, at, hard)


def _numbered(
    placed: list[tuple[int, str]], start: date, own: dict[int, Anchor], loaded: Collection[str]
) -> Iterator[Turn]:
    """Yield the sessions on their days."""
    numbers: Counter[str] = Counter()
    for place, flow in placed:
        numbers[flow] += 1
        day = start + timedelta(days=place)
        at = own[place].at if place in own else None
        yield Turn(flow, numbers[flow], day, day, After.OWN, at, flow in loaded)


def _days_of(sessions: list[str], loaded: Collection[str], days: _Days) -> list[int]:
    """Return the day of each session; the loaded ones come first in ``sessions``."""
    hard = sum(flow in loaded for flow in sessions)
    apart = _APART[min(hard, _ROOM)]
    places = [*min(apart, key=lambda chosen: _strain(chosen, days))]
    while len(places) < len(sessions):
        places.append(min(DAYS, key=lambda day: _unfitness(day, places, days)))
    return places


def _strain(chosen: tuple[int, ...], days: _Days) -> tuple[int, ...]:
    """Return what is wrong with days for loaded sessions, the worst first; less is better."""
    beside = sum(abs(day - other) < 2 for day in chosen for other in days.hard)
    foreign = sum(day not in days.own for day in chosen)
    taken = sum(days.taken[day] for day in chosen)
    return beside, foreign, taken, -_closest(chosen)


def _unfitness(day: int, places: list[int], days: _Days) -> tuple[int, ...]:
    """Return what is wrong with a day for one more session, the worst first; less is better."""
    return places.count(day), day not in days.own, days.taken[day], -_closest((day, *places))


def _closest(places: tuple[int, ...]) -> int:
    """Return how near two of the days are; weeks follow one another, so Sunday is near Monday."""
    gaps = [abs(a - b) for a, b in combinations(places, 2)]
    return min((min(gap, 7 - gap) for gap in gaps), default=7)
