"""Working muscles as soft spots on the skin of parts of the body."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from longstride.core.figure.muscles import MUSCLES
from longstride.ui.widgets.figure.look import TINTS


class Spot(NamedTuple):
    """A muscle on one part: where along it, round which angle, and the cosine where it ends."""

    along: float
    half: float
    cos: float
    sin: float
    most: float


@cache
def spots_of(muscles: tuple[str, ...]) -> Mapping[str, tuple[Spot, ...]]:
    """Return the spots of muscles such as ``near glute`` by part."""
    found: dict[str, tuple[Spot, ...]] = {}
    for muscle in muscles:
        side, _, name = muscle.partition(" ")
        for part, along, half, degrees, wide in MUSCLES[name]:
            angle = math.radians(degrees if side == "near" else 180 - degrees)
            spot = Spot(along, half, math.cos(angle), math.sin(angle), math.cos(math.radians(wide)))
            key = part if part == "trunk" else f"{side}_{part}"
            found[key] = (*found.get(key, ()), spot)
    return MappingProxyType(found)


def strength(spot: Spot, along: float) -> float:
    """Return how much of a muscle there is so far along its part, 0 to 1."""
    near = min(1.0, (1 - abs(along - spot.along) / spot.half) * 1.9)
    return near * near * (3 - 2 * near) if near > 0 else 0.0


def inside(spot: Spot, c: float, s: float) -> float:
    """Return how much of a muscle there is at an angle round its part, 0 to 1."""
    near = min(1.0, (c * spot.cos + s * spot.sin - spot.most) / (1 - spot.most) * 1.45)
    return near * near * (3 - 2 * near) if near > 0 else 0.0


def tint(spots: Sequence[Spot], effort: float, along: float, way: tuple[float, float]) -> int:
    """Return how hard muscles work at a place along a part and round it, of TINTS."""
    most = max((strength(spot, along) * inside(spot, *way) for spot in spots), default=0.0)
    return int(most * effort * (TINTS - 0.01))
