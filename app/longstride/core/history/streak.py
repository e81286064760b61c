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

from longstride.core.counting import counted
from longstride.core.history.week import WEEK, Rhythm

HOW_MADE = (
    "A week counts when you trained on as many days as you set for it. Frozen days stand in for "
    "sessions: they hold your streak without adding to it. You may miss one week a month: it is "
    "covered by itself."
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
    BACK the first week with training after one without. ``eased`` tells that days of it were
    frozen to make it a lighter one.
    """

    start: date
    target: int
    days: int
    frozen: int
    state: WeekState
    eased: bool = False

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
class SettledStreak:
    """How the streak stands when the week ``last`` is over.

    ``month`` is the month of the last missed week, ``since`` how many weeks of the ``current``
    run were kept after it: what is left of the run should that month see another.
    """

    last: WeekReport | None = None
    current: int = 0
    longest: int = 0
    month: tuple[int, int] | None = None
    since: int = 0

    def then(self, week: WeekReport) -> "SettledStreak":
        """Return the run with the next week; a pending week changes nothing."""
        if week.state is WeekState.KEPT:
            current = self.current + 1
            return SettledStreak(
                week, current, max(self.longest, current), self.month, self.since + 1
            )
        if not week.missed:
            return replace(self, last=week)
        current = self.since if week.month == self.month else self.current
        return SettledStreak(week, current, self.longest, week.month, 0)


@dataclass(frozen=True, slots=True)
class Streak:
    """Runs in kept weeks; ``weeks`` is oldest first and ends with the running week.

    ``settled`` is how it stood when last week was over: carry on from it, unless something before
    it is changed afterwards.
    """

    current: int
    longest: int
    weeks: tuple[WeekReport, ...]
    settled: SettledStreak

    @property
    def running(self) -> WeekReport:
        """The week that holds today."""
        return self.weeks[-1]

    @property
    def words(self) -> str:
        """The streak as it is shown, such as "longest 9 weeks, now 2"."""
        if not self.longest:
            return "the first kept week starts your streak"
        if self.current == self.longest:
            return "1 week kept" if self.current == 1 else f"{self.current} weeks in a row"
        longest = f"longest {counted(self.longest, 'week')}"
        if not self.current:
            return f"{longest}, the next kept week starts a new streak"
        return f"{longest}, now {self.current}"


def streak(
    days: AbstractSet[date], rhythm: Rhythm, today: date, since: SettledStreak | None = None
) -> Streak:
    """Return the streak of an athlete who trained on ``days``; those after ``today`` wait.

    With ``since`` only the weeks after it are looked at, and only they are in ``weeks``.
    """
    first = since or SettledStreak()
    if first.last and first.last.start >= rhythm.week_of(today):
        first = SettledStreak()  # the clock was set back: that week is not over
    weeks = tuple(_weeks(first.last, days, rhythm, today))
    runs = list(accumulate(weeks, SettledStreak.then, initial=first))
    run = runs[-1]
    return Streak(
        current=run.current,
        longest=run.longest,
        weeks=_with_reserves(weeks, runs[1:]),
        settled=runs[-2],
    )


def _weeks(
    before: WeekReport | None, days: AbstractSet[date], rhythm: Rhythm, today: date
) -> Iterator[WeekReport]:
    """Return the weeks after ``before`` or from the first with training on, none forgiven yet."""
    running = rhythm.week_of(today)
    if before is None:
        start = rhythm.week_of(min((day for day in days if day <= today), default=today))
    else:
        start = before.start + WEEK
    while start <= running:
        before = _week(start, before, days, rhythm, today)
        yield before
        start += WEEK


def _week(
    start: date,
    before: WeekReport | None,
    days: AbstractSet[date],
    rhythm: Rhythm,
    today: date,
) -> WeekReport:
    dates = [start + timedelta(days=index) for index in range(7)]
    done = {day for day in dates if day in days and day <= today}
    trained, frozen = len(done), sum(day in rhythm.frozen and day not in done for day in dates)
    target = rhythm.target(start)
    state = _state(trained, frozen, target, before)
    if dates[-1] >= today and state is not WeekState.KEPT:
        state = WeekState.PENDING
    return WeekReport(start, target, trained, frozen, state, not rhythm.eased.isdisjoint(dates))


def _state(trained: int, frozen: int, target: int, before: WeekReport | None) -> WeekState:
    """Return how a week that is over stands, leaving the reserve aside."""
    if trained >= target:
        return WeekState.KEPT
    if trained + frozen >= target:
        return WeekState.FROZEN if frozen == 7 else WeekState.RESTING
    if before is None:
        return WeekState.BEGUN
    return WeekState.BACK if trained and not before.days else WeekState.OPEN


def _with_reserves(
    weeks: Sequence[WeekReport], runs: Sequence[SettledStreak]
) -> tuple[WeekReport, ...]:
    """Mark in each month the last missed week, where there was a run for it to hold."""
    last = {week.month: index for index, week in enumerate(weeks) if week.missed}
    spent = {index for index in last.values() if runs[index].current}
    return tuple(
        replace(week, state=WeekState.RESERVE) if index in spent else week
        for index, week in enumerate(weeks)
    )
