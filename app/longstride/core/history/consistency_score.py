"""The consistency score: a number that survives a missed day, and even a missed week.

Exponential smoothing: each day the score keeps m of itself and takes 1 - m of the day's value,
with m = 0.5^(sqrt(target / 7) / 13) and the value = min(1, days trained in the last fourteen, this
one included / twice the target). It starts from 0 on the day before the first session. Frozen
days leave it as it is and are cut out of the fourteen; training on one counts all the same.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from longstride.core.history.week import Rhythm

WINDOW = 14
HOW_MADE = (
    "Each day compares the days you trained in the last fourteen with twice your weekly target, "
    "and moves the score a few steps in a hundred towards that. One missed day hardly shows, and "
    "steady weeks carry it. Frozen days leave it as it is."
)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ScoreState:
    """Where the score stands when ``day`` is over.

    ``recent`` has one number for each of the last unfrozen days, newest last: training days that
    fell on it or on the frozen days right after it.
    """

    day: date
    score: float = 0.0
    recent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The score today, 0 to 1, and how it came there.

    ``curve`` has one point a day and ends with today. ``settled`` is where it stood when
    yesterday was over: carry on from it, unless something before it is changed afterwards.
    """

    value: float
    curve: tuple[tuple[date, float], ...]
    settled: ScoreState

    @property
    def percent(self) -> int:
        """The score as it is shown."""
        return round(self.value * 100)


def score(
    days: AbstractSet[date], rhythm: Rhythm, today: date, since: ScoreState | None = None
) -> Score:
    """Return the score of an athlete who trained on ``days``; those after ``today`` wait.

    With ``since`` only the days after it are looked at (one that is not over yet today, because
    the clock was set back, is passed over). Today is pending: it can raise the score
    and never lowers it before it is over.
    """
    first = since if since and since.day < today else _beginning(days, today)
    states = tuple(_settled(first, days, rhythm, today))
    settled = states[-1] if states else first
    value = max(settled.score, next_state(settled, rhythm, today in days).score)
    return Score(value, (*((state.day, state.score) for state in states), (today, value)), settled)


def multiplier(target: int) -> float:
    """Return what a day keeps of the score: the less often one trains, the more."""
    return float(0.5 ** ((target / 7) ** 0.5 / 13))


def next_state(state: ScoreState, rhythm: Rhythm, trained: bool) -> ScoreState:
    """Return the state when the day after ``state`` is over."""
    day = state.day + _DAY
    if day in rhythm.frozen:
        return ScoreState(day, state.score, _added(state.recent, trained))
    target = rhythm.target(rhythm.week_of(day))
    recent = (*state.recent[1 - WINDOW :], int(trained))
    value = min(1.0, sum(recent) / (2 * target))
    kept = multiplier(target)
    return ScoreState(day, state.score * kept + value * (1 - kept), recent)


def _settled(
    state: ScoreState, days: AbstractSet[date], rhythm: Rhythm, today: date
) -> Iterator[ScoreState]:
    """Return the state of every day after ``state`` that is over."""
    while state.day + _DAY < today:
        state = next_state(state, rhythm, state.day + _DAY in days)
        yield state


def _beginning(days: AbstractSet[date], today: date) -> ScoreState:
    return ScoreState(min((day for day in days if day <= today), default=today) - _DAY)


def _added(recent: tuple[int, ...], trained: bool) -> tuple[int, ...]:
    if not trained:
        return recent
    return (*recent[:-1], recent[-1] + 1) if recent else (1,)
