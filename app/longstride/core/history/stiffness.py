"""Stiffness before and after: what the ratings say, and what they do not.

A change under two points is no clear change (from pain scales: Salaffi 2004).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median

from longstride.core.history.session import Session

CLEAR_CHANGE = 2
ENOUGH_SESSIONS = 5
MEDIAN_DAYS = 7
NO_CLEAR_CHANGE = "no clear change"
TOO_FEW = "too few sessions"
HONEST = (
    "What goes with a flow is not what it caused: sleep, running and the time of day are in these "
    "numbers too."
)


@dataclass(frozen=True, slots=True)
class Rated:
    """A session rated 0-10 on both ends."""

    day: date
    flow: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """Points after against before; less is looser."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class FlowChange:
    """How stiffness changed over all rated sessions of one flow; ``average`` in points."""

    flow: str
    sessions: int
    average: float

    @property
    def words(self) -> str:
        """The average change, or why there is none to tell."""
        if self.sessions < ENOUGH_SESSIONS:
            return TOO_FEW
        if abs(self.average) < CLEAR_CHANGE:
            return NO_CLEAR_CHANGE
        kind = "less" if self.average < 0 else "more"
        return f"goes with {abs(self.average):.1f} points {kind} stiffness"


def rated(session: Session) -> Rated | None:
    """Return both ratings of a session, or None where one was left out."""
    after = session.after.stiffness if session.after else None
    if session.stiffness_before is None or after is None:
        return None
    return Rated(session.day, session.flow, session.stiffness_before, after)


def change_words(before: int, after: int) -> str:
    """Return what happened in one session, such as "looser by 3"."""
    change = after - before
    if abs(change) < CLEAR_CHANGE:
        return NO_CLEAR_CHANGE
    return f"looser by {-change}" if change < 0 else f"stiffer by {change}"


def median_series(points: Iterable[tuple[date, int]]) -> tuple[tuple[date, float], ...]:
    """Return for each day that has a point the median of the MEDIAN_DAYS that end with it."""
    ordered = sorted(points)
    series: dict[date, float] = {}
    left = 0
    for right, (day, _) in enumerate(ordered):
        while ordered[left][0] <= day - timedelta(days=MEDIAN_DAYS):
            left += 1
        if right + 1 == len(ordered) or ordered[right + 1][0] != day:
            series[day] = float(median(value for _, value in ordered[left : right + 1]))
    return tuple(series.items())


def flow_changes(sessions: Sequence[Rated]) -> tuple[FlowChange, ...]:
    """Return the average change of each flow, the most often rated first."""
    changes: dict[str, list[int]] = {}
    for session in sessions:
        changes.setdefault(session.flow, []).append(session.change)
    found = [FlowChange(flow, len(each), fmean(each)) for flow, each in changes.items()]
    return tuple(sorted(found, key=lambda change: (-change.sessions, change.flow)))
