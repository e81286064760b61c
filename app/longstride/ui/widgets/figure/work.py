"""Muscles at work, as a tint over a row of skin."""

from collections.abc import Sequence

from longstride.ui.widgets.figure.facing import Facing
from longstride.ui.widgets.figure.look import TINTS
from longstride.ui.widgets.figure.muscles import Spot, strength


def worked(
    spots: Sequence[Spot], effort: float, facing: Facing, along: float, places: list[int]
) -> list[int]:
    """Return how hard muscles work at some steps across a part, of TINTS; empty where none do."""
    tints: list[int] = []
    for spot in spots:
        much = strength(spot, along) * effort * (TINTS - 0.01)
        if much > 0:
            reached = facing.reached(spot)
            here = [int(much * reached[n]) for n in places]
            tints = [max(pair) for pair in zip(tints, here, strict=True)] if tints else here
    return tints
