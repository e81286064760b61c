"""How a figure moves that somebody looks at: from its key picture through its movement and back."""

from dataclasses import dataclass, replace

from longstride.core.figure.figure import Figure, Stance
from longstride.core.flow.breath import BreathKind
from longstride.core.timeline.timeline import SpanPhase

MOVE, PAUSE, BREATH = 1_800, 500, 2_500  # ms


@dataclass(frozen=True, slots=True)
class _Part:
    """From one place in a phase to another (0-1), in so many ms; a pause where they are one."""

    phase: SpanPhase
    start: float
    end: float
    length: int
    breath: BreathKind | None = None


def looked_at(figure: Figure, elapsed: int) -> Stance:
    """Return how a figure stands after somebody has looked at it for so many ms."""
    if figure.motions[SpanPhase.HOLD].goes_round:
        return figure.at(SpanPhase.HOLD, 0.0, elapsed=elapsed)
    parts = _parts(figure)
    left = elapsed % sum(part.length for part in parts)
    for part in parts:
        if left < part.length:
            break
        left -= part.length
    passed = left / part.length
    fraction = part.start + (part.end - part.start) * passed
    stance = figure.at(part.phase, fraction, breath=part.breath, breath_fraction=passed)
    return replace(stance, ghost=None)


def _parts(figure: Figure) -> tuple[_Part, ...]:
    """Return a repetition where there is one, else a breath and the way out of a hold and in."""
    out, back, hold = SpanPhase.ECCENTRIC, SpanPhase.CONCENTRIC, SpanPhase.HOLD
    if _moves(figure, out) or _moves(figure, back):
        at_end = figure.motions[back].keys[0] == figure.motions[hold].keys[0]
        first, second = (back, out) if at_end else (out, back)
        return (*_moved(first, 0.0, 1.0), *_moved(second, 0.0, 1.0))
    breath = (
        _Part(hold, 0.0, 1.0, BREATH, BreathKind.IN),
        _Part(hold, 0.0, 1.0, BREATH, BreathKind.OUT),
    )
    for phase in (SpanPhase.READY, SpanPhase.SETUP):
        if _moves(figure, phase):
            return (*_moved(phase, 1.0, 0.0), *_moved(phase, 0.0, 1.0), *breath)
    return breath


def _moved(phase: SpanPhase, start: float, end: float) -> tuple[_Part, _Part]:
    return _Part(phase, start, end, MOVE), _Part(phase, end, end, PAUSE)


def _moves(figure: Figure, phase: SpanPhase) -> bool:
    return len(figure.motions[phase].keys) > 1
