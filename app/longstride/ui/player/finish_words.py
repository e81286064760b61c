"""What stands on the page at the end of a run: values from its session to plain texts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.core.counting import counted
from longstride.core.durations import minutes_text
from longstride.core.timeline.step_record import Outcome
from longstride.ui.shown.session_text import step_outcomes
from longstride.ui.shown.week import streak_text, week_dots

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.history.session import Session
    from longstride.ui.shown.past import Recent
    from longstride.ui.widgets.week_dots import Dot

WELL_DONE = "Well done."
KEPT = "Your place is kept."
REST = "Rest now."
_TOLD_FROM = 10  # seconds of slow lowering that are worth a word


@dataclass(frozen=True, slots=True)
class Finished:
    """A run that is over: ``number`` of ``unit`` at work, ``""`` for none, ``told`` beside it.

    ``drills`` says how many were done, ``done`` which steps; ``heading`` is the largest word.
    """

    title: str
    heading: str
    drills: str
    number: str
    unit: str
    told: str
    done: frozenset[int]


@dataclass(frozen=True, slots=True)
class FinishWeek:
    """The week with this run in it, its streak, and what is next, "" where that is not known."""

    dots: tuple[Dot, ...]
    streak: str
    coming: str


def finished(session: Session, *, kept: bool) -> Finished:
    """Return what a session has come to; ``kept`` where it waits to be gone on with.

    One that was mostly skipped is told as what it is.
    """
    outcomes = step_outcomes(session)
    done = frozenset(s for s, outcome in outcomes.items() if outcome is not Outcome.SKIPPED)
    drills = _drills(len(done), session.step_count)
    minutes, seconds = divmod(session.seconds, 60)
    number, noun = (minutes, "minute") if minutes else (seconds, "second")
    lowering = sum(step.eccentric_seconds for step in session.steps)
    told = f"{minutes_text(lowering * 1000)} of slow lowering" if lowering >= _TOLD_FROM else ""
    return Finished(
        title=session.title,
        heading=KEPT if kept else WELL_DONE if session.counts else drills,
        drills=drills if kept or session.counts else "",
        number=str(number) if number else "",
        unit=counted(number, noun).split(" ")[1],
        told=told,
        done=done,
    )


def finish_week(recent: Recent, flows: Collection[Flow]) -> FinishWeek:
    """Return the week as it stands now; ``flows`` are those there are."""
    return FinishWeek(
        week_dots(recent), streak_text(recent.regular.streak)[0], _coming(recent, flows)
    )


def _coming(recent: Recent, flows: Collection[Flow]) -> str:
    """Return what the plan has next, "" without one and on a day on which something hurt."""
    from longstride.ui.shown.left_alone import rests, titles_to_do
    from longstride.ui.shown.plan_words import coming_text

    now, today = recent.plan, recent.day
    if now is None or not now.turns or rests(recent, today):
        return ""
    return coming_text(now, titles_to_do(recent, flows, today), today)


def _drills(done: int, total: int) -> str:
    drills = counted(total, "drill")
    return f"All {drills}" if done == total > 1 else f"{done} of {drills}"
