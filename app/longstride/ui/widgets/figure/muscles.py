"""Where working muscles lie on the skin: soft spots on parts of the body."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
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


Reaching = tuple[float, float, float, float]
"""How strongly a muscle shows, cosine and sine of where, and the cosine where it ends."""


def reaching(spots: Sequence[Spot], along: float, effort: float) -> list[Reaching]:
    """Return the muscles that reach a place along a part."""
    here = []
    for spot in spots:
        near = 1 - abs(along - spot.along) / spot.half
        if near > 0:
            near = min(1.0, near * 2.2)
            here.append((near * near * (3 - 2 * near) * effort, spot.cos, spot.sin, spot.most))
    return here


def tint(here: Sequence[Reaching], c: float, s: float) -> int:
    """Return how hard the muscles work where the skin faces (c, s), of TINTS."""
    most = 0.0
    for strength, mc, ms, limit in here:
        near = (c * mc + s * ms - limit) / (1 - limit)
        if near > 0:
            near = min(1.0, near * 1.7)
            most = max(most, strength * near * near * (3 - 2 * near))
    return int(most * (TINTS - 0.01))


def worked(
    spots: Sequence[Spot], effort: float, along: float, cm: float, sm: float, way: float
) -> Callable[[float, float], int] | None:
    """Return the tints across one row of skin, None where no muscle reaches it."""
    here = [
        (strength, c * cm + s * sm, way * (s * cm - c * sm), most)
        for strength, c, s, most in reaching(spots, along, effort)
    ]
    return partial(tint, here) if here else None
