"""Limbs that reach in space: for places in the room, and for places on the body itself.

Two bones of fixed length meet a target in a ring of ways; a pole says which of them.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from longstride.core.figure.body import LENGTHS, SIDES, Body, fleshed
from longstride.core.figure.holds import ROOM, Grip, Hold
from longstride.core.figure.skeleton import BONES
from longstride.core.figure.vectors import (
    NOWHERE,
    Vector,
    across,
    between,
    cross,
    dot,
    length,
    minus,
    plus,
    times,
    turned_about,
    unit,
)

SLIDE = 0.012  # body heights a held joint may come out from where it is said to be
_BONES = {
    bone.segment: (bone.start, bone.end)
    for bone in BONES
    if bone.segment not in {"hips", "shoulders"}
}
HELD = tuple(_BONES)
"""Segments of the body that can be held on to."""


@dataclass(frozen=True, slots=True)
class _Limb:
    """The joints of a leg or an arm, from the trunk outwards; an arm has no ``toe``."""

    root: str
    mid: str
    tip: str
    lengths: tuple[float, float]
    toe: str = ""
    foot: str = ""

    def holds(self, grip: Grip) -> list[Hold]:
        return [hold for hold in grip.holds if hold.joint in {self.mid, self.tip, self.toe}]

    def moved(self, grip: Grip) -> bool:
        aimed = any(aim.joint in {self.mid, self.foot} for aim in grip.aims)
        return aimed or bool(self.holds(grip))


_LEG_LENGTHS = (LENGTHS["thigh"], LENGTHS["shank"])
_ARM_LENGTHS = (LENGTHS["upper_arm"], LENGTHS["forearm"])
_LIMBS = (
    *(
        _Limb(f"{s}_hip", f"{s}_knee", f"{s}_heel", _LEG_LENGTHS, f"{s}_toe", f"{s}_foot")
        for s, _ in SIDES
    ),
    *(_Limb(f"{s}_shoulder", f"{s}_elbow", f"{s}_hand", _ARM_LENGTHS) for s, _ in SIDES),
)
REACHING = tuple(name for limb in _LIMBS for name in (limb.mid, limb.tip, limb.toe) if name)
"""Joints that can be brought to a place; the trunk cannot."""
AIMED = tuple(name for limb in _LIMBS for name in (limb.mid, limb.foot) if name)
"""What can be aimed: knees, elbows and feet."""


def carried(joints: Mapping[str, Vector], grip: Grip) -> dict[str, Vector]:
    """Return a body moved as a whole onto what carries it."""
    shift = NOWHERE
    for hold in grip.holds:
        if hold.carries:
            shift = plus(shift, minus(hold.at, joints[hold.joint]), hold.firm)
    return {name: plus(place, shift) for name, place in joints.items()}


def reached(body: Body, grip: Grip) -> Body:
    """Return a body whose limbs reach what they hold on to, as far as their bones do.

    Legs come before arms, which may hold on to them; among either, those that hold on to the
    room come first.
    """
    moved = [limb for limb in _LIMBS if limb.moved(grip)]
    for limb in sorted(moved, key=lambda limb: (not limb.toe, _on_body(limb, grip))):
        if _on_body(limb, grip):  # what it holds on to may have turned
            body = refleshed(body, body.joints)
        body = replace(body, joints=_brought(body, limb, grip))
    return refleshed(body, body.joints) if moved else body


def refleshed(body: Body, joints: Mapping[str, Vector]) -> Body:
    """Return a body with the same trunk and other limbs."""
    return fleshed(joints, body.pelvis, body.chest, (body.head.up, body.head.front))


def spot(body: Body, hold: Hold) -> Vector:
    """Return where in the room a held place is."""
    if hold.on == ROOM:
        return hold.at
    along, front, near = hold.at
    start, end = (body.joints[name] for name in _BONES[hold.on])
    ahead, aside = _axes(body, hold.on, along)
    return plus(plus(between(start, end, along), ahead, front), aside, near)


def missed(body: Body, grip: Grip) -> Iterator[str]:
    """Yield every firmly held joint that does not come out where it should, in plain words."""
    for hold in grip.holds:
        place, at = spot(body, hold), body.joints[hold.joint]
        gap = length(minus(place, at))
        if hold.firm == 1.0 and gap > SLIDE:
            on = f" on the {_plain(hold.on)}" if hold.on else ""
            yield (
                f"the {_plain(hold.joint)} comes out at {_at(at)} and not at {_at(place)}{on} "
                f"where it should stay, {gap:.3f} away"
            )


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _at(place: Vector) -> str:
    return "[" + ", ".join(f"{number:.3f}" for number in place) + "]"


def _axes(body: Body, segment: str, along: float) -> tuple[Vector, Vector]:
    """Return which way a segment's front and its near side are."""
    if segment == "head":
        return body.head.front, body.head.near
    if segment == "trunk":
        share = min(max(along, 0.0), 1.0)
        ahead = unit(between(body.pelvis.front, body.chest.front, share))
        return ahead, unit(between(body.pelvis.near, body.chest.near, share))
    start, end = (body.joints[name] for name in _BONES[segment])
    ahead = body.fronts[segment]
    return ahead, times(cross(ahead, unit(minus(start, end))), body.pelvis.hand)


def _on_body(limb: _Limb, grip: Grip) -> bool:
    return any(hold.on != ROOM for hold in limb.holds(grip))


def _brought(body: Body, limb: _Limb, grip: Grip) -> dict[str, Vector]:
    """Return a body's joints with one limb where it holds on and aims."""
    holds = limb.holds(grip)
    joints = _knee_brought(body, limb, [hold for hold in holds if hold.joint == limb.mid])
    foot = minus(joints[limb.toe], joints[limb.tip]) if limb.toe else NOWHERE
    planted = _aimed(foot, limb.foot, grip)  # a foot that stands on its toes stays as it is
    heels = [(hold, NOWHERE) for hold in holds if hold.joint == limb.tip]
    toes = [(hold, planted) for hold in holds if hold.joint == limb.toe]
    target, firm = _pulled(body, joints[limb.tip], (*heels, *toes))
    before = _shank(joints, limb)
    joints |= _bent(body, joints, limb, grip, (target, firm))
    if limb.toe:
        swung = _aimed(_swung(foot, before, _shank(joints, limb)), limb.foot, grip)
        way = between(swung, planted, min(sum(hold.firm for hold, _ in toes), 1.0))
        joints[limb.toe] = plus(joints[limb.tip], unit(way), LENGTHS["foot"])
    return joints


def _knee_brought(body: Body, limb: _Limb, holds: list[Hold]) -> dict[str, Vector]:
    """Return joints with a knee or elbow turned towards its place, the rest going along."""
    joints = dict(body.joints)
    if holds:
        root, knee = joints[limb.root], joints[limb.mid]
        place, _ = _pulled(body, knee, [(hold, NOWHERE) for hold in holds])
        turned = plus(root, unit(minus(place, root)), length(minus(knee, root)))
        for name in filter(None, (limb.mid, limb.tip, limb.toe)):
            joints[name] = plus(joints[name], minus(turned, knee))
    return joints


def _pulled(body: Body, free: Vector, holds: Iterable[tuple[Hold, Vector]]) -> tuple[Vector, float]:
    """Return where a joint comes to lie as each hold pulls it, and how firmly all do.

    With each hold goes how far the joint lies before what is held.
    """
    place, firm = free, 0.0
    for hold, off in holds:
        place = plus(place, minus(minus(spot(body, hold), off), free), hold.firm)
        firm += hold.firm
    return place, min(firm, 1.0)


def _shank(joints: Mapping[str, Vector], limb: _Limb) -> Vector:
    return unit(minus(joints[limb.tip], joints[limb.mid]))


def _bent(
    body: Body, joints: Mapping[str, Vector], limb: _Limb, grip: Grip, aim: tuple[Vector, float]
) -> dict[str, Vector]:
    """Return the knee and heel, or elbow and hand, of two bones that reach a target."""
    root, knee, heel = joints[limb.root], joints[limb.mid], joints[limb.tip]
    target, firm = aim
    upper, lower = (
        now + (real - now) * firm  # a lifted limb takes its true length as it takes hold
        for now, real in zip(
            (length(minus(knee, root)), length(minus(heel, knee))), limb.lengths, strict=True
        )
    )
    way = minus(target, root)
    far = min(max(length(way), abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    along = unit(way)
    pole = across(_aimed(unit(minus(knee, root)), limb.mid, grip), along, body.pelvis.front)
    cosine = min(max((upper**2 + far**2 - lower**2) / (2 * upper * far), -1.0), 1.0)
    out = plus(root, along, upper * cosine)
    return {
        limb.mid: plus(out, pole, upper * math.sqrt(1 - cosine * cosine)),
        limb.tip: plus(root, along, far),
    }


def _aimed(way: Vector, name: str, grip: Grip) -> Vector:
    """Return a way drawn towards where it is aimed."""
    long, drawn = length(way), way
    for aim in grip.aims:
        if aim.joint == name:
            drawn = plus(drawn, minus(times(unit(aim.way), long), way), aim.firm)
    return drawn


def _swung(foot: Vector, before: Vector, after: Vector) -> Vector:
    """Return a foot that keeps its angle to the shank."""
    axis = cross(before, after)
    size = length(axis)
    if size < 1e-6:
        return foot
    return turned_about(
        foot, times(axis, 1 / size), math.degrees(math.atan2(size, dot(before, after)))
    )
