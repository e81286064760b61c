"""Today once it is done: what was done, what that changed, and what comes next; free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.durations import minutes_text
from longstride.core.flow.flow import MEASURES, Flow
from longstride.core.history.dose_change import Answer, DoseChange, Rung
from longstride.core.history.plan.turn import TurnState
from longstride.core.history.suggestion import suggest
from longstride.core.timeline.step_record import Outcome
from longstride.ui.shown.dose_words import drill_name
from longstride.ui.shown.left_alone import titles_to_do
from longstride.ui.shown.past import NEWEST, Recent
from longstride.ui.shown.plan_words import coming_text
from longstride.ui.shown.session_text import change_word, step_outcomes, steps_text
from longstride.ui.today.view import TodayView

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill
    from longstride.core.history.session import Session

HEADING = "Done for today."
_REST = "Now rest: it is part of the plan."
_A_DAY = timedelta(days=1)
_TOLD_FROM = 10  # seconds of slow lowering that are worth a word


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the few words under it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class DoneToday:
    """What was done on a day: ``flow`` is the last one's id, ``ticks`` are sentences that hold.

    ``after`` says what comes next and when, "" where that is not known.
    """

    flow: str
    facts: tuple[Fact, ...]
    ticks: tuple[str, ...] = ()
    after: str = ""


def with_done(view: TodayView, flows: Sequence[Flow], today: date) -> TodayView:
    """Return Today with what was done on it; a session that counts was."""
    found = (each for each in view.recent.sessions if each.day == today and each.counts)
    done = sorted(found, key=lambda session: session.started)
    now = view.recent.plan
    followed = now is not None and bool(now.turns)
    words = f"{done[-1].title}, {steps_text(done[-1])}."
    drills = {step.drill.id: step.drill for flow in flows for step in flow.steps}
    told = DoneToday(
        flow=done[-1].flow,
        facts=tuple(_facts(done)),
        ticks=tuple(_ticks(view.recent, done, drills)),
        after=_after(view, flows, today),
    )
    sub = f"{words} {_REST}" if followed else words
    return replace(view, heading=HEADING, sub=sub, done=told)


def _facts(done: Sequence[Session]) -> Iterator[Fact]:
    yield Fact(minutes_text(sum(session.seconds for session in done) * 1000), "at work")
    before, after = done[-1].stiffness_before, done[-1].after
    if before is not None and after is not None and after.stiffness is not None:
        word = change_word(before, after.stiffness)
        yield Fact(f"{before} → {after.stiffness}", f"stiffness: {word}")
    lowering = sum(step.eccentric_seconds for session in done for step in session.steps)
    if lowering >= _TOLD_FROM:
        yield Fact(minutes_text(lowering * 1000), "of slow lowering")


def _ticks(recent: Recent, done: Sequence[Session], drills: Mapping[str, Drill]) -> Iterator[str]:
    for session in done:
        for change in _first_in_full(recent, session):
            yield f"{_named(change, drills)}: done in full, for the first time."
    turns = recent.plan.turns if recent.plan else ()
    if count := sum(turn.state is TurnState.DONE for turn in turns):
        yield f"{count} of {len(turns)} turns of this week done."


def _first_in_full(recent: Recent, session: Session) -> Iterator[DoseChange]:
    """Yield each dose taken that was done in full now and never before; nothing if that is unsure.

    Only the newest sessions are known: of a change older than those nothing is said.
    """
    seen = min((each.started for each in recent.sessions), default=session.started)
    all_known = len(recent.sessions) < NEWEST
    for change in recent.changes:
        known = all_known or change.edited >= seen
        if change.flow == session.flow and change.answer is Answer.TAKEN and known:
            earlier = (each for each in recent.sessions if _is_between(each, change, session))
            if _in_full(session, change) and not any(_in_full(each, change) for each in earlier):
                yield change


def _is_between(session: Session, change: DoseChange, last: Session) -> bool:
    return session.flow == change.flow and change.edited <= session.started < last.started


def _in_full(session: Session, change: DoseChange) -> bool:
    """Return whether a session after a change has every step of its drill done."""
    drill = change.after if change.rung is Rung.DRILL else change.drill
    steps = {record.step for record in session.steps if record.drill == drill}
    lighter = session.lighter_from is not None and any(s >= session.lighter_from for s in steps)
    outcomes = step_outcomes(session)
    all_done = all(outcomes[step] is Outcome.DONE for step in steps)
    return session.started >= change.edited and bool(steps) and all_done and not lighter


def _named(change: DoseChange, drills: Mapping[str, Drill]) -> str:
    name = drill_name(change.after if change.rung is Rung.DRILL else change.drill, drills)
    match change.rung:
        case Rung.LOWERING:
            return f"{name}, slower"
        case Rung.REPS:
            return f"{name}, {change.after} repetitions"
    return name


def _after(view: TodayView, flows: Sequence[Flow], today: date) -> str:
    """Return what comes next and when, "" where nothing is known of it."""
    now = view.recent.plan
    if now is not None and now.turns:
        return coming_text(now, titles_to_do(view.recent, flows, today), today)
    offered = [flow for flow in flows if MEASURES not in flow.occasions]
    recent = view.recent
    found = suggest(offered, None, recent.remembered, today + _A_DAY, recent.better)
    if found is None or found.flow is None:
        return ""
    return f"{found.flow.title} is next, tomorrow or on any day you like."
