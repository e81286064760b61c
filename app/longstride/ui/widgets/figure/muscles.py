"""Where working muscles lie on the skin: soft spots on parts of the body."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from longstride.ui.widgets.figure.look import TINTS

# (part, how far along it, half of how long, degrees from the near side: 90 in front; half angle)
_Where = tuple[str, float, float, float, float]

MUSCLES: Mapping[str, tuple[_Where, ...]] = MappingProxyType({
    "hip flexor": (("thigh", .08, .54, 78, 62), ("trunk", -.02, .16, 62, 34)),
    "quad": (("thigh", .55, .44, 84, 78),),
    "hamstring": (("thigh", .58, .44, 276, 76),),
    "glute": (("trunk", -.06, .24, 300, 60), ("thigh", -.08, .44, 294, 78)),
    "calf": (("shank", .28, .34, 270, 90),),
    "shin": (("shank", .36, .34, 75, 62),),
    "belly": (("trunk", .40, .36, 90, 46),),
    "back": (("trunk", .44, .38, 270, 46),),
    "side": (("trunk", .44, .34, 0, 48),),
    "outer hip": (("trunk", .0, .20, 0, 54), ("thigh", .0, .46, 0, 64)),
    "inner thigh": (("thigh", .42, .46, 170, 76),),
    "shoulder": (("upper_arm", .08, .30, 0, 95),),
})  # fmt: skip


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
