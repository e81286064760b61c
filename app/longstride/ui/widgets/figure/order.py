"""Which of two things that overlap on the page lies before the other: back to front."""

from collections.abc import Sequence

from longstride.core.figure.camera import FAR
from longstride.core.figure.vectors import Vector, between, dot, minus
from longstride.ui.widgets.figure.parts import RADII, Part
from longstride.ui.widgets.figure.slabs import Slab

Item = Part | Slab

NEAR = 0.04  # body heights between two parts, within which one darkens the other
SET_IN = 0.03  # body heights a limb may lie behind the trunk and still be painted over it
_SHARES = {"trunk": (0.0, 0.25, 0.5, 0.75, 1.0)}
_USUAL = (0.08, 0.5, 0.92)
_JOINED = frozenset({
    frozenset(pair) for pair in (
        ("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand"),
        ("trunk", "thigh"), ("trunk", "upper_arm"), ("trunk", "neck"), ("neck", "head"),
        ("trunk", "head"),
    )
})  # fmt: skip

_BLENDED = {
    ("shank", "thigh"): "start", ("thigh", "shank"): "end", ("shank", "foot"): "end",
    ("forearm", "upper_arm"): "start", ("upper_arm", "forearm"): "end", ("forearm", "hand"): "end",
    ("hand", "forearm"): "start", ("thigh", "trunk"): "start", ("upper_arm", "trunk"): "start",
    ("neck", "trunk"): "start",
}  # fmt: skip
"""Which end of a part goes over into the one behind it."""


def joined(one: Part, other: Part) -> bool:
    """Return whether one part hangs on the other."""
    same = not one.side or not other.side or one.side == other.side
    return same and frozenset((one.shape, other.shape)) in _JOINED


def back_to_front(items: Sequence[Item]) -> list[Item]:
    """Return things in the order to paint them; parts that lie over others are told so."""
    behind: list[set[int]] = [set() for _ in items]
    spots = [_spots(item) for item in items]
    for i in range(len(items)):
        for k in range(i + 1, len(items)):
            before = _before(items[i], items[k], spots[i], spots[k])
            if before is not None:
                behind[i if before else k].add(k if before else i)
    left, done = set(range(len(items))), []
    while left:
        free = [i for i in left if not behind[i] & left] or list(left)
        least = min(free, key=lambda n: items[n].depth)
        left.discard(least)
        done.append(items[least])
    return done


def _spots(item: Item) -> list[Vector]:
    if isinstance(item, Slab):
        return []
    return [between(*item.ends, share) for share in _SHARES.get(item.shape, _USUAL)]


def _before(one: Item, other: Item, spots: list[Vector], others: list[Vector]) -> bool | None:
    """Return whether one thing lies before another; None where they do not overlap."""
    if isinstance(one, Slab):
        return one.before(other) if isinstance(other, Slab) else _not(_before_slab(other, one))
    if isinstance(other, Slab):
        return _before_slab(one, other)
    return _before_part(one, other, spots, others)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _before_part(one: Part, other: Part, spots: list[Vector], others: list[Vector]) -> bool | None:
    nearest, gap = 9.0, 0.0
    for x, y, z in spots:
        for u, v, w in others:
            far = (x - u) * (x - u) + (y - v) * (y - v)
            if far < nearest:
                nearest, gap = far, z - w
    if nearest > (RADII[one.shape] + RADII[other.shape] + NEAR) ** 2:
        return None
    if joined(one, other):
        before = _hangs_before(one, other)
        _blend(*((one, other) if before else (other, one)))
        return before
    (one if gap > 0 else other).over = True
    return gap > 0


def _hangs_before(one: Part, other: Part) -> bool:
    """Return whether a part lies before the one it hangs on; limbs are set into the trunk."""
    if {one.shape, other.shape} == {"neck", "head"}:
        return one.shape == "head"
    gap = one.depth - other.depth
    if "trunk" in {one.shape, other.shape}:
        gap += SET_IN if other.shape == "trunk" else -SET_IN
    return gap > 0


def _blend(over: Part, under: Part) -> None:
    """Blend the part that lies before into the one it hangs on."""
    end = _BLENDED.get((over.shape, under.shape))
    if end:
        over.fades |= {end}


def _before_slab(part: Part, slab: Slab) -> bool | None:
    """Return whether a part is on the side of a box that the eye is on."""
    if not slab.overlaps(part.ends, RADII[part.shape]):
        return None
    a, b = (minus(end, slab.middle) for end in part.ends)
    eye = minus((0.0, 0.0, FAR), slab.middle)
    best, answer = -9.0, True
    for axis, half in zip(slab.axes, slab.halves, strict=True):
        one, two, seen = dot(a, axis), dot(b, axis), dot(eye, axis)
        for gap, side in ((min(one, two) - half, 1.0), (-half - max(one, two), -1.0)):
            if gap > best:
                best, answer = gap, seen * side > half
    if answer:
        part.over = True
    return answer
