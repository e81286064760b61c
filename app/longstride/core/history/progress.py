"""When a flow may grow, by what, and when it had better not.

After four full sessions in a row with stiffness after at most 3, effort at most 6 and no pain one
change is proposed: first a second more of lowering (up to 5 s), then two more repetitions (up to
12), then the harder drill. Soreness of 5 on the next day repeats the dose; 7, or sharp pain, goes
lighter or rests.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import LONG_REP, Phase, Tempo
from longstride.core.history.session import PainKind, Session
from longstride.core.timeline.step_record import Outcome

IN_A_ROW = 4
MOST_STIFFNESS = 3
MOST_EFFORT = 6
MOST_ECCENTRIC = 5000
MOST_REPS = 12
REPEAT_FROM = 5
LIGHTER_FROM = 7
_GROWING = frozenset({Stage.LOAD, Stage.STABILITY})
_WHY = f"Four full sessions in a row ended at stiffness {MOST_STIFFNESS} or less."


class Rung(StrEnum):
    """What grows, in the order in which it does."""

    LOWERING = "lowering"
    REPS = "repetitions"
    DRILL = "drill"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to one step; ``flow`` is the whole flow with it."""

    rung: Rung
    step: int
    flow: Flow
    sentence: str


class Verdict(StrEnum):
    """What the next dose should be."""

    GO_ON = "go on"
    REPEAT = "repeat"
    LIGHTER = "lighter"


@dataclass(frozen=True, slots=True)
class HoldBack:
    """The verdict with its reason; ``sentence`` is empty where nothing speaks against going on."""

    verdict: Verdict
    sentence: str = ""


def ready_to_progress(
    flow: Flow,
    catalogue: Mapping[str, Drill],
    sessions: Sequence[Session],
    since: datetime | None = None,
    soreness: int | None = None,
) -> Proposal | None:
    """Return the one change that the athlete is ready for, or None.

    ``flow`` is as it is dosed now; ``sessions`` may be in any order and of any flow. Those begun
    before ``since``, the aware moment of the last change or of "not yet", are left out.
    ``soreness`` 0-10 is the answer on the day after the latest one.
    """
    own = [s for s in sessions if s.flow == flow.id and (since is None or s.started >= since)]
    latest = sorted(own, key=lambda session: (session.day, session.started))[-IN_A_ROW:]
    if len(latest) < IN_A_ROW or not all(map(went_well, latest)):
        return None
    if hold_back(soreness, PainKind.NONE).verdict is not Verdict.GO_ON:
        return None
    return next(_proposals(flow, catalogue), None)


def went_well(session: Session) -> bool:
    """Return whether a session was full, at its whole dose, and easy enough to build on."""
    after = session.after
    return (
        is_full(session)
        and after is not None
        and after.pain.kind is PainKind.NONE
        and after.stiffness is not None
        and after.stiffness <= MOST_STIFFNESS
        and after.effort is not None
        and after.effort <= MOST_EFFORT
    )


def is_full(session: Session) -> bool:
    """Return whether every step was done and none of it was made lighter."""
    done = {step.step for step in session.steps}
    return (
        session.ended is not None
        and session.lighter_from is None
        and len(done) == session.step_count
        and all(step.outcome is Outcome.DONE for step in session.steps)
    )


def hold_back(soreness: int | None, pain: PainKind) -> HoldBack:
    """Return what the answers after a session mean for the next one; soreness 0-10."""
    if pain is PainKind.SHARP:
        return HoldBack(
            Verdict.LIGHTER,
            "Sharp pain: rest, or go lighter. If it stays, see a clinician.",
        )
    if soreness is not None and soreness >= LIGHTER_FROM:
        return HoldBack(Verdict.LIGHTER, f"Sore {soreness}: rest today, or go lighter.")
    if soreness is not None and soreness >= REPEAT_FROM:
        return HoldBack(Verdict.REPEAT, f"Sore {soreness}: the same dose once more.")
    return HoldBack(Verdict.GO_ON)


def _proposals(flow: Flow, catalogue: Mapping[str, Drill]) -> Iterator[Proposal]:
    """Return what could grow: every step on a rung before the next rung."""
    for rung in Rung:
        for index, step in enumerate(flow.steps):
            if step.drill.stage not in _GROWING:
                continue
            if found := _grown(rung, step, catalogue):
                grown, words = found
                steps = (*flow.steps[:index], grown, *flow.steps[index + 1 :])
                yield Proposal(rung, index, replace(flow, steps=steps), f"{_WHY} {words}")


def _grown(rung: Rung, step: Step, catalogue: Mapping[str, Drill]) -> tuple[Step, str] | None:
    match rung:
        case Rung.LOWERING:
            return _slower(step)
        case Rung.REPS:
            return _more_reps(step)
        case Rung.DRILL:
            return _harder(step, catalogue)


def _slower(step: Step) -> tuple[Step, str] | None:
    tempo = step.dose.tempo
    if tempo is None or not _may_slow(tempo):
        return None
    slower = replace(tempo, eccentric=tempo.eccentric + 1000)
    words = (
        f"{step.drill.name} is ready for a slower lowering: "
        f"{tempo.eccentric // 1000} s to {slower.eccentric // 1000} s."
    )
    return replace(step, dose=replace(step.dose, tempo=slower)), words


def _may_slow(tempo: Tempo) -> bool:
    return (
        Phase.ECCENTRIC not in tempo.explosive
        and tempo.eccentric + 1000 <= MOST_ECCENTRIC
        and tempo.rep + 1000 <= LONG_REP
    )


def _more_reps(step: Step) -> tuple[Step, str] | None:
    reps = step.dose.reps
    if reps is None or reps >= MOST_REPS:
        return None
    more = min(MOST_REPS, reps + 2)
    words = f"{step.drill.name} is ready for more repetitions: {reps} to {more}."
    return replace(step, dose=replace(step.dose, reps=more)), words


def _harder(step: Step, catalogue: Mapping[str, Drill]) -> tuple[Step, str] | None:
    """Return the step with the harder drill at that drill's own dose, its sets kept."""
    harder = catalogue.get(step.drill.harder or "")
    if harder is None:
        return None
    words = f"{step.drill.name} is ready for its harder form: {harder.name}."
    dose = replace(harder.dose, sets=step.dose.sets)
    return replace(step, drill=harder, dose=dose, sides=harder.sides, cues=()), words
