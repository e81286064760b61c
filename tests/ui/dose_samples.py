"""Doses for looking at pages: as written, grown, ready to grow, held back, and out of place."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.history import counsel_words as words
from longstride.core.history.counsel import Counsel
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.growth import proposals
from longstride.core.history.memory import as_dosed
from longstride.core.history.verdict import Verdict
from longstride.records.doses import DoseNow
from ui import page_samples as samples

MORNING = 3_600_000  # ms of it that are left

SORE = replace(samples.STEADY, counsel=Counsel(Verdict.REPEAT, words.sore(5, lighter=False)))
LIGHTER = replace(samples.STEADY, counsel=Counsel(Verdict.LIGHTER, words.sore(8, lighter=True)))


def catalogue(flow: Flow) -> dict[str, Drill]:
    return {step.drill.id: step.drill for step in flow.steps}


def grown(flow: Flow, times: int) -> tuple[DoseChange, ...]:
    """Return the first changes that a flow takes, a month apart."""
    changes: tuple[DoseChange, ...] = ()
    for number in range(times):
        dosed = as_dosed(flow, catalogue(flow), changes).flow
        made = samples.sessions(1)[0].started - timedelta(days=30 * (times - number))
        proposal = next(proposals(flow, dosed, catalogue(flow)))
        changes = (*changes, proposal.answered(Answer.TAKEN, UUID(int=500 + number), made))
    return changes


def ready(flow: Flow) -> DoseNow:
    """Return the dose of a flow that is ready to grow, and has grown before."""
    changes = grown(flow, 2)
    dosed = as_dosed(flow, catalogue(flow), changes).flow
    proposal = next(proposals(flow, dosed, catalogue(flow)))
    return DoseNow(Counsel(Verdict.GROW, proposal.sentence, proposal), changes, ())


def too_much(flow: Flow) -> DoseNow:
    """Return the dose of a flow whose last change may go, and one change that fits no more."""
    *first, last = grown(flow, 2)
    stale = replace(first[0], id=UUID(int=900), before="2020", after="3020")
    counsel = Counsel(Verdict.TAKE_BACK, words.ONE_STEP_BACK, take_back=last)
    return DoseNow(counsel, (*first, last), (stale,))
