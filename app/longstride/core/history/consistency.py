"""Consistency: the week as it stands, the streak and the score, from nothing but training days."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from longstride.core.durations import number_word
from longstride.core.history.consistency_score import Score, ScoreState, score
from longstride.core.history.streak import SettledStreak, Streak, WeekReport, WeekState, streak
from longstride.core.history.week import Rhythm


class DayState(StrEnum):
    """How a day of the running week stands."""

    DONE = "done"
    PENDING = "pending"
    AHEAD = "ahead"
    FROZEN = "frozen"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the running week."""

    day: date
    state: DayState


@dataclass(frozen=True, slots=True)
class Settled:
    """What no longer changes as days go by: the run to last week, the score to yesterday."""

    run: SettledStreak | None = None
    score: ScoreState | None = None


@dataclass(frozen=True, slots=True)
class Consistency:
    """Everything Today says about regularity. ``week`` has seven days, first day first."""

    week: tuple[WeekDay, ...]
    streak: Streak
    score: Score

    @property
    def settled(self) -> Settled:
        """What to carry on from next time."""
        return Settled(self.streak.settled, self.score.settled)

    @property
    def words(self) -> str:
        """The running week in a sentence or two."""
        return week_words(self.week, self.streak)


def consistency(
    days: AbstractSet[date], rhythm: Rhythm, today: date, since: Settled | None = None
) -> Consistency:
    """Return how regular an athlete is who trained on ``days``, seen on ``today``.

    Sessions on one day count as one. Days after ``today`` (a clock that was set back) wait until
    they come. With ``since`` only what came after it is looked at, however long the history:
    ``days`` may then begin with the week after ``since.run.last``. It holds until the athlete
    changes a session, a freeze or a target before it, or the day on which weeks begin.
    """
    kept = since or Settled()
    return Consistency(
        week=week_days(days, rhythm, today),
        streak=streak(days, rhythm, today, kept.run),
        score=score(days, rhythm, today, kept.score),
    )


def week_days(days: AbstractSet[date], rhythm: Rhythm, today: date) -> tuple[WeekDay, ...]:
    """Return the seven days of the running week."""
    start = rhythm.week_of(today)
    dates = (start + timedelta(days=index) for index in range(7))
    return tuple(WeekDay(day, _day_state(day, days, rhythm, today)) for day in dates)


def week_words(week: tuple[WeekDay, ...], run: Streak) -> str:
    """Return the running week in a sentence or two, without a word of reproach."""
    running = run.running
    done = number_word(running.days).capitalize()
    if running.state is WeekState.KEPT:
        return _kept_words(running)
    if any(day.state is DayState.FROZEN for day in week) and not running.days:
        return "Resting this week, and your streak rests with you."
    if not running.days:
        return f"A new week: {number_word(running.target)} days, any you like."
    first = f"{done} of {number_word(running.target)} days done this week."
    return f"{first} {_one_more(run)}".strip()


def _kept_words(week: WeekReport) -> str:
    done, target = number_word(week.days), number_word(week.target)
    if week.days > week.target:
        return f"This week is kept, and more: {done} days, where {target} were the goal."
    return f"This week is kept: {done} of {target} days."


def _one_more(run: Streak) -> str:
    if run.running.target - run.running.days != 1 or not run.current:
        return ""
    return f"One more makes it {number_word(run.current + 1)} weeks in a row."


def _day_state(day: date, days: AbstractSet[date], rhythm: Rhythm, today: date) -> DayState:
    if day in days and day <= today:
        return DayState.DONE
    if day in rhythm.frozen:
        return DayState.FROZEN
    if day == today:
        return DayState.PENDING
    return DayState.AHEAD if day > today else DayState.FREE
