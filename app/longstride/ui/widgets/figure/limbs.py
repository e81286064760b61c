"""All the parts of a body: its trunk, neck, head, limbs and hands."""

from collections.abc import Callable, Iterator

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.hands import Surfaces, hand_of
from longstride.core.figure.shape import HAND
from longstride.core.figure.vectors import Vector, cross, minus, plus, times, unit
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.trunk import trunk_of

LIMBS = (
    ("thigh", "hip", "knee"), ("shank", "knee", "heel"), ("foot", "heel", "toe"),
    ("upper_arm", "shoulder", "elbow"), ("forearm", "elbow", "hand"),
)  # fmt: skip
_Make = Callable[..., Part]


def parts_of(
    body: Body, place: FigurePlace, surfaces: Surfaces, fullness: float = 0.0
) -> list[Part]:
    """Return every part of a body; hands lie on what they touch."""

    def part(
        side: str, shape: str, a: Vector, b: Vector, x: Vector, z: Vector, spread: float = 1.0
    ) -> Part:
        way = place.camera.way
        return Part(side, shape, place.eye(a), place.eye(b), way(x), way(z), spread=spread)

    return [trunk_of(body, place, fullness), *_head(body, part), *_limbs(body, part, surfaces)]


def _limbs(body: Body, part: _Make, surfaces: Surfaces) -> Iterator[Part]:
    joints, hand = body.joints, body.pelvis.hand
    for side, _ in SIDES:
        held = hand_of(body, side, surfaces)
        for shape, one, two in LIMBS:
            a, b = joints[f"{side}_{one}"], joints[f"{side}_{two}"]
            if shape == "forearm":
                b = held.wrist
            front = body.fronts[f"{side}_{shape}"]
            across = times(unit(cross(front, unit(minus(b, a)))), -hand)
            yield part(side, shape, a, b, across, front)
        tip = plus(held.wrist, held.way, HAND * held.reach)
        yield part(side, "hand", held.wrist, tip, held.across, held.palm, held.spread)


def _head(body: Body, part: _Make) -> Iterator[Part]:
    head, chest = body.head, body.chest
    middle = body.joints["head"]
    foot = plus(plus(body.joints["chest"], chest.up, 0.026), chest.front, -0.006)
    top = plus(plus(middle, head.up, -0.034), head.front, -0.010)
    front = unit(plus(chest.front, head.front))
    near = unit(plus(chest.near, head.near))
    yield part("", "neck", foot, top, near, front)
    skull = part("", "head", middle, plus(middle, head.up), head.near, head.front)
    low = plus(skull.a, minus(skull.b, skull.a), -0.05)
    skull.ends = (low, plus(skull.a, minus(skull.b, skull.a), 0.05))
    yield skull
