"""Which way a movement goes: the part of the body that travels most, and the way it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import fmean
from types import MappingProxyType

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.figure import Figure
from longstride.core.figure.vectors import Vector, length, minus
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase

STEPS = 24
LEAST, MOST = 0.05, 1.2  # body heights: less does not show a way, more is a tangle
_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"head": 1.0, "pelvis": 0.9, "knee": 0.75, "toe": 0.7, "hand": 0.4}
)
"""How well a joint stands for the movement: arms swing far and mean little."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way of a joint through space; ``middle`` is where the rest of the body is."""

    joint: str
    points: tuple[Vector, ...]
    middle: Vector

    @property
    def length(self) -> float:
        """How long it is, in body heights."""
        return sum(length(minus(there, here)) for here, there in pairwise(self.points))

    @property
    def reach(self) -> float:
        """How far apart its farthest points are: there and back again goes nowhere far."""
        return max(length(minus(one, other)) for one, other in combinations(self.points[::3], 2))


def main_way(figure: Figure, phase: SpanPhase, side: Side | None = None) -> Way | None:
    """Return the way of what moves most in a phase; None where no arrow would say it."""
    bodies = [figure.at(phase, step / STEPS, side=side).body for step in range(STEPS + 1)]
    best = max((_way(bodies, joint) for joint in _joints()), key=_worth)
    return best if LEAST < best.length < MOST else None


def _joints() -> list[str]:
    paired = [f"{side}_{joint}" for joint in ("knee", "toe", "hand") for side, _ in SIDES]
    return ["head", "pelvis", *paired]


def _way(bodies: Sequence[Body], joint: str) -> Way:
    rest = ("pelvis", "near_toe", "far_toe") if joint == "head" else ("pelvis",)
    middle = _mean([body.joints[name] for body in (bodies[0], bodies[-1]) for name in rest])
    return Way(joint, tuple(body.joints[joint] for body in bodies), middle)


def _mean(points: Sequence[Vector]) -> Vector:
    x, y, z = (fmean(values) for values in zip(*points, strict=True))
    return (x, y, z)


def _worth(way: Way) -> float:
    return way.reach * _WEIGHTS[way.joint.rpartition("_")[2]]
