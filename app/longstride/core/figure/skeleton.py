"""A mannequin's skeleton: angles to joints, and limbs that reach what they hold on to.

Lengths are parts of body height, after Winter (Biomechanics and Motor Control of Human Movement).
The page's x runs the way the figure faces, y upwards from the floor. An angle is absolute and in
degrees: 0 points ahead, 90 up, counted counter-clockwise; so a thigh that hangs is at 270.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from longstride.core.figure.holds import LOOSE, Grip

Point = tuple[float, float]
Joints = Mapping[str, Point]


class View(StrEnum):
    """Which way a pose is written: as it is seen flat, or by the turns of its joints in space."""

    SIDE = "side"
    FRONT = "front"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Bone:
    """One drawn length between two joints, turned by ``segment``'s angle."""

    segment: str
    start: str
    end: str
    length: float


def _both(segment: str, start: str, end: str, length: float) -> tuple[Bone, ...]:
    return tuple(
        Bone(f"{side}_{segment}", f"{side}_{start}", f"{side}_{end}", length)
        for side in ("near", "far")
    )


BONES = (
    Bone("trunk", "pelvis", "chest", 0.288),
    Bone("head", "chest", "head", 0.118),
    Bone("hips", "pelvis", "near_hip", 0.052),
    Bone("hips", "pelvis", "far_hip", -0.052),
    Bone("shoulders", "chest", "near_shoulder", 0.098),
    Bone("shoulders", "chest", "far_shoulder", -0.098),
    *_both("thigh", "hip", "knee", 0.245),
    *_both("shank", "knee", "heel", 0.246),
    *_both("foot", "heel", "toe", 0.118),  # 0.152 with the flesh at both ends
    *_both("upper_arm", "shoulder", "elbow", 0.186),
    *_both("forearm", "elbow", "hand", 0.146),
)
SEGMENTS = tuple(dict.fromkeys(bone.segment for bone in BONES))
POINTS = ("pelvis", *(bone.end for bone in BONES))
CROSSWISE = ("hips", "shoulders")  # lines across the body; from the side they are seen end on

_PLACE = {segment: index for index, segment in enumerate(SEGMENTS)}
_SPOKES = tuple((_PLACE[bone.segment], bone.start, bone.end, bone.length) for bone in BONES)
_LENGTH = {bone.segment: bone.length for bone in BONES}


def _spokes_to(point: str) -> tuple[tuple[int, float], ...]:
    """Return the bones from the pelvis to a joint, each with its length."""
    for bone in BONES:
        if bone.end == point:
            return (*_spokes_to(bone.start), (_PLACE[bone.segment], bone.length))
    return ()


_SPOKES_TO = {point: _spokes_to(point) for point in POINTS}

_FLESH = {
    "hip": 0.050,
    "knee": 0.037,
    "heel": 0.021,
    "toe": 0.016,
    "shoulder": 0.033,
    "elbow": 0.025,
    "hand": 0.019,
}
_SIDEWAYS = {"pelvis": 0.062, "chest": 0.066, "head": 0.062}
_TRUNK_FLESH = {
    View.SIDE: _SIDEWAYS,
    View.SPACE: _SIDEWAYS,
    View.FRONT: {"pelvis": 0.050, "chest": 0.034, "head": 0.062},
}


def flesh(point: str, view: View) -> float:
    """Return how thick the body is around a joint: the radius in body heights."""
    trunk = _TRUNK_FLESH[view].get(point)
    return _FLESH[point.partition("_")[2]] if trunk is None else trunk


@dataclass(frozen=True, slots=True)
class Pose:
    """One position of the body.

    ``angles`` (degrees) and ``shares`` (how much of a segment's length is seen, 1 where it lies
    in the page) follow SEGMENTS. ``contacts`` are the joints that stay put and where: the first
    carries the body, the others are reached for. ``pelvis`` is where the body is without any.
    ``grip`` is what it holds on to once it has its depth.
    """

    angles: tuple[float, ...]
    shares: tuple[float, ...]
    contacts: Mapping[str, Point]
    pelvis: Point = (0.0, 0.0)
    effort: float = 1.0
    grip: Grip = LOOSE
    winding: ClassVar[int] = len(SEGMENTS)

    @property
    def numbers(self) -> tuple[float, ...]:
        """All that changes on the way to another pose: the first ``winding`` are angles."""
        return (*self.angles, *self.shares, *self.pelvis)

    def on_the_way(self, end: "Pose", share: float, numbers: tuple[float, ...]) -> "Pose":
        """Return the pose with such numbers at a share of the way to another.

        What both hold on to stays held.
        """
        count = len(SEGMENTS)
        return Pose(
            angles=numbers[:count],
            shares=numbers[count : 2 * count],
            contacts={
                name: _between(place, end.contacts[name], share)
                for name, place in self.contacts.items()
                if name in end.contacts
            },
            pelvis=(numbers[-2], numbers[-1]),
            effort=self.effort + (end.effort - self.effort) * share,
            grip=self.grip.towards(end.grip, share),
        )

    def angle(self, segment: str) -> float:
        """Return one segment's angle in degrees."""
        return self.angles[_PLACE[segment]]

    def share(self, segment: str) -> float:
        """Return how much of one segment's length is seen."""
        return self.shares[_PLACE[segment]]


def turned(angle: float) -> float:
    """Return an angle between -180 and 180 degrees."""
    return (angle + 180.0) % 360.0 - 180.0


def place(pose: Pose) -> dict[str, Point]:
    """Return every joint by following the bones out from the pelvis."""
    spans = [
        (share * math.cos(math.radians(angle)), share * math.sin(math.radians(angle)))
        for angle, share in zip(pose.angles, pose.shares, strict=True)
    ]
    joints = {"pelvis": pose.pelvis}
    for index, start, end, length in _SPOKES:
        (x, y), (dx, dy) = joints[start], spans[index]
        joints[end] = (x + length * dx, y + length * dy)
    return joints


def _joint(pose: Pose, name: str) -> Point:
    """Return one joint alone, as ``place`` does."""
    x, y = pose.pelvis
    for index, length in _SPOKES_TO[name]:
        angle, reach = math.radians(pose.angles[index]), length * pose.shares[index]
        x, y = x + reach * math.cos(angle), y + reach * math.sin(angle)
    return (x, y)


def settle(pose: Pose, view: View) -> Pose:
    """Return the pose moved onto its first contact, with its limbs reaching the others."""
    contacts = iter(pose.contacts.items())
    for name, (x, y) in contacts:
        at = _joint(pose, name)
        pelvis = (pose.pelvis[0] + x - at[0], pose.pelvis[1] + y - at[1])
        pose = Pose(pose.angles, pose.shares, pose.contacts, pelvis, pose.effort, pose.grip)
        break
    for name, target in contacts:
        pose = _reach(pose, name, target, view)
    return pose


def joints_of(pose: Pose, view: View) -> Joints:
    """Return the joints of a pose that has been settled on its contacts."""
    return MappingProxyType(place(settle(pose, view)))


def swap_sides(joints: Joints) -> Joints:
    """Return joints with the near limbs where the far ones were, and the other way round."""
    return MappingProxyType({other_side(name): point for name, point in joints.items()})


def other_side(name: str) -> str:
    """Return ``far_knee`` for ``near_knee``; what has no side keeps its name."""
    side, _, part = name.partition("_")
    return {"near": f"far_{part}", "far": f"near_{part}"}.get(side, name)


_CHAINS = {
    "heel": ("hip", "thigh", "shank"),
    "toe": ("hip", "thigh", "shank"),
    "hand": ("shoulder", "upper_arm", "forearm"),
    "knee": ("hip", "thigh", ""),
    "elbow": ("shoulder", "upper_arm", ""),
}


def _reach(pose: Pose, name: str, target: Point, view: View) -> Pose:
    """Return the pose with one limb turned so that its joint comes to lie on the target."""
    side, _, part = name.partition("_")
    if part not in _CHAINS:
        return pose  # the trunk reaches for nothing
    root, upper, lower = _CHAINS[part]
    if part == "toe":
        target = _less(target, _span(pose, f"{side}_foot"))
    start = _joint(pose, f"{side}_{root}")
    way = _less(target, start)
    upper = f"{side}_{upper}"
    if not lower:
        return _turn(pose, {upper: (_direction(way), pose.share(upper))})
    bend = _bend_in_page if view is View.SIDE else _bend_out_of_page
    return _turn(pose, bend(pose, upper, f"{side}_{lower}", way))


Turns = dict[str, tuple[float, float]]


def _bend_in_page(pose: Pose, upper: str, lower: str, way: Point) -> Turns:
    """Bend a knee or elbow the way it bends, seen from the side."""
    first, second = _LENGTH[upper] * pose.share(upper), _LENGTH[lower] * pose.share(lower)
    distance = min(max(math.hypot(*way), abs(first - second) + 1e-9), first + second)
    cosine = (first**2 + distance**2 - second**2) / (2 * first * distance)
    opening = math.degrees(math.acos(min(1.0, max(-1.0, cosine))))
    forwards = 1 if upper.endswith("thigh") else -1
    turn = _direction(way) + forwards * opening
    reach = (distance / max(math.hypot(*way), 1e-9)) if distance else 1.0
    end = (way[0] * reach, way[1] * reach)
    rest = _less(end, _vector(turn, first))
    return {upper: (turn, pose.share(upper)), lower: (_direction(rest), pose.share(lower))}


def _bend_out_of_page(pose: Pose, upper: str, lower: str, way: Point) -> Turns:
    """Turn a whole limb and bend it towards the eye: seen from the front it gets shorter."""
    one, two = _span(pose, upper), _span(pose, lower)
    now = (one[0] + two[0], one[1] + two[1])
    turn = _direction(way) - _direction(now)
    scale = math.hypot(*way) / max(math.hypot(*now), 1e-9)
    return {name: (pose.angle(name) + turn, pose.share(name) * scale) for name in (upper, lower)}


def _turn(pose: Pose, turns: Turns) -> Pose:
    # Made anew by hand, here and in ``settle``: every frame does, and replace() takes as long
    # as the turning.
    angles, shares = list(pose.angles), list(pose.shares)
    for segment, (angle, share) in turns.items():
        angles[_PLACE[segment]], shares[_PLACE[segment]] = angle, share
    return Pose(tuple(angles), tuple(shares), pose.contacts, pose.pelvis, pose.effort, pose.grip)


def _span(pose: Pose, segment: str) -> Point:
    return _vector(pose.angle(segment), _LENGTH[segment] * pose.share(segment))


def _vector(angle: float, length: float) -> Point:
    return (length * math.cos(math.radians(angle)), length * math.sin(math.radians(angle)))


def _direction(way: Point) -> float:
    return math.degrees(math.atan2(way[1], way[0]))


def _less(one: Point, two: Point) -> Point:
    return (one[0] - two[0], one[1] - two[1])


def _between(one: Point, two: Point, share: float) -> Point:
    return (one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share)
