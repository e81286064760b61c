"""How a hand is held: along the forearm, flat on what it touches, closed round what it grips."""

from dataclasses import dataclass

from longstride.core.figure.body import Body
from longstride.core.figure.vectors import (
    UP,
    Vector,
    across,
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
    if (top := _top_under(wrist, surfaces)) is not None and way[1] < -0.35:
        return _flat(body, wrist, top)
    if f"{side}_hand" in surfaces.gripping or _at_leg(body, wrist):
        return _fist(body, side, wrist, way)
    if (hip := _on_hip(body, wrist)) is not None:
        return hip
    return _along(body, side, wrist, way)


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


def _flat(body: Body, wrist: Vector, top: float) -> HeldHand:
    """Lay a hand on the floor, its fingers the way the head lies or the chest looks."""
    chest = body.chest
    way = chest.up if abs(chest.up[1]) < 0.7 else chest.front
    if abs(chest.up[1]) >= 0.35 and chest.front[1] > 0.2:
        way = times(chest.front, -1.0)
    level = unit((way[0], 0.0, way[2]), (1.0, 0.0, 0.0))
    heel = plus((wrist[0], top + FLAT + 0.002, wrist[2]), level, -0.012)
    return HeldHand(heel, level, unit(cross(UP, level)), UP, spread=1.1)


def _at_leg(body: Body, wrist: Vector) -> bool:
    """Return whether a hand holds a knee, a shin or a foot."""
    held = ("near_knee", "far_knee", "near_heel", "far_heel", "near_toe", "far_toe")
    return any(length(minus(body.joints[name], wrist)) < GRIP for name in held)


def _fist(body: Body, side: str, wrist: Vector, way: Vector) -> HeldHand:
    palm = across(body.fronts[f"{side}_forearm"], way, body.chest.near)
    return HeldHand(plus(wrist, way, -0.012), way, cross(palm, way), palm, 0.72, 1.12)


def _on_hip(body: Body, wrist: Vector) -> HeldHand | None:
    """Lay a hand that is at the hips on them, the fingers to the front."""
    pelvis = body.pelvis
    off = minus(wrist, body.joints["pelvis"])
    up, out = dot(off, pelvis.up), dot(off, pelvis.near)
    if length(off) > AT_HIP or not -0.03 < up < 0.12 or abs(out) < 0.02:
        return None
    sign = 1.0 if out > 0 else -1.0
    outwards = unit(plus(times(pelvis.near, 0.9 * sign), pelvis.front, 0.35))
    skin = plus(plus(body.joints["pelvis"], pelvis.up, up), outwards, 0.098)
    way = unit(plus(plus(times(pelvis.front, 0.9), pelvis.near, -0.35 * sign), pelvis.up, -0.35))
    return HeldHand(plus(skin, way, -0.03), way, cross(outwards, way), outwards)


def _along(body: Body, side: str, wrist: Vector, way: Vector) -> HeldHand:
    """Hold a hand as the forearm goes, its palm to the body."""
    front = body.fronts[f"{side}_forearm"]
    return HeldHand(wrist, way, front, cross(front, way))
