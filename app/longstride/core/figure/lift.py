"""A flat pose lifted into space: its places on the page stay, its limbs get their depth."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from longstride.core.figure.body import (
    HALF_HIPS,
    HALF_SHOULDERS,
    LENGTHS,
    SIDES,
    Body,
    Frame,
    bare,
    fleshed,
)
from longstride.core.figure.reaching import reached
from longstride.core.figure.skeleton import Point, Pose, View, place, settle
from longstride.core.figure.vectors import Vector, across, cross, dot, minus, plus, unit

TURNED = 0.3
LYING = 0.6  # of a trunk's length along the floor
OUT = {"thigh": 0.004, "shank": 0.002, "foot": 0.014, "upper_arm": 0.024, "forearm": -0.010}
"""Body heights a limb seen from the side stands off outwards, so that it clears the trunk."""

_LEG = (("thigh", "hip", "knee"), ("shank", "knee", "heel"), ("foot", "heel", "toe"))
_ARM = (("upper_arm", "shoulder", "elbow"), ("forearm", "elbow", "hand"))
_EYE: Vector = (0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Depth:
    """What a flat pose cannot say of its third way.

    ``back``: seen from behind. ``out`` has a sign by segment (thigh, or near_thigh) where what
    leaves the page goes another way than usual: 1 towards the eye.
    """

    back: bool = False
    out: Mapping[str, float] = field(default_factory=dict)


def lift(pose: Pose, view: View, depth: Depth | None = None) -> Body:
    """Return a flat pose as a body in space; x, y and all contacts stay as they were.

    Limbs that hold on to something in space then reach for it.
    """
    body = _Lifting(settle(pose, view), view, depth or Depth()).body()
    return reached(body, pose.grip)


class _Lifting:
    """One settled pose being lifted."""

    def __init__(self, pose: Pose, view: View, depth: Depth) -> None:
        self._pose, self._view, self._depth = pose, view, depth
        self._flat = place(pose)
        self._face = -1.0 if depth.back else 1.0
        self._lying = abs(math.cos(math.radians(pose.angle("trunk")))) > LYING

    def body(self) -> Body:
        side, flat = self._view is View.SIDE, self._flat
        joints: dict[str, Vector] = {"pelvis": (*flat["pelvis"], 0.0)}
        back = self._out("trunk", self._depth.out.get("trunk", 0.0 if side else 1.0))
        joints["chest"] = (*flat["chest"], back)
        joints["head"] = (*flat["head"], back)
        up = unit(minus(joints["chest"], joints["pelvis"]))
        hips, shoulders = self._across("hips", up), self._across("shoulders", up)
        for name, sign in SIDES:
            joints[f"{name}_hip"] = plus(joints["pelvis"], hips, HALF_HIPS * sign)
            joints[f"{name}_shoulder"] = plus(joints["chest"], shoulders, HALF_SHOULDERS * sign)
            for segment, one, two in (*_LEG, *_ARM):
                joints[f"{name}_{two}"] = self._end(joints, name, segment, (one, two))
        skull = unit(minus(joints["head"], joints["chest"]))
        if side:
            pelvis = Frame(up, cross(up, hips), hips)
            chest = Frame(up, cross(up, shoulders), shoulders)
            looks = (skull[1], -skull[0], 0.0)
            if (
                dot(chest.front, looks) < TURNED
            ):  # a trunk that lies on its side takes the head along
                looks = unit(plus(looks, chest.front, 0.6))
            return fleshed(joints, pelvis, chest, (skull, looks))
        front = across((0.0, 0.0, self._face), up, (1.0, 0.0, 0.0))
        return fleshed(joints, Frame(up, front, hips), Frame(up, front, shoulders), (skull, front))

    def _end(
        self, joints: Mapping[str, Vector], name: str, segment: str, bone: tuple[str, str]
    ) -> Vector:
        """Return where a bone ends: as far on the page as it is drawn, and out of it."""
        one, two = (f"{name}_{end}" for end in bone)
        key, sign = f"{name}_{segment}", dict(SIDES)[name]
        start, (x, y) = joints[one], _less(self._flat[two], self._flat[one])
        way = self._depth.out.get(key, self._depth.out.get(segment, self._usual(segment, sign)))
        out = self._out(key, way)
        if self._view is View.SIDE:
            out += sign * OUT[segment]
        elif segment == "foot" and not self._lying and self._pose.share(key) > 0.99:
            out = 0.0
        return (start[0] + x, start[1] + y, start[2] + out)

    def _usual(self, segment: str, sign: float) -> float:
        """Return which way a shortened segment leaves the page: outwards, or at the eye."""
        if self._view is View.SIDE:
            return -sign if segment in {"shank", "forearm"} else sign
        if segment == "upper_arm":
            return self._face if self._lying else -self._face
        return -self._face if segment == "shank" else self._face

    def _out(self, segment: str, sign: float) -> float:
        long = LENGTHS[bare(segment)]
        share = min(abs(self._pose.share(segment)), 1.0)
        return sign * long * math.sqrt(1 - share * share)

    def _across(self, line: str, up: Vector) -> Vector:
        """Return which way the near end of the hips or the shoulders lies."""
        share = min(self._pose.share(line), 1.0)
        if self._view is View.SIDE and share < 0.05:
            return _EYE
        angle = math.radians(self._pose.angle(line))
        out = math.sqrt(1 - share * share)
        return across((share * math.cos(angle), share * math.sin(angle), out), up, _EYE)


def _less(one: Point, two: Point) -> Point:
    return (one[0] - two[0], one[1] - two[1])
