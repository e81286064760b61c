"""A pose in space: the turns of its joints, followed out from the pelvis."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import ClassVar

from longstride.core.figure.body import (
    HALF_HIPS,
    HALF_SHOULDERS,
    LENGTHS,
    SIDES,
    Body,
    Frame,
    fleshed,
)
from longstride.core.figure.holds import LOOSE, Grip
from longstride.core.figure.reaching import carried, reached, refleshed
from longstride.core.figure.skeleton import Pose, View, flesh
from longstride.core.figure.vectors import (
    UP,
    Vector,
    cross,
    minus,
    plus,
    times,
    turned_about,
    unit,
)

NUMBERS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(("at", "trunk", "spine", "neck"), 3)
    | {
        f"{side}_{joint}": 3 if joint in {"hip", "shoulder"} else 1
        for side, _ in SIDES
        for joint in ("hip", "knee", "ankle", "shoulder", "elbow")
    }
)
"""How many numbers each joint has, in the order in which a pose holds them."""
_STARTS = dict(zip(NUMBERS, accumulate(NUMBERS.values(), initial=0), strict=False))
_AHEAD: Vector = (1.0, 0.0, 0.0)
SOLE = flesh("near_toe", View.SIDE)


@dataclass(frozen=True, slots=True)
class SpacePose:
    """One position of the body by its joints.

    ``numbers`` follow NUMBERS: ``at`` is where the pelvis is, in body heights; all others are
    degrees. ``trunk`` is [pitch, roll, yaw] of the pelvis: pitch 90 is upright, 180 on the back
    with the head to the left. Hips and shoulders are [flex, spread, turn out].
    """

    numbers: tuple[float, ...]
    grip: Grip = LOOSE
    effort: float = 1.0
    winding: ClassVar[int] = 0

    def of(self, joint: str) -> tuple[float, ...]:
        """Return the numbers of one joint."""
        start = _STARTS[joint]
        return self.numbers[start : start + NUMBERS[joint]]

    def on_the_way(self, end: "SpacePose", share: float, numbers: tuple[float, ...]) -> "SpacePose":
        """Return the pose with such numbers at a share of the way to another."""
        effort = self.effort + (end.effort - self.effort) * share
        return SpacePose(numbers, self.grip.towards(end.grip, share), effort)


AnyPose = Pose | SpacePose


def body_of(pose: SpacePose) -> Body:
    """Return a pose as a body: joints followed out from the pelvis, then limbs that reach."""
    pelvis = _pelvis(pose.of("trunk"))
    chest = _bent(pelvis, pose.of("spine"))
    head = _bent(chest, pose.of("neck"))
    joints: dict[str, Vector] = {"pelvis": _three(pose.of("at"))}
    trunk = unit(plus(pelvis.up, chest.up))
    joints["chest"] = plus(joints["pelvis"], trunk, LENGTHS["trunk"])
    joints["head"] = plus(joints["chest"], head.up, LENGTHS["head"])
    for side, sign in SIDES:
        joints[f"{side}_hip"] = plus(joints["pelvis"], pelvis.near, HALF_HIPS * sign)
        joints[f"{side}_shoulder"] = plus(joints["chest"], chest.near, HALF_SHOULDERS * sign)
        joints |= _leg(pose, side, joints[f"{side}_hip"], _outwards(pelvis, sign))
        joints |= _arm(pose, side, joints[f"{side}_shoulder"], _outwards(chest, sign))
    body = fleshed(carried(joints, pose.grip), pelvis, chest, (head.up, head.front))
    body = reached(body, pose.grip)
    sunk = [side for side, _ in SIDES if body.joints[f"{side}_toe"][1] < SOLE]
    return refleshed(body, _laid(body.joints, sunk)) if sunk else body


def _three(numbers: tuple[float, ...]) -> Vector:
    one, two, three = numbers
    return (one, two, three)


def _pelvis(turns: tuple[float, ...]) -> Frame:
    """Return a pelvis pitched in the page, rolled about its own length, then yawed."""
    pitch, roll, yaw = turns
    angle = math.radians(pitch)
    up: Vector = (math.cos(angle), math.sin(angle), 0.0)
    front = turned_about((math.sin(angle), -math.cos(angle), 0.0), up, roll)
    return _framed(turned_about(up, UP, yaw), turned_about(front, UP, yaw))


def _bent(below: Frame, turns: tuple[float, ...]) -> Frame:
    """Return what sits on a part of the trunk: flexed forward, leant near-wards, twisted."""
    flex, lean, twist = turns
    up = turned_about(below.up, below.near, -flex)
    front = turned_about(below.front, below.near, -flex)
    up = turned_about(up, front, lean)
    return _framed(up, turned_about(front, up, twist))


def _framed(up: Vector, front: Vector) -> Frame:
    return Frame(up, front, cross(front, up))


def _outwards(frame: Frame, sign: float) -> Frame:
    """Return a frame whose near side is a limb's own outer side."""
    return Frame(frame.up, frame.front, times(frame.near, sign))


def _ball(turns: tuple[float, ...], frame: Frame) -> tuple[Vector, Vector]:
    """Return which way a bone points, and its own front: flexed, then spread, then turned out."""
    flex, spread, turn = (math.radians(turn) for turn in turns)
    hanging = plus(times(frame.up, -math.cos(flex)), frame.front, math.sin(flex))
    ahead = plus(times(frame.front, math.cos(flex)), frame.up, math.sin(flex))
    bone = plus(times(hanging, math.cos(spread)), frame.near, math.sin(spread))
    aside = plus(times(frame.near, math.cos(spread)), hanging, -math.sin(spread))
    return bone, plus(times(ahead, math.cos(turn)), aside, math.sin(turn))


def _hinge(along: Vector, ahead: Vector, degrees: float) -> tuple[Vector, Vector]:
    """Return a way and its front, turned towards that front."""
    angle = math.radians(degrees)
    turned = plus(times(along, math.cos(angle)), ahead, math.sin(angle))
    return turned, plus(times(ahead, math.cos(angle)), along, -math.sin(angle))


def _leg(pose: SpacePose, side: str, hip: Vector, frame: Frame) -> dict[str, Vector]:
    thigh, kneecap = _ball(pose.of(f"{side}_hip"), frame)
    shank, shin = _hinge(thigh, kneecap, -pose.of(f"{side}_knee")[0])
    foot, _ = _hinge(shin, times(shank, -1.0), pose.of(f"{side}_ankle")[0])
    knee = plus(hip, thigh, LENGTHS["thigh"])
    heel = plus(knee, shank, LENGTHS["shank"])
    toe = plus(heel, foot, LENGTHS["foot"])
    return {f"{side}_knee": knee, f"{side}_heel": heel, f"{side}_toe": toe}


def _arm(pose: SpacePose, side: str, shoulder: Vector, frame: Frame) -> dict[str, Vector]:
    upper, ahead = _ball(pose.of(f"{side}_shoulder"), frame)
    lower, _ = _hinge(upper, ahead, pose.of(f"{side}_elbow")[0])
    elbow = plus(shoulder, upper, LENGTHS["upper_arm"])
    return {f"{side}_elbow": elbow, f"{side}_hand": plus(elbow, lower, LENGTHS["forearm"])}


def _laid(joints: Mapping[str, Vector], sides: Iterable[str]) -> dict[str, Vector]:
    """Return joints with feet that would sink their toes laid flat on the floor."""
    laid = dict(joints)
    for side in sides:
        heel, foot = joints[f"{side}_heel"], LENGTHS["foot"]
        x, _, z = minus(joints[f"{side}_toe"], heel)
        drop = min(max(SOLE - heel[1], -foot), foot)
        level = plus(heel, unit((x, 0.0, z), _AHEAD), math.sqrt(foot * foot - drop * drop))
        laid[f"{side}_toe"] = (level[0], heel[1] + drop, level[2])
    return laid
