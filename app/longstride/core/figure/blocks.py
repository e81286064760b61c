"""The floor and the things in the picture as blocks that no part of a body goes through."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from longstride.core.figure.prop import Prop
from longstride.core.figure.room import BENCH, CHAIR, STAIR, STEP
from longstride.core.figure.vectors import Vector

SEAT, BACK, BOARD = 0.255, 0.50, 0.018
UNDER = 0.12  # below a seat's or bench's top a body has room again
ALONGSIDE = 0.7  # a step higher than this is a wall along which one stands,
BESIDE = -0.27  # so far beyond the body
ENDLESS = math.inf
_HEIGHT_FIRST = (1, 0, 2)  # most rings are well above most things


class Block(NamedTuple):
    """A thing from its lowest to its highest corner."""

    name: str
    low: Vector
    high: Vector

    def depth(self, middle: Vector, reach: Callable[[int], float]) -> float:
        """Return how far skin round a middle is in it, the shortest way out; 0 where it is not."""
        out = ENDLESS
        for axis in _HEIGHT_FIRST:
            at, room = middle[axis], reach(axis)
            out = min(out, self.high[axis] - at + room, at + room - self.low[axis])
            if out <= 0.0:
                return 0.0
        return out

    def away(self, place: Vector) -> float:
        """Return how far a place is from it: 0 in it."""
        sides = zip(self.low, place, self.high, strict=True)
        return math.hypot(*(max(low - at, 0.0, at - high) for low, at, high in sides))

    def lies_under(self, place: Vector) -> bool:
        """Return whether it holds up what is at a place."""
        (left, bottom, behind), (right, _, ahead), (x, y, z) = self.low, self.high, place
        return left <= x <= right and behind <= z <= ahead and y > bottom

    @property
    def top(self) -> float:
        """How high it is."""
        return self.high[1]


FLOOR = Block("floor", (-ENDLESS, -ENDLESS, -ENDLESS), (ENDLESS, 0.0, ENDLESS))


def blocks(props: Iterable[Prop]) -> tuple[Block, ...]:
    """Return the floor and all things that bear, hold or stop a body."""
    return (FLOOR, *(block for prop in props for block in _blocks(prop)))


def _blocks(prop: Prop) -> Iterator[Block]:
    match prop.kind, prop.numbers:
        case "wall", (x,):
            ends = (x, ENDLESS) if x > 0 else (-ENDLESS, x)
            yield _block("wall", ends, (-ENDLESS, ENDLESS), ENDLESS)
        case "step", (one, two, top) if top > ALONGSIDE:
            yield Block("wall", (min(one, two), -ENDLESS, -ENDLESS), (max(one, two), top, BESIDE))
        case "step", (one, two, top):
            yield _block("step", (one, two), (-ENDLESS, top), STEP)
        case "bench", (one, two, top):
            yield _block("bench", (one, two), (top - UNDER, top), BENCH)
        case "stair", (start, end, top):
            yield _block("first stair", (start, end), (-ENDLESS, top), STAIR)
            yield _block("second stair", (end, 2 * end - start), (-ENDLESS, 2 * top), STAIR)
        case "chair", (front, back):
            inwards = back + math.copysign(BOARD, front - back)
            yield _block("seat", (front, back), (SEAT - UNDER, SEAT), CHAIR)
            yield _block("backrest", (back, inwards), (SEAT, BACK), CHAIR)


def _block(
    name: str, ends: tuple[float, float], heights: tuple[float, float], half: float
) -> Block:
    return Block(name, (min(ends), heights[0], -half), (max(ends), heights[1], half))
