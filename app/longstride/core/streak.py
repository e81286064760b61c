"""The streak, in weeks.

A week *counts* when its own target was met by distinct days. A week that missed its target
neither breaks the run nor counts where its frozen days can stand in for the sessions it lacks, one
for one. One week a month may be missed besides: the reserve, spent by itself and always where it
helps most. So a run is a stretch of weeks with at most one missed week in any month (a week
belongs to the month that holds most of its days), and a longer past, a further session or a freeze
set afterwards can only lengthen it. The running week and today are pending.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from longstride.core.week import WEEK, Rhythm

HOW_MADE = (
    "A week counts when you trained on as many days as you set for it. Frozen days stand in for "
    "sessions: they hold the run without adding to it. One week a month may be missed: the "
    "reserve covers it by itself."
)


class WeekState(StrEnum):
    """How a week stands, in the athlete's words."""

    PENDING = "pending"
    KEPT = "kept"
    FROZEN = "frozen"
    RESTING = "resting"
    RESERVE = "reserve"
    BEGUN = "begun"
    BACK = "back again"
    OPEN = "open"


_MISSED = frozenset({WeekState.RESERVE, WeekState.BEGUN, WeekState.BACK, WeekState.OPEN})


@dataclass(frozen=True, slots=True)
class WeekReport:
    """One week: ``days`` trained of ``target``, and ``frozen`` days without training.

    FROZEN is a week that is frozen as a whole, RESTING one whose frozen days stand in for the
    rest of the target, RESERVE the week that spent the month's skip, BEGUN the first week of all,
    BACK the first week with training after one without.
    """

    start: date
    target: int
    days: int
    frozen: int
    state: WeekState

    @property
    def month(self) -> tuple[int, int]:
        """The year and month that hold most of the week."""
        middle = self.start + timedelta(days=3)
        return middle.year, middle.month

    @property
    def missed(self) -> bool:
        """Whether the week can be held only by the reserve."""
        return self.state in _MISSED


@dataclass(frozen=True, slots=True)
class Streak:
    """Runs in kept weeks; ``weeks`` is oldest first and ends with the running week.

    ``reserve_ready`` says whether this month's skip is still there.
    """

    current: int
    longest: int
    weeks: tuple[WeekReport, ...]
    reserve_ready: bool

    @property
    def running(self) -> WeekReport:
        """The week that holds today."""
        return self.weeks[-1]

    @property
    def words(self) -> str:
        """The streak as it is shown, such as "longest 9 weeks, now 2"."""
        if not self.longest:
            return "the first kept week starts your run"
        if self.current == self.longest:
            return "1 week kept" if self.current == 1 else f"{self.current} weeks in a row"
        longest = f"longest {self.longest} week{'s' if self.longest > 1 else ''}"
        if not self.current:
            return f"{longest}, the next kept week starts a new run"
        return f"{longest}, now {self.current}"


def streak(days: AbstractSet[date], rhythm: Rhythm, today: date) -> Streak:
    """Return the streak of an athlete who trained on ``days``; those after ``today`` wait."""
    weeks = tuple(_weeks(days, rhythm, today))
    runs = tuple(_runs(weeks))
    left, current = runs[-1]
    return Streak(
        current=current,
        longest=max(kept for _, kept in runs),
        weeks=_with_reserves(weeks, [kept for _, kept in runs]),
        reserve_ready=all(not w.missed or w.month != weeks[-1].month for w in weeks[left:]),
    )


def _weeks(days: AbstractSet[date], rhythm: Rhythm, today: date) -> Iterator[WeekReport]:
    """Return all weeks from the first with training to the running one, no reserve spent yet."""
    running = rhythm.week_of(today)
    start = min((rhythm.week_of(day) for day in days if day <= today), default=running)
    before: WeekReport | None = None
    while start <= running:
        dates = [start + timedelta(days=index) for index in range(7)]
        trained = sum(day in days and day <= today for day in dates)
        frozen = sum(day in rhythm.frozen and day not in days for day in dates)
        week = WeekReport(start, rhythm.target(start), trained, frozen, WeekState.PENDING)
        yield (week := replace(week, state=_state(week, before, running)))
        before = week
        start += WEEK


def _state(week: WeekReport, before: WeekReport | None, running: date) -> WeekState:
    if week.days >= week.target:
        return WeekState.KEPT
    if week.start == running:
        return WeekState.PENDING
    if week.days + week.frozen >= week.target:
        return WeekState.FROZEN if week.frozen == 7 else WeekState.RESTING
    if before is None:
        return WeekState.BEGUN
    return WeekState.BACK if week.days and not before.days else WeekState.OPEN


def _runs(weeks: Sequence[WeekReport]) -> Iterator[tuple[int, int]]:
    """Return for each week where the longest run that ends with it begins, and its kept weeks."""
    kept = [0, *accumulate(week.state is WeekState.KEPT for week in weeks)]
    last_missed: dict[tuple[int, int], int] = {}
    left = 0
    for index, week in enumerate(weeks):
        if week.missed:
            left = max(left, last_missed.get(week.month, -1) + 1)
            last_missed[week.month] = index
        yield left, kept[index + 1] - kept[left]


def _with_reserves(weeks: Sequence[WeekReport], runs: Sequence[int]) -> tuple[WeekReport, ...]:
    """Mark in each month the last missed week, where there was a run for it to hold."""
    last = {week.month: index for index, week in enumerate(weeks) if week.missed}
    spent = {index for index in last.values() if runs[index]}
    return tuple(
        replace(week, state=WeekState.RESERVE) if index in spent else week
        for index, week in enumerate(weeks)
    )
