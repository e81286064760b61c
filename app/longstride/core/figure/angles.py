"""The angles of a body's joints as one measures them on a person, from how the body is drawn.

All in degrees. They hold for either hand of frames: outwards is away from the other side.
"""

import math
from typing import NamedTuple

from longstride.core.figure.body import Body, Frame
from longstride.core.figure.vectors import Vector, across, dot, minus, plus, times, unit

STRAIGHT = 10.0  # a joint bent less does not tell which way it bends
BACKWARDS = 120.0  # no hip or shoulder turns so far: the joint below bends the wrong way
OVERHEAD = 0.3  # of 1 + cosine: an arm raised further can be turned any way


class Ball(NamedTuple):
    """A hip or a shoulder: flexed forwards, then spread outwards, then turned outwards."""

    flex: float
    spread: float
    turn: float


class Column(NamedTuple):
    """A spine or a neck: flexed forwards, leant to the near side, twisted to the far one."""

    flex: float
    lean: float
    twist: float


def ball(frame: Frame, out: Vector, bone: Vector, front: Vector) -> Ball:
    """Return how a bone that faces ``front`` stands in a frame whose side goes ``out``."""
    down = times(frame.up, -1.0)
    flex = math.atan2(dot(bone, frame.front), dot(bone, down))
    spread = math.asin(_clipped(dot(bone, out)))
    ahead = _on_the_way(frame.front, frame.up, flex)
    aside = _on_the_way(out, times(_on_the_way(down, frame.front, flex), -1.0), spread)
    turn = math.atan2(dot(front, aside), dot(front, ahead))
    return Ball(math.degrees(flex), math.degrees(spread), math.degrees(turn))


def column(below: Frame, above: Frame) -> Column:
    """Return how one frame stands on another: the chest on the pelvis, the head on the chest."""
    flex = math.atan2(dot(above.up, below.front), dot(above.up, below.up))
    lean = math.asin(_clipped(dot(above.up, below.near)))
    ahead = _on_the_way(below.front, times(below.up, -1.0), flex)
    upward = _on_the_way(below.up, below.front, flex)
    aside = _on_the_way(below.near, times(upward, -1.0), lean)
    twist = math.atan2(-dot(above.front, aside), dot(above.front, ahead))
    return Column(math.degrees(flex), math.degrees(lean), math.degrees(twist))


def between_bones(one: Vector, two: Vector) -> float:
    """Return the angle between two ways of length 1: 0 where a knee is straight."""
    return math.degrees(math.acos(_clipped(dot(one, two))))


def pulled_up(shank: Vector, foot: Vector) -> float:
    """Return how far a foot is pulled up from square to its shank; pointed is negative."""
    return between_bones(shank, foot) - 90.0


def kneecap(upper: Vector, lower: Vector, instead: Vector) -> Vector:
    """Return which way a bent knee points, square on its thigh."""
    return across(minus(upper, lower), upper, instead)


def closes_behind(chest: Frame, upper: Vector, lower: Vector) -> bool:
    """Return whether a bent elbow closes to the back of its arm, which was swung straight there."""
    down = times(chest.up, -1.0)
    overhead = 1 + dot(down, upper)
    if overhead < OVERHEAD:
        return False
    ahead = plus(chest.front, plus(down, upper), -dot(upper, chest.front) / overhead)
    return between_bones(ahead, across(minus(lower, upper), upper, ahead)) > BACKWARDS


def bone(body: Body, side: str, start: str, end: str) -> Vector:
    """Return which way one of a side's bones goes."""
    return unit(minus(body.joints[f"{side}_{end}"], body.joints[f"{side}_{start}"]))


def _on_the_way(one: Vector, other: Vector, angle: float) -> Vector:
    return plus(times(one, math.cos(angle)), other, math.sin(angle))


def _clipped(cosine: float) -> float:
    return min(1.0, max(-1.0, cosine))
