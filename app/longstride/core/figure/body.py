"""One position of a body in space: where its joints are, and which way each part of it faces."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from longstride.core.figure.skeleton import BONES, other_side
from longstride.core.figure.vectors import (
    Vector,
    across,
    between,
    cross,
    dot,
    length,
    minus,
    plus,
    times,
    unit,
)

SIDES = (("near", 1.0), ("far", -1.0))


def bare(segment: str) -> str:
    """Return a segment's name without its side: near_thigh is thigh."""
    return segment.removeprefix("near_").removeprefix("far_")


HALF_HIPS, HALF_SHOULDERS = 0.052, 0.098  # body heights from the middle to a joint
LENGTHS: Mapping[str, float] = MappingProxyType(
    {bare(bone.segment): abs(bone.length) for bone in BONES}
)
"""Each bone's length in body heights, by its bare name."""

STRAIGHT, BENT = 0.12, 0.47  # of |thigh - shank| as units: about 7 and 27 degrees of a bent knee


@dataclass(frozen=True, slots=True)
class Frame:
    """Which way a part of the trunk points, each of length 1: ``near`` is towards the near side."""

    up: Vector
    front: Vector
    near: Vector

    @property
    def hand(self) -> float:
        """1 where the near side is the body's right, -1 where it is its left."""
        return 1.0 if dot(cross(self.front, self.up), self.near) > 0 else -1.0


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its joints in body heights, the frames of its trunk, and ``fronts`` by segment.

    The front of a thigh or shank is where the kneecap is, that of a foot its back, that of an
    arm where its elbow closes.
    """

    joints: Mapping[str, Vector]
    pelvis: Frame
    chest: Frame
    head: Frame
    fronts: Mapping[str, Vector]

    @property
    def exchanged(self) -> "Body":
        """The same body with its near and far limbs exchanged in place, as in a looking-glass."""
        return Body(
            {other_side(name): _away(point) for name, point in self.joints.items()},
            _exchanged(self.pelvis),
            _exchanged(self.chest),
            _exchanged(self.head),
            {other_side(name): _away(way) for name, way in self.fronts.items()},
        )


def _away(a: Vector) -> Vector:
    return (a[0], a[1], -a[2])


def _exchanged(frame: Frame) -> Frame:
    return Frame(_away(frame.up), _away(frame.front), times(_away(frame.near), -1.0))


def fleshed(
    joints: Mapping[str, Vector], pelvis: Frame, chest: Frame, head: tuple[Vector, Vector]
) -> Body:
    """Return a body whose limbs face the way their knees and elbows bend.

    ``head`` is which way it points up and which way it looks.
    """
    up, looks = head[0], across(head[1], head[0], chest.front)
    near = times(cross(looks, up), chest.hand)
    fronts: dict[str, Vector] = {}
    for side, _ in SIDES:
        fronts |= _leg(joints, side, pelvis)
        fronts |= _arm(joints, side, chest)
    return Body(joints, pelvis, chest, Frame(up, looks, near), fronts)


def _leg(joints: Mapping[str, Vector], side: str, pelvis: Frame) -> dict[str, Vector]:
    """Return which way a leg's parts face: straight ones as the hip, bent ones as they bend."""
    thigh = _way(joints, side, "hip", "knee")
    shank = _way(joints, side, "knee", "heel")
    foot = _way(joints, side, "heel", "toe")
    ahead, down = dot(thigh, pelvis.front), -dot(thigh, pelvis.up)
    hips = plus(
        times(pelvis.front, down), pelvis.up, ahead
    )  # the hip's front goes with its flexion
    own = across(hips, thigh, pelvis.front)
    bend = minus(thigh, shank)
    bent = min(max((length(bend) - STRAIGHT) / (BENT - STRAIGHT), 0.0), 1.0)
    kneecap = across(between(own, unit(bend), bent), thigh, own)
    shin = unit(plus(bend, thigh, 1.2 * bent))
    return {
        f"{side}_thigh": kneecap,
        f"{side}_shank": across(between(own, shin, bent), shank, kneecap),
        f"{side}_foot": across(times(shank, -1.0), foot, (0.0, 1.0, 0.0)),
    }


def _arm(joints: Mapping[str, Vector], side: str, chest: Frame) -> dict[str, Vector]:
    upper = _way(joints, side, "shoulder", "elbow")
    lower = _way(joints, side, "elbow", "hand")
    bend = minus(lower, upper)
    return {
        f"{side}_upper_arm": across(bend, upper, chest.front),
        f"{side}_forearm": across(bend, lower, chest.front),
    }


def _way(joints: Mapping[str, Vector], side: str, one: str, two: str) -> Vector:
    return unit(minus(joints[f"{side}_{two}"], joints[f"{side}_{one}"]))
