"""How a hand is held: along the forearm, flat on what it touches, closed round what it grips."""

import math
from dataclasses import dataclass

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.shape import HAND
from longstride.core.figure.vectors import (
    UP,
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

ON_FLOOR, AT_WALL, AT_HIP, GRIP = 0.035, 0.040, 0.135, 0.075
FLAT = 0.014  # half as thick as a hand that lies flat
LIFTED, LIES = 0.35, -0.35  # how far a forearm rises that lifts its hand, or falls and still lies
THIGH, SHIN, RIBS = 0.050, 0.036, 0.072  # how far the skin is from a bone that a hand may lie on
SOFTLY = 0.03  # body heights over which a hand comes to hold what it passes
NEAR_SKIN = 0.035  # body heights from a wrist to skin that its hand begins to lie on
HUGS = 0.22  # how much fingers close round what they lie on


@dataclass(frozen=True, slots=True)
class Surfaces:
    """What hands can lie on: a wall's x, tops (x1, x2, height), and joints that hold a band."""

    wall: float | None = None
    tops: tuple[tuple[float, float, float], ...] = ()
    gripping: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HeldHand:
    """A hand from its wrist, the way its fingers go, across it, and out of its back."""

    wrist: Vector
    way: Vector
    across: Vector
    palm: Vector
    reach: float = 1.0
    spread: float = 1.0


def hand_of(body: Body, side: str, surfaces: Surfaces) -> HeldHand:
    """Return how one hand is held."""
    elbow, wrist = body.joints[f"{side}_elbow"], body.joints[f"{side}_hand"]
    way = unit(minus(wrist, elbow))
    wall = surfaces.wall
    if wall is not None and abs(wrist[0] - wall) < AT_WALL:
        return _at_wall(wrist, wall)
    if (top := _top_under(wrist, surfaces)) is not None and way[1] < LIFTED:
        return _flat(body, (wrist, way), top)
    fist = _fist(body, side, wrist, way)
    if f"{side}_hand" in surfaces.gripping:
        return fist
    free = _along(body, side, wrist, _above_floor(way, wrist[1]))
    free = _mixed(free, fist, _near(_from_leg(body, wrist), GRIP))
    hip, off = _on_hip(body, wrist)
    return _mixed(_laid_on(body, free), hip, _near(off, AT_HIP))


def _near(gap: float, reach: float) -> float:
    """Return how far (0-1) what is so near has come to be held: softly, as hands pass by."""
    share = min(max((reach - gap) / SOFTLY, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _mixed(free: HeldHand, held: HeldHand, share: float) -> HeldHand:
    """Return a hand a share of the way from one to another."""
    if share in {0.0, 1.0}:
        return held if share else free
    way = unit(between(free.way, held.way, share), held.way)
    side = free.palm if dot(free.palm, held.palm) >= 0 else times(free.palm, -1.0)
    palm = across(between(side, held.palm, share), way, held.palm)
    return HeldHand(
        between(free.wrist, held.wrist, share),
        way,
        cross(palm, way),
        palm,
        free.reach + (held.reach - free.reach) * share,
        free.spread + (held.spread - free.spread) * share,
    )


def _top_under(wrist: Vector, surfaces: Surfaces) -> float | None:
    """Return the height of what a hand rests on."""
    for left, right, height in surfaces.tops:
        if left - 0.03 <= wrist[0] <= right + 0.03 and abs(wrist[1] - height) < ON_FLOOR:
            return height
    return 0.0 if wrist[1] < ON_FLOOR else None


def _at_wall(wrist: Vector, wall: float) -> HeldHand:
    out = 1.0 if wall > wrist[0] else -1.0
    heel = (wall - FLAT * out, wrist[1] - 0.02, wrist[2])
    return HeldHand(heel, UP, (0.0, 0.0, 1.0), (out, 0.0, 0.0))


def _flat(body: Body, arm: tuple[Vector, Vector], top: float) -> HeldHand:
    """Lay a hand flat, its fingers on from a forearm that lies; else as the head or the chest."""
    wrist, forearm = arm
    chest = body.chest
    way = chest.up if abs(chest.up[1]) < 0.7 else chest.front
    if abs(chest.up[1]) >= 0.35 and chest.front[1] > 0.2:
        way = times(chest.front, -1.0)
    if forearm[1] > LIES:
        way = forearm
    level = unit((way[0], 0.0, way[2]), (1.0, 0.0, 0.0))
    heel = plus((wrist[0], top + FLAT + 0.002, wrist[2]), level, -0.012)
    return HeldHand(heel, level, unit(cross(UP, level)), UP, spread=1.1)


def _above_floor(way: Vector, high: float) -> Vector:
    """Return the way of the fingers, bent up at the wrist where they would go into the floor."""
    lowest = (FLAT - high) / HAND
    if way[1] >= lowest:
        return way
    level = unit((way[0], 0.0, way[2]), (1.0, 0.0, 0.0))
    return plus((0.0, lowest, 0.0), level, math.sqrt(max(0.0, 1 - lowest * lowest)))


def _laid_on(body: Body, hand: HeldHand) -> HeldHand:
    """Lay a hand on the skin it is at, the more the nearer: a thigh, a shin, the ribs."""
    gap, out = _nearest_skin(body, hand.wrist)
    way = unit(plus(across(hand.way, out, hand.across), out, -HUGS))
    palm = across(out, way, out)
    laid = HeldHand(hand.wrist, way, cross(palm, way), palm, hand.reach, hand.spread)
    return _mixed(hand, laid, _near(gap, NEAR_SKIN))


def _nearest_skin(body: Body, wrist: Vector) -> tuple[float, Vector]:
    """Return how far a wrist is from the skin of a leg or the ribs, and the way out of it."""
    found = [_off(wrist, body.joints["pelvis"], body.joints["chest"], RIBS)]
    for side, _ in SIDES:
        hip, knee, heel = (body.joints[f"{side}_{joint}"] for joint in ("hip", "knee", "heel"))
        found += [_off(wrist, hip, knee, THIGH), _off(wrist, knee, heel, SHIN)]
    return min(found)


def _off(place: Vector, start: Vector, end: Vector, radius: float) -> tuple[float, Vector]:
    """Return how far a place is from the skin round a bone, and which way that is."""
    bone = minus(end, start)
    share = min(max(dot(minus(place, start), bone) / dot(bone, bone), 0.0), 1.0)
    out = minus(place, plus(start, bone, share))
    return length(out) - radius, unit(out)


def _from_leg(body: Body, wrist: Vector) -> float:
    """Return how far a hand is from a knee, a heel or toes that it may hold."""
    held = ("near_knee", "far_knee", "near_heel", "far_heel", "near_toe", "far_toe")
    return min(length(minus(body.joints[name], wrist)) for name in held)


def _fist(body: Body, side: str, wrist: Vector, way: Vector) -> HeldHand:
    palm = across(body.fronts[f"{side}_forearm"], way, body.chest.near)
    return HeldHand(plus(wrist, way, -0.012), way, cross(palm, way), palm, 0.72, 1.12)


def _on_hip(body: Body, wrist: Vector) -> tuple[HeldHand, float]:
    """Lay a hand on the hip on its side, the fingers to the front; say how far off it is."""
    pelvis = body.pelvis
    off = minus(wrist, body.joints["pelvis"])
    up, out = dot(off, pelvis.up), dot(off, pelvis.near)
    beside = max(-0.03 - up, up - 0.12, 0.02 - abs(out), 0.0)
    sign = 1.0 if out > 0 else -1.0
    outwards = unit(plus(times(pelvis.near, 0.9 * sign), pelvis.front, 0.35))
    skin = plus(plus(body.joints["pelvis"], pelvis.up, up), outwards, 0.098)
    way = unit(plus(plus(times(pelvis.front, 0.9), pelvis.near, -0.35 * sign), pelvis.up, -0.35))
    palm = across(outwards, way, outwards)
    return HeldHand(plus(skin, way, -0.03), way, cross(palm, way), palm), length(off) + beside


def _along(body: Body, side: str, wrist: Vector, way: Vector) -> HeldHand:
    """Hold a hand as the forearm goes, its palm to the body."""
    front = body.fronts[f"{side}_forearm"]
    return HeldHand(wrist, way, front, cross(front, way))
