"""The part of a drill that its figure is drawn at: from where the work starts to its end."""

from collections.abc import Sequence

from longstride.core.figure.figure import ROUND, Figure, Stance
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import SpanPhase

_PAUSES = {Phase.STRETCHED, Phase.CONTRACTED}


def stance_at(figure: Figure, drill: Drill, part: float) -> Stance:
    """Return the figure at a part (0-1) of its drill's main part.

    Of a repetition that is the way to the end of its range, with what moves while it pauses
    there; of a hold, how it is got into; of running, one step. A hold that is only breathed in
    goes from a full chest to an empty one. Ways that follow each other get the same share.
    """
    ways = _ways(figure, drill)
    along = min(max(part, 0.0), 1.0) * len(ways)
    index = min(int(along), len(ways) - 1)
    phase, passed = ways[index], along - index
    if figure.motions[phase].goes_round and phase is SpanPhase.HOLD:
        return figure.at(phase, passed, elapsed=round(passed * ROUND / 2))
    return figure.at(phase, passed, breath=BreathKind.OUT, breath_fraction=passed)


def _ways(figure: Figure, drill: Drill) -> Sequence[SpanPhase]:
    """Return the phases of the main part that show something move, one at least."""
    if drill.unit.is_hold:
        ready = [phase for phase in (SpanPhase.SETUP, SpanPhase.READY) if _moves(figure, phase)]
        turns = figure.motions[SpanPhase.HOLD].goes_round
        return ready if ready and not turns else [*ready, SpanPhase.HOLD]
    assert drill.dose.tempo is not None, "what is no hold has a tempo"
    first, *others = (phase for phase, _ in drill.dose.tempo.phases(drill.starts_with))
    pause = [SpanPhase(phase.value) for phase in others[:1] if phase in _PAUSES]
    return [SpanPhase(first.value), *(phase for phase in pause if _moves(figure, phase))]


def _moves(figure: Figure, phase: SpanPhase) -> bool:
    return len(figure.paths[phase]) > 1
