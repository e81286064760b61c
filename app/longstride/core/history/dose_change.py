"""One change of a dose: what was proposed, what was answered, and what it does to a step."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from longstride.core.flow.drill import Drill, Sides
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import LONG_REP, Phase, Tempo

MOST_ECCENTRIC = 5000
MOST_REPS = 12


class Rung(StrEnum):
    """What grows, in the order in which it does."""

    LOWERING = "lowering"
    REPS = "repetitions"
    DRILL = "drill"


class Answer(StrEnum):
    """What the athlete said to a proposed change."""

    TAKEN = "taken"
    NOT_YET = "not yet"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A proposal with its answer.

    ``drill`` is the id of the drill that changes and ``place`` which of them in the flow, from 1;
    one that came in for another keeps that one's place. ``before`` and ``after`` are a tempo, a
    number of repetitions or a drill's id, as the rung has it; ``reason`` is the sentence that
    proposed it. ``made`` and ``edited``, the moment of the answer as it stands, are aware UTC.
    """

    id: UUID
    flow: str
    drill: str
    place: int
    rung: Rung
    before: str
    after: str
    reason: str
    made: datetime
    answer: Answer
    edited: datetime


def value(step: Step, rung: Rung) -> str:
    """Return what a change of a rung would change in a step, an empty string for nothing."""
    dose = step.dose
    match rung:
        case Rung.LOWERING:
            return str(dose.tempo or "")
        case Rung.REPS:
            return str(dose.reps or "")
        case Rung.DRILL:
            return step.drill.id


def names(authored: Flow, dosed: Flow) -> dict[tuple[str, int], int]:
    """Return the step, from 0, that each drill and place of a flow as dosed stand for."""
    count: Counter[str] = Counter()
    found = {}
    for number, step in enumerate(authored.steps):
        count[step.drill.id] += 1
        found[dosed.steps[number].drill.id, count[step.drill.id]] = number
    return found


def grown(
    authored: Flow, dosed: Flow, number: int, rung: Rung, catalogue: Mapping[str, Drill]
) -> Step | None:
    """Return a step of a flow as dosed one change further on a rung, None where that has an end.

    A second more of lowering up to 5 s, two repetitions more up to 12, or the harder drill, which
    stays at its height and in its place and is never one the flow has already. A test never grows,
    or it would measure something else.
    """
    step = dosed.steps[number]
    if step.drill.test:
        return None
    match rung:
        case Rung.LOWERING:
            return _slower(step)
        case Rung.REPS:
            return _more_reps(step)
        case Rung.DRILL:
            harder = catalogue.get(step.drill.harder or "")
            if harder is None or harder.id in _elsewhere(authored, dosed, number):
                return None
            return _harder(step, harder) if authored.keeps_place(step, harder) else None


def _elsewhere(authored: Flow, dosed: Flow, number: int) -> set[str]:
    """Return the drills of a flow, but for what came in for the same drill in another round."""
    own = authored.steps[number].drill.id
    pairs = zip(authored.steps, dosed.steps, strict=True)
    others = {now.drill.id for was, now in pairs if was.drill.id != own}
    return others | {step.drill.id for step in authored.steps}


def _slower(step: Step) -> Step | None:
    tempo = step.dose.tempo
    if tempo is None or not _may_slow(tempo):
        return None
    slower = replace(tempo, eccentric=tempo.eccentric + 1000)
    return replace(step, dose=replace(step.dose, tempo=slower))


def _may_slow(tempo: Tempo) -> bool:
    return (
        Phase.ECCENTRIC not in tempo.explosive
        and tempo.eccentric + 1000 <= MOST_ECCENTRIC
        and tempo.rep + 1000 <= LONG_REP
    )


def _more_reps(step: Step) -> Step | None:
    reps = step.dose.reps
    if reps is None or reps >= MOST_REPS:
        return None
    paired = step.sides is Sides.ALTERNATE or bool(step.drill.reverse)
    more = min(MOST_REPS, reps + 2)
    return replace(step, dose=replace(step.dose, reps=more - more % 2 if paired else more))


def _harder(step: Step, harder: Drill) -> Step | None:
    """Return the step with the harder drill at that drill's own dose, its sets kept."""
    if harder.test:
        return None
    dose = replace(harder.dose, sets=step.dose.sets)
    sides = step.sides if harder.sides is step.drill.sides else harder.sides
    return replace(step, drill=harder, dose=dose, sides=sides, cues=(), easier="")
