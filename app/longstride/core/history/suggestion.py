"""What to do next, and why: a suggestion for athletes who follow no plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from longstride.core.flow.flow import Flow
from longstride.core.history.load import is_loaded
from longstride.core.history.session import PainKind, Session

STIFF = 7
PAIN_DAYS = 2
HABIT_DAYS = 28


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A flow and the reason for it in one sentence."""

    flow: Flow
    reason: str


def suggest(
    flows: Sequence[Flow], stiffness: int | None, last: Sequence[Session], today: date
) -> Suggestion | None:
    """Return what fits now, or None where there are no flows.

    ``flows`` are those that may be suggested, the one to begin with first; ``stiffness`` is
    0-10 as it is now; ``last`` are the latest sessions in any order, those after ``today`` wait.
    """
    if not flows:
        return None
    past = sorted((s for s in last if s.day <= today), key=lambda s: (s.day, s.started))
    newest = past[-1] if past else None
    easy = _gentlest(flows)
    if newest and _hurt(newest) and (today - newest.day).days <= PAIN_DAYS:
        return Suggestion(
            easy,
            f"Sharp pain last time: rest, or move easily with {easy.title}. "
            "If it stays, see a clinician.",
        )
    if stiffness is not None and stiffness >= STIFF:
        return Suggestion(easy, f"Stiff {stiffness}: start with {easy.title}.")
    done = [session for session in past if session.seconds]  # what was skipped was not done
    return _after_load(flows, done, today) or _in_turn(flows, done, today)


def _hurt(session: Session) -> bool:
    return session.after is not None and session.after.pain.kind is PainKind.SHARP


def _gentlest(flows: Sequence[Flow]) -> Flow:
    """Return the shortest flow without load, else the shortest."""
    return min(flows, key=lambda flow: (is_loaded(flow), sum(flow.minutes)))


def _after_load(flows: Sequence[Flow], past: Sequence[Session], today: date) -> Suggestion | None:
    """Return an easy flow where the latest one was loaded and is not two days old."""
    known = {flow.id: flow for flow in flows}
    easy = [flow for flow in flows if not is_loaded(flow)]
    done = known.get(past[-1].flow) if past else None
    if not easy or done is None or not is_loaded(done) or (today - past[-1].day).days > 1:
        return None
    when = "today" if past[-1].day == today else "yesterday"
    flow = _longest_ago(easy, past)
    return Suggestion(flow, f"{done.title} was {when}: an easy day suits it, with {flow.title}.")


def _in_turn(flows: Sequence[Flow], past: Sequence[Session], today: date) -> Suggestion:
    """Return the flow whose turn it is among those that are the athlete's habit."""
    days = {session.flow: session.day for session in past}
    habit = [flow for flow in flows if flow.id in days and _is_recent(days[flow.id], today)]
    if not habit:
        return Suggestion(flows[0], f"{flows[0].title} is a good place to begin.")
    flow = _longest_ago(habit, past)
    return Suggestion(flow, f"{flow.title} was last done {_ago((today - days[flow.id]).days)}.")


def _longest_ago(flows: Sequence[Flow], past: Sequence[Session]) -> Flow:
    order = {session.flow: index for index, session in enumerate(past)}
    return min(flows, key=lambda flow: order.get(flow.id, -1))


def _is_recent(day: date, today: date) -> bool:
    return (today - day).days <= HABIT_DAYS


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
