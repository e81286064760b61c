"""What to do next, and why: a suggestion for athletes who follow no plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.flow import Flow
from longstride.core.flow.strain import spares
from longstride.core.history.counsel_words import SEE_SOMEONE, nothing_spares
from longstride.core.history.load import is_loaded
from longstride.core.history.pain import NOT_SAID, Better, hurting, places_text
from longstride.core.history.session import Session

STIFF = 7
PAIN_DAYS = 2
HABIT_DAYS = 28


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A flow and the reason for it in one sentence; ``flow`` None is a day of rest."""

    flow: Flow | None
    reason: str


def suggest(
    flows: Sequence[Flow],
    stiffness: int | None,
    last: Sequence[Session],
    today: date,
    better: Better = NOT_SAID,
) -> Suggestion | None:
    """Return what fits now, or None where there are no flows.

    ``flows`` are those that may be suggested, the one to begin with first; ``stiffness`` is
    0-10 as it is now; ``last`` are the latest sessions in any order, those after ``today`` wait.
    ``better`` has when each place was last said to be better: what loads or stretches a place of
    sharp pain is not suggested before that.
    """
    if not flows:
        return None
    past = sorted((s for s in last if s.day <= today), key=lambda s: (s.day, s.started))
    done = [session for session in past if session.seconds]  # what was skipped was not done
    if hurts := hurting(past, better):
        return _sparing(flows, stiffness, done, today, hurts)
    return _usual(flows, stiffness, done, today)


def left_alone(
    flows: Iterable[Flow], last: Iterable[Session], today: date, better: Better = NOT_SAID
) -> frozenset[str]:
    """Return the ids of flows that load or stretch what hurts, and while that is new all loads.

    ``last`` and ``better`` are as in ``suggest``.
    """
    past = sorted((s for s in last if s.day <= today), key=lambda s: (s.day, s.started))
    hurts = hurting(past, better)
    if not hurts:
        return frozenset()
    lately = (today - max(hurts.values())).days <= PAIN_DAYS
    places = frozenset(hurts)
    return frozenset(
        flow.id for flow in flows if not spares(flow, places) or (lately and is_loaded(flow))
    )


def _usual(
    flows: Sequence[Flow], stiffness: int | None, done: Sequence[Session], today: date
) -> Suggestion:
    if stiffness is not None and stiffness >= STIFF:
        easy = _gentlest(flows)
        return Suggestion(easy, f"Stiff {stiffness}: start with {easy.title}.")
    return _after_load(flows, done, today) or _in_turn(flows, done, today)


def _sparing(
    flows: Sequence[Flow],
    stiffness: int | None,
    done: Sequence[Session],
    today: date,
    hurts: Mapping[BodyPlace, date],
) -> Suggestion:
    """Return a flow that leaves alone what hurts, an easy one at first, or rest."""
    where = places_text(hurts)
    lately = (today - max(hurts.values())).days <= PAIN_DAYS
    fit = [flow for flow in flows if spares(flow, frozenset(hurts))]
    if lately:
        fit = [flow for flow in fit if not is_loaded(flow)]
    if not fit:
        return Suggestion(None, nothing_spares(where))
    if lately:
        flow = _gentlest(fit)
        why = f"Sharp pain last time: rest, or move easily with {flow.title}."
        return Suggestion(flow, f"{why} It leaves the {where} alone. {SEE_SOMEONE}")
    usual = _usual(fit, stiffness, done, today)
    return Suggestion(usual.flow, f"{usual.reason} It leaves the {where} alone. {SEE_SOMEONE}")


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
