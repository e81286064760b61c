"""What a body can do: how far each of its joints goes, measured on the body as it is drawn.

Degrees; generous ends of the ranges met in healthy adults.
"""

from collections.abc import Iterator
from typing import NamedTuple

from longstride.core.figure.angles import (
    BACKWARDS,
    STRAIGHT,
    ball,
    between_bones,
    bone,
    closes_behind,
    column,
    kneecap,
    pulled_up,
)
from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.vectors import Vector, dot, times

ROUNDED = 0.5  # degrees: what is written as the limit is within it
ASIDE = 45.0  # a hip spread so far flexes further; an arm is neither before nor behind
BEHIND = -0.5  # of a foot's length


class Limit(NamedTuple):
    """How far one movement of a joint goes either way, and what it is called beyond."""

    least: float
    most: float
    below: str
    above: str


HIP_FLEX = Limit(-35, 135, "is extended", "is flexed")
HIP_FLEX_ASIDE = HIP_FLEX._replace(most=145)
HIP_SPREAD = Limit(-30, 70, "is drawn inwards", "is spread")
HIP_TURN = Limit(-50, 80, "is turned inwards", "is turned outwards")
KNEE = Limit(-5, 155, "bends backwards", "bends")
ANKLE = Limit(-90, 40, "is pointed", "is pulled up")
SHOULDER = Limit(-75, 190, "reaches back", "reaches up")
ELBOW = Limit(-5, 155, "bends backwards", "bends")
SPINE = (
    Limit(-30, 60, "is bent back", "is bent forward"),
    Limit(-35, 35, "is leant sideways", "is leant sideways"),
    Limit(-45, 45, "is twisted", "is twisted"),
)
NECK = (
    Limit(-55, 60, "is bent back", "is bent forward"),
    Limit(-45, 45, "is leant sideways", "is leant sideways"),
    Limit(-80, 80, "is turned", "is turned"),
)


def limits(body: Body) -> Iterator[str]:
    """Yield every joint that goes further than a body's can, in plain words."""
    for joint, ranges, angles in (
        ("spine", SPINE, column(body.pelvis, body.chest)),
        ("neck", NECK, column(body.chest, body.head)),
    ):
        for limit, angle in zip(ranges, angles, strict=True):
            yield from _beyond(joint, limit, angle)
    for side, sign in SIDES:
        yield from _leg(body, side, times(body.pelvis.near, sign))
        yield from _arm(body, side, times(body.chest.near, sign))


def _leg(body: Body, side: str, out: Vector) -> Iterator[str]:
    thigh, shank = bone(body, side, "hip", "knee"), bone(body, side, "knee", "heel")
    hip = ball(body.pelvis, out, thigh, kneecap(thigh, shank, body.pelvis.front))
    flex = HIP_FLEX_ASIDE if hip.spread > ASIDE else HIP_FLEX
    yield from _beyond(f"{side} hip", flex, hip.flex)
    yield from _beyond(f"{side} hip", HIP_SPREAD, hip.spread)
    knee = between_bones(thigh, shank)
    if knee > STRAIGHT and abs(hip.turn) > BACKWARDS:
        yield from _beyond(f"{side} knee", KNEE, -knee)
        return  # where such a foot belongs is not known
    if knee > STRAIGHT:
        yield from _beyond(f"{side} hip", HIP_TURN, hip.turn)
    yield from _beyond(f"{side} knee", KNEE, knee)
    foot = bone(body, side, "heel", "toe")
    yield from _beyond(f"{side} ankle", ANKLE, pulled_up(shank, foot))
    if dot(foot, body.fronts[f"{side}_shank"]) < BEHIND:
        yield f"the {side} foot points backwards from its shin"


def _arm(body: Body, side: str, out: Vector) -> Iterator[str]:
    upper, lower = bone(body, side, "shoulder", "elbow"), bone(body, side, "elbow", "hand")
    shoulder = ball(body.chest, out, upper, body.fronts[f"{side}_upper_arm"])
    if abs(shoulder.spread) < ASIDE:
        raised = (shoulder.flex + 90.0) % 360.0 - 90.0  # an arm goes past half a turn
        yield from _beyond(f"{side} shoulder", SHOULDER, raised)
    elbow = between_bones(upper, lower)
    backwards = elbow > STRAIGHT and closes_behind(body.chest, upper, lower)
    yield from _beyond(f"{side} elbow", ELBOW, -elbow if backwards else elbow)


def _beyond(joint: str, limit: Limit, angle: float) -> Iterator[str]:
    if angle < limit.least - ROUNDED:
        yield _said(joint, limit.below, angle, limit.least)
    elif angle > limit.most + ROUNDED:
        yield _said(joint, limit.above, angle, limit.most)


def _said(joint: str, does: str, angle: float, reached: float) -> str:
    return f"the {joint} {does} {abs(angle):.0f} degrees; a body reaches {abs(reached):.0f}"
