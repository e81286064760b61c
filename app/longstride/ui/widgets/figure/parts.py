"""The parts a body is painted of, each turned on a lathe, in the eye's axes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.shape import HAND
from longstride.core.figure.vectors import Vector, between, cross, minus, plus, times, unit
from longstride.ui.widgets.figure.hands import Surfaces, hand_of
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.profile import Profile, profile

LIMBS = (
    ("thigh", "hip", "knee"), ("shank", "knee", "heel"), ("foot", "heel", "toe"),
    ("upper_arm", "shoulder", "elbow"), ("forearm", "elbow", "hand"),
)  # fmt: skip
RADII = {"thigh": 0.061, "shank": 0.041, "foot": 0.029, "upper_arm": 0.040, "forearm": 0.027,
         "hand": 0.023, "trunk": 0.075, "head": 0.054, "neck": 0.033}  # fmt: skip

Ring = tuple[Vector, float, float, Vector, Vector, float]
"""Where it is, half its width and depth, which way these go, how far along the bone it is."""


@dataclass(slots=True)
class Part:
    """A part from ``a`` to ``b``, its width along ``x`` and its depth along ``z``."""

    side: str
    shape: str
    a: Vector
    b: Vector
    x: Vector
    z: Vector
    bend: tuple[Ring, ...] = ()  # the rings of what has no straight axis: the trunk
    spread: float = 1.0  # times its usual width
    ends: tuple[Vector, Vector] = field(init=False)  # what its depth is compared by
    over: bool = False  # it lies before a part that it does not hang on
    fades: frozenset[str] = frozenset()  # "start", "end": there it goes over into another part

    def __post_init__(self) -> None:
        self.ends = (self.a, self.b)

    @property
    def name(self) -> str:
        """near_thigh, trunk."""
        return f"{self.side}_{self.shape}" if self.side else self.shape

    @property
    def depth(self) -> float:
        """How near to the eye its middle is."""
        return (self.ends[0][2] + self.ends[1][2]) / 2

    @property
    def profile(self) -> Profile:
        """How thick it is along its bone."""
        return profile(self.shape)

    def rings(self) -> tuple[Ring, ...]:
        """Return its rings from its start to its end."""
        return self.bend or tuple(
            (
                plus(between(self.a, self.b, along), self.z, shift),
                wide * self.spread,
                deep,
                self.x,
                self.z,
                along,
            )
            for along, wide, deep, shift in self.profile.rows
        )


def parts_of(
    body: Body, place: FigurePlace, surfaces: Surfaces, fullness: float = 0.0
) -> list[Part]:
    """Return every part of a body; hands lie on what they touch."""
    from longstride.ui.widgets.figure.trunk import trunk_of

    def part(
        side: str, shape: str, a: Vector, b: Vector, x: Vector, z: Vector, spread: float = 1.0
    ) -> Part:
        way = place.camera.way
        return Part(side, shape, place.eye(a), place.eye(b), way(x), way(z), spread=spread)

    return [trunk_of(body, place, fullness), *_head(body, part), *_limbs(body, part, surfaces)]


_Make = Callable[..., Part]


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
