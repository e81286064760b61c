"""The figure that stands for rest: on the back, knees bent, hands on the ribs."""

from collections.abc import Mapping
from dataclasses import replace

from longstride.core.figure.figure import Figure
from longstride.core.timeline.timeline import SpanPhase

_LYING = "ribcage-breathing"  # the drill whose key picture it is


def at_rest(figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure at rest, which only breathes; None where there is none."""
    lying = figures.get(_LYING)
    if lying is None:
        return None
    breathing = lying.paths[SpanPhase.HOLD]
    still = dict.fromkeys(lying.paths, breathing[:1])
    return replace(lying, muscles=(), paths={**still, SpanPhase.HOLD: breathing})
