"""Where the working muscles lie on a body: each on one part of it or two."""

from collections.abc import Mapping
from types import MappingProxyType

Where = tuple[str, float, float, float, float]
"""A part, how far along it and half of how long, degrees from its near side and half of how wide.

90 degrees are in front. Of the trunk the near side is meant for a near muscle, else the far one.
"""

MUSCLES: Mapping[str, tuple[Where, ...]] = MappingProxyType({
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

NAMES = tuple(MUSCLES)
