"""What the next dose of a flow should be: one verdict, with one sentence.

After four full sessions in a row with stiffness after at most 3, effort at most 6 and no pain one
change is proposed. Soreness of 5 on the next day repeats the dose; 7, or sharp pain, goes lighter
or rests. Of what holds the most careful speaks, so that soreness never makes a verdict braver.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import MEASURES, Flow
from longstride.core.flow.strain import spares
from longstride.core.history import counsel_words as words
from longstride.core.history.dose_change import DoseChange
from longstride.core.history.growth import Lasts, Proposal, can_grow, fits, proposals
from longstride.core.history.memory import as_dosed, taken
from longstride.core.history.pain import (
    NOT_SAID,
    Better,
    hurting,
    places_text,
    tender,
)
from longstride.core.history.session import PainKind, Session
from longstride.core.history.verdict import Verdict
from longstride.core.timeline.step_record import Outcome

IN_A_ROW = 4
MOST_STIFFNESS = 3
MOST_EFFORT = 6
REPEAT_FROM = 5
LIGHTER_FROM = 7
HARD = 8  # effort from which a session that was cut short was too much
TOO_MANY_CUT = 2  # of the last four


@dataclass(frozen=True, slots=True)
class Counsel:
    """The verdict and why. GROW has a ``proposal``, TAKE_BACK the change to undo."""

    verdict: Verdict
    sentence: str
    proposal: Proposal | None = None
    take_back: DoseChange | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What counsel looks at: a flow as authored and as dosed, and what was done of it at this dose.

    ``own`` are its sessions since the last change, oldest first; ``newest`` is the day of the
    latest of any flow; ``hurts`` has each place of sharp pain with its last day, ``tender`` those
    of any pain lately.
    """

    flow: Flow
    dosed: Flow
    own: tuple[Session, ...]
    newest: date | None
    last_change: DoseChange | None
    hurts: Mapping[BodyPlace, date]
    tender: frozenset[BodyPlace]


def counsel(
    flow: Flow,
    catalogue: Mapping[str, Drill],
    sessions: Sequence[Session],
    changes: Sequence[DoseChange],
    soreness: int | None,
    *,
    length: Lasts,
    lighter_week: bool = False,
    better: Better = NOT_SAID,
) -> Counsel:
    """Return what the next dose of a flow should be.

    ``flow`` is as authored; ``sessions`` may be in any order and of any flow, ``changes`` of any
    flow. ``soreness`` 0-10 is this morning's answer, None where there is none; ``better`` has when
    each place was last said to be better. ``length`` gives the ms of a flow as it is told: it is
    asked only where something may grow.
    """
    past = _past(flow, catalogue, sessions, changes, better)
    return (
        _of_pain(past)
        or _of_soreness(soreness, LIGHTER_FROM)
        or _of_week(lighter_week and MEASURES not in flow.occasions)  # a test is done whole
        or _of_cut_short(past)
        or _of_soreness(soreness, REPEAT_FROM)
        or _of_growth(past, catalogue, length)
    )


def went_well(session: Session, flow: Flow) -> bool:
    """Return whether a session was full, at its whole dose, and easy enough to build on."""
    after = session.after
    return (
        is_full(session, flow)
        and after is not None
        and after.pain.kind is PainKind.NONE
        and after.stiffness is not None
        and after.stiffness <= MOST_STIFFNESS
        and after.effort is not None
        and after.effort <= MOST_EFFORT
    )


def is_full(session: Session, flow: Flow) -> bool:
    """Return whether every step of the whole flow was done and none of it was made lighter.

    ``flow`` is as dosed: a run that was shortened to the minutes there were is no full one, nor is
    one from when the flow had other steps.
    """
    done = {record.step: record.drill for record in session.steps}
    return (
        _done_to_its_end(session)
        and session.lighter_from is None
        and session.room is None
        and Counter(done.values()) == Counter(step.drill.id for step in flow.steps)
    )


def was_too_much(session: Session) -> bool:
    """Return whether a session was hard and not done to its end."""
    effort = session.after.effort if session.after else None
    return effort is not None and effort >= HARD and not _done_to_its_end(session)


def _done_to_its_end(session: Session) -> bool:
    steps = {record.step for record in session.steps}
    whole = all(record.outcome is Outcome.DONE for record in session.steps)
    return session.ended is not None and whole and len(steps) == session.step_count


def _past(
    flow: Flow,
    catalogue: Mapping[str, Drill],
    sessions: Sequence[Session],
    changes: Sequence[DoseChange],
    better: Better,
) -> Past:
    done = sorted((each for each in sessions if each.seconds), key=_order)
    answers = [change.edited for change in changes if change.flow == flow.id]
    since = max(answers, default=None)
    own = [each for each in done if each.flow == flow.id]
    own = [each for each in own if since is None or each.started >= since][-IN_A_ROW:]
    lately = [each for each in sessions if own and _order(each) >= _order(own[0])]
    laid_on = as_dosed(flow, catalogue, changes)
    stands = [each for each in taken(flow.id, changes) if each not in laid_on.stale]
    return Past(
        flow,
        laid_on.flow,
        tuple(own),
        max((each.day for each in done), default=None),
        stands[-1] if stands else None,
        hurting(sessions, better),
        tender(lately, better),
    )


def _order(session: Session) -> tuple[date, datetime]:
    return session.day, session.started


def _of_pain(past: Past) -> Counsel | None:
    """Rest from what loads or stretches a place that hurts, and go lighter the time after."""
    if past.hurts and not spares(past.dosed, frozenset(past.hurts)):
        return Counsel(Verdict.REST, words.rest_from(past.flow, places_text(past.hurts)))
    if past.hurts and (past.newest is None or past.newest <= max(past.hurts.values())):
        return Counsel(Verdict.LIGHTER, words.AFTER_PAIN)
    return None


def _of_soreness(soreness: int | None, least: int) -> Counsel | None:
    if soreness is None or soreness < least:
        return None
    lighter = soreness >= LIGHTER_FROM
    verdict = Verdict.LIGHTER if lighter else Verdict.REPEAT
    return Counsel(verdict, words.sore(soreness, lighter=lighter))


def _of_week(lighter: bool) -> Counsel | None:
    return Counsel(Verdict.LIGHTER, words.LIGHTER_WEEK) if lighter else None


def _of_cut_short(past: Past) -> Counsel | None:
    """Take the last change back where two of the last four were too much; else go lighter."""
    if sum(map(was_too_much, past.own)) < TOO_MANY_CUT:
        return None
    if past.last_change is None:
        return Counsel(Verdict.LIGHTER, words.HARD_LATELY)
    return Counsel(Verdict.TAKE_BACK, words.ONE_STEP_BACK, take_back=past.last_change)


def _of_growth(past: Past, catalogue: Mapping[str, Drill], length: Lasts) -> Counsel:
    if not past.own:
        return Counsel(Verdict.GO_ON, words.NEW)
    if sum(went_well(session, past.dosed) for session in past.own) < IN_A_ROW:
        return Counsel(Verdict.GO_ON, words.GO_ON)
    hurts = frozenset(past.hurts) | past.tender
    if found := _first(past, catalogue, length, hurts):
        return Counsel(Verdict.GROW, found.sentence, found)
    if _first(past, catalogue, length):
        return Counsel(Verdict.GO_ON, words.tender_there(places_text(hurts)))
    if can_grow(past.flow, catalogue):
        return Counsel(Verdict.GO_ON, words.full_grown(past.flow))
    return Counsel(Verdict.GO_ON, words.never_grows(past.flow))


def _first(
    past: Past,
    catalogue: Mapping[str, Drill],
    length: Lasts,
    hurts: frozenset[BodyPlace] = frozenset(),
) -> Proposal | None:
    """Return the first thing that could grow and leaves a flow within its minutes."""
    possible = proposals(past.flow, past.dosed, catalogue, hurts)
    return next((each for each in possible if fits(each, length)), None)
