"""Whether floor, walls and things bear a body: nothing gives way, floats or holds on to air.

Measured on the skin as it is drawn.
"""

from collections.abc import Collection, Iterator, Mapping

from longstride.core.figure.blocks import Block
from longstride.core.figure.body import Body
from longstride.core.figure.skeleton import View, flesh
from longstride.core.figure.skin import Ring, rings
from longstride.core.figure.vectors import Vector, length, minus

GIVES = 0.02  # body heights: flesh and floor give so much, and less than this does not float
LAID = 0.035  # a hand is laid flat on what is as near as this

_RESTS: Mapping[str, tuple[str, ...]] = {
    "heel": ("foot",), "toe": ("foot",), "knee": ("thigh", "shank"), "hip": ("thigh",),
    "shoulder": ("upper_arm",), "elbow": ("upper_arm", "forearm"),
}  # fmt: skip
"""What of a limb lies on the floor where a joint of it does."""


def sunk(body: Body, around: tuple[Block, ...]) -> Iterator[str]:
    """Yield every part of a body that goes into something, in plain words."""
    depths: dict[tuple[str, str], float] = {}
    highest = max(block.top for block in around)
    for ring in rings(body, highest):
        if ring.middle[1] - ring.reach(1) > highest - GIVES:
            continue
        for block in around:
            depth = round(block.depth(ring.middle, ring.reach), 3)
            if depth > GIVES and not _laid(body, ring, block):
                key = ring.part, block.name
                depths[key] = max(depth, depths.get(key, 0.0))
    for (part, name), depth in depths.items():
        does = f"sinks {depth:.3f} below" if name == "floor" else f"goes {depth:.3f} into"
        yield f"{_named(part)} {does} the {name}"


def _laid(body: Body, ring: Ring, block: Block) -> bool:
    return ring.part.endswith("_hand") and block.away(body.joints[ring.part]) < LAID


def adrift(body: Body, held: Collection[str], around: tuple[Block, ...]) -> Iterator[str]:
    """Yield every joint said to keep its place that floats over it, or that holds nothing."""
    skin = tuple(rings(body))
    for joint in held:
        if joint.endswith("_hand"):
            yield from _holds_nothing(joint, body.joints[joint], skin, around)
        elif (block := _under(joint, body.joints[joint], around)) is not None:
            yield from _floats(joint, skin, block)


def _under(joint: str, place: Vector, around: tuple[Block, ...]) -> Block | None:
    """Return what a joint lies on, None where it is too high to lie on anything."""
    near = place[1] - flesh(joint, View.SIDE) - LAID
    bearing = [block for block in around if block.lies_under(place) and near < block.top]
    return max(bearing, key=lambda block: block.top, default=None)


def _floats(joint: str, skin: tuple[Ring, ...], block: Block) -> Iterator[str]:
    side, _, part = joint.rpartition("_")
    parts = {f"{side}_{each}" for each in _RESTS.get(part, ())} or {joint}
    resting = [ring for ring in skin if ring.part in parts and block.lies_under(ring.middle)]
    lowest = min((ring.middle[1] - ring.reach(1) for ring in resting), default=block.top)
    if round(lowest - block.top, 3) > GIVES:
        yield f"{_named(joint)} floats {lowest - block.top:.3f} above the {block.name}"


def _holds_nothing(
    joint: str, place: Vector, skin: tuple[Ring, ...], around: tuple[Block, ...]
) -> Iterator[str]:
    things = [(block.away(place), block.name) for block in around]
    own = joint.partition("_")[0]
    arm = {joint, f"{own}_forearm", f"{own}_upper_arm"}
    body = [
        (length(minus(ring.middle, place)) - max(ring.width, ring.depth), ring.part)
        for ring in skin
        if ring.part not in arm
    ]
    gap, nearest = min(things + body)
    if gap > LAID:
        yield f"{_named(joint)} holds on to nothing; {_named(nearest)} is nearest, {gap:.3f} away"


def _named(part: str) -> str:
    return f"the {part.replace('_', ' ')}"
