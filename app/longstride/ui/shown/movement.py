"""A movement at its tempo, as a figure goes through it."""

from longstride.core.flow.breath import Breath, BreathKind
from longstride.core.flow.tempo import Phase, Tempo
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.widgets.figure.loop import Beat


def movement(tempo: Tempo | None, starts_with: Phase) -> tuple[Beat, ...]:
    """Return one repetition at a tempo, or one breath of what is held."""
    if tempo is not None:
        phases = tempo.phases(starts_with)
        return tuple(Beat(SpanPhase(phase.value), length) for phase, length in phases)
    breath = Breath()
    return (
        Beat(SpanPhase.HOLD, breath.inhale, BreathKind.IN),
        Beat(SpanPhase.HOLD, breath.exhale, BreathKind.OUT),
    )
