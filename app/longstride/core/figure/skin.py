"""Where the skin of a body lies: rings round its bones, as wide and deep as ``shape`` says."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from longstride.core.figure.body import LENGTHS, SIDES, Body, Frame
from longstride.core.figure.hands import Surfaces, hand_of
from longstride.core.figure.shape import HAND, SHAPES, Profile
from longstride.core.figure.vectors import (
    Vector,
    between,
    cross,
    length,
    minus,
    plus,
    unit,
)

_TURNS_FROM, _TURNS_FOR = 0.15, 0.55  # of a trunk: it faces as the pelvis below, the chest above
_TRUNK_STANDS_OFF, _LIMB_STANDS_OFF = 0.17, 0.11  # body heights: no skin is farther from a joint
_DOME = tuple((math.sin(angle), math.cos(angle)) for angle in (math.radians(45), math.radians(82)))

Bone = tuple[Vector, Vector]


class Ring(NamedTuple):
    """One ring of skin: from its ``middle`` it stands off ``width`` across, ``depth`` ahead."""

    part: str
    middle: Vector
    width: float
    depth: float
    across: Vector
    front: Vector

    def reach(self, axis: int) -> float:
        """Return how far the skin stands off the middle along an axis: 0 is x, 1 y, 2 z."""
        return math.hypot(self.width * self.across[axis], self.depth * self.front[axis])


def _domed(segment: str) -> Profile:
    """Return a limb's profile and the round end that shows when the next joint bends."""
    along, width, depth, shift = SHAPES[segment][-1]
    radius = (width + depth) / 2 / LENGTHS[segment]
    dome = ((along + radius * up, width * out, depth * out, shift) for up, out in _DOME)
    return (*SHAPES[segment], *dome)


LIMBS = (
    ("thigh", "hip", "knee", _domed("thigh")),
    ("shank", "knee", "heel", SHAPES["shank"]),
    ("foot", "heel", "toe", SHAPES["foot"]),
    ("upper_arm", "shoulder", "elbow", _domed("upper_arm")),
    ("forearm", "elbow", "hand", SHAPES["forearm"]),
)


def rings(body: Body, under: float = math.inf) -> Iterator[Ring]:
    """Yield a body's rings: pelvis, chest, neck, head, near_thigh and every other limb.

    Parts that are wholly above a height may be left out.
    """
    if _lowest(body, "pelvis", "chest", "head") < under + _TRUNK_STANDS_OFF:
        yield from _trunk(body)
        yield from _neck(body)
        yield from _head(body)
    for side, _ in SIDES:
        for segment, one, two, profile in LIMBS:
            if _lowest(body, f"{side}_{one}", f"{side}_{two}") < under + _LIMB_STANDS_OFF:
                yield from _limb(
                    body, f"{side}_{segment}", (f"{side}_{one}", f"{side}_{two}"), profile
                )
        if _lowest(body, f"{side}_hand") < under + _LIMB_STANDS_OFF:
            yield from _hand(body, side)


def _lowest(body: Body, *joints: str) -> float:
    return min(body.joints[joint][1] for joint in joints)


def _limb(body: Body, part: str, ends: tuple[str, str], profile: Profile) -> Iterator[Ring]:
    start, end = (body.joints[joint] for joint in ends)
    front = body.fronts[part]
    yield from _tube(part, profile, (start, end), (cross(front, unit(minus(end, start))), front))


def _head(body: Body) -> Iterator[Ring]:
    head, middle = body.head, body.joints["head"]
    bone = (middle, plus(middle, head.up))
    yield from _tube("head", SHAPES["head"], bone, (head.near, head.front))


def _hand(body: Body, side: str) -> Iterator[Ring]:
    """Yield a hand's rings, thin from palm to back."""
    hand = hand_of(body, side, Surfaces())
    bone = (hand.wrist, plus(hand.wrist, hand.way, HAND * hand.reach))
    yield from _tube(f"{side}_hand", SHAPES["hand"], bone, (hand.across, hand.palm))


def _tube(part: str, profile: Profile, bone: Bone, axes: tuple[Vector, Vector]) -> Iterator[Ring]:
    across, front = axes
    (x, y, z), (dx, dy, dz), (fx, fy, fz) = bone[0], minus(bone[1], bone[0]), front
    for along, width, depth, shift in profile:
        middle = (
            x + along * dx + shift * fx,
            y + along * dy + shift * fy,
            z + along * dz + shift * fz,
        )
        yield Ring(part, middle, width, depth, across, front)


def _trunk(body: Body) -> Iterator[Ring]:
    for along, width, depth, shift in SHAPES["trunk"]:
        across, front = _turning(body.pelvis, body.chest, (along - _TURNS_FROM) / _TURNS_FOR)
        middle = plus(_on_the_trunk(body, along), front, shift)
        yield Ring("pelvis" if along < 0.5 else "chest", middle, width, depth, across, front)


def _on_the_trunk(body: Body, along: float) -> Vector:
    """Return a place on the trunk's bone, or on the way it goes on below or above it."""
    pelvis, chest = body.joints["pelvis"], body.joints["chest"]
    inside = min(max(along, 0.0), 1.0)
    beyond = (along - inside) * length(minus(chest, pelvis))
    way = body.pelvis.up if along < 0 else body.chest.up
    return plus(between(pelvis, chest, inside), way, beyond)


def _turning(one: Frame, two: Frame, share: float) -> tuple[Vector, Vector]:
    """Return across and front between two frames, turning softly."""
    t = min(max(share, 0.0), 1.0)
    t = t * t * (3 - 2 * t)
    return unit(between(one.near, two.near, t)), unit(between(one.front, two.front, t))


def _neck(body: Body) -> Iterator[Ring]:
    chest, head = body.chest, body.head
    foot = plus(plus(body.joints["chest"], chest.up, 0.030), chest.front, -0.004)
    top = plus(plus(body.joints["head"], head.up, -0.040), head.front, -0.008)
    for along, width, depth, _ in SHAPES["neck"]:
        across, front = unit(between(chest.near, head.near, along)), chest.front
        yield Ring("neck", between(foot, top, along), width, depth, across, front)
