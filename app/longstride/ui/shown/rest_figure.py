"""The figure that stands for rest: on the back, knees bent, hands on the ribs."""

from collections.abc import Mapping
from dataclasses import replace

from longstride.core.figure.figure import Figure

_LYING = "ribcage-breathing"  # the drill whose key picture it is


def at_rest(figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure at rest, in which nothing works; None where there is none."""
    lying = figures.get(_LYING)
    return replace(lying, muscles=()) if lying else None
