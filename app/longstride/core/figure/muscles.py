"""Where the working muscles lie on the figure: each a line over one or two segments."""

import math
from collections.abc import Mapping

from longstride.core.figure.skeleton import BONES, Joints, Point, View, flesh

# (segment, how far along it, how far across: 1 is the skin in front, or outside from the front)
Spot = tuple[str, float, float]

_SIDE: Mapping[str, tuple[Spot, ...]] = {
    "hip flexor": (("trunk", 0.14, 0.55), ("thigh", 0.10, 0.62), ("thigh", 0.38, 0.55),
                   ("thigh", 0.72, 0.15)),
    "quad": (("thigh", 0.18, 0.50), ("thigh", 0.50, 0.60), ("thigh", 0.88, 0.45)),
    "hamstring": (("thigh", 0.34, -0.58), ("thigh", 0.60, -0.60), ("thigh", 0.94, -0.45)),
    "glute": (("trunk", 0.16, -0.60), ("trunk", -0.02, -0.66), ("thigh", 0.08, -0.68),
              ("thigh", 0.22, -0.60)),
    "calf": (("shank", 0.06, -0.40), ("shank", 0.32, -0.55), ("shank", 0.70, -0.30)),
    "shin": (("shank", 0.14, 0.45), ("shank", 0.45, 0.45), ("shank", 0.80, 0.35)),
    "belly": (("trunk", 0.12, 0.58), ("trunk", 0.42, 0.62), ("trunk", 0.72, 0.55)),
    "back": (("trunk", 0.12, -0.58), ("trunk", 0.48, -0.62), ("trunk", 0.84, -0.55)),
    "side": (("trunk", 0.12, 0.05), ("trunk", 0.42, 0.0), ("trunk", 0.74, 0.05)),
    "outer hip": (("trunk", 0.14, 0.0), ("thigh", 0.06, 0.05), ("thigh", 0.36, 0.0)),
    "inner thigh": (("thigh", 0.14, 0.1), ("thigh", 0.50, 0.0), ("thigh", 0.86, 0.0)),
    "shoulder": (("upper_arm", 0.0, 0.0), ("upper_arm", 0.4, 0.0)),
}  # fmt: skip
_FRONT: Mapping[str, tuple[Spot, ...]] = {
    "hip flexor": (("trunk", 0.16, 0.30), ("thigh", 0.06, 0.0), ("thigh", 0.42, 0.0)),
    "quad": (("thigh", 0.18, 0.1), ("thigh", 0.50, 0.2), ("thigh", 0.88, 0.0)),
    "hamstring": (("thigh", 0.18, 0.0), ("thigh", 0.50, 0.0), ("thigh", 0.90, 0.0)),
    "glute": (("trunk", 0.10, 0.70), ("thigh", 0.04, 0.55), ("thigh", 0.24, 0.40)),
    "calf": (("shank", 0.08, 0.3), ("shank", 0.34, 0.5), ("shank", 0.70, 0.2)),
    "shin": (("shank", 0.14, 0.0), ("shank", 0.80, 0.0)),
    "belly": (("trunk", 0.10, 0.0), ("trunk", 0.70, 0.0)),
    "back": (("trunk", 0.10, 0.0), ("trunk", 0.80, 0.0)),
    "side": (("trunk", 0.08, 0.72), ("trunk", 0.40, 0.72), ("trunk", 0.70, 0.80)),
    "outer hip": (("trunk", 0.12, 0.72), ("thigh", 0.04, 0.62), ("thigh", 0.40, 0.55)),
    "inner thigh": (("thigh", 0.14, -0.55), ("thigh", 0.50, -0.55), ("thigh", 0.86, -0.45)),
    "shoulder": (("upper_arm", 0.0, 0.0), ("upper_arm", 0.4, 0.0)),
}  # fmt: skip

NAMES = tuple(_SIDE)
WIDE_TRUNK = 0.105  # half the trunk's width from the front
_BONE = {bone.segment: bone for bone in BONES}


def line(muscle: str, joints: Joints, view: View) -> tuple[Point, ...]:
    """Return a muscle's line such as ``near glute`` through its points, first to last."""
    side, _, name = muscle.partition(" ")
    spots = (_SIDE if view is View.SIDE else _FRONT)[name]
    return tuple(_point(spot, side, joints, view) for spot in spots)


def _point(spot: Spot, side: str, joints: Joints, view: View) -> Point:
    segment, along, across = spot
    bone = _BONE[segment] if segment == "trunk" else _BONE[f"{side}_{segment}"]
    (x, y), (end_x, end_y) = joints[bone.start], joints[bone.end]
    dx, dy = end_x - x, end_y - y
    length = math.hypot(dx, dy) or 1.0
    out = across * _half_width(bone.start, bone.end, min(max(along, 0.0), 1.0), view)
    if segment == "trunk":
        out = -out  # it points up where limbs point down
    if view is not View.SIDE and side == "far":
        out = -out
    return (x + along * dx - out * dy / length, y + along * dy + out * dx / length)


def _half_width(start: str, end: str, along: float, view: View) -> float:
    if start == "pelvis" and view is not View.SIDE:
        return WIDE_TRUNK
    return flesh(start, view) * (1 - along) + flesh(end, view) * along
