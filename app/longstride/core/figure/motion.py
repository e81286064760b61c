"""The way a body takes through the poses of a phase, smooth at those between.

What two poses both hold on to stays put on the way between them; everything else swings.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from longstride.core.figure.skeleton import turned

Numbers = tuple[float, ...]
Cubic = tuple[float, float, float, float]
"""A number on its way: a + b t + c t² + d t³, with t from 0 to 1."""


class Moving(Protocol):
    """A pose of either kind: it knows its numbers, and what it is with others.

    The first ``winding`` numbers are angles that go the shortest way.
    """

    winding: ClassVar[int]

    @property
    def numbers(self) -> Numbers:
        """All that changes on the way to another pose."""

    def on_the_way(self, end: Self, share: float, numbers: Numbers) -> Self:
        """Return the pose with such numbers at a share (0-1) of the way to another."""


P = TypeVar("P", bound=Moving)


class Motion(Generic[P]):
    """The way through one or more keys; what can be reckoned beforehand is, as frames come fast."""

    def __init__(self, keys: tuple[P, ...]) -> None:
        self.keys = keys

    @property
    def goes_round(self) -> bool:
        """Whether it ends as it began, with something else between."""
        return len(self.keys) > 2 and self.keys[0] == self.keys[-1]

    def at(self, passed: float) -> P:
        """Return the pose at a part of the way (0-1)."""
        if len(self.keys) == 1:
            return self.keys[0]
        return _pose(self._legs, min(max(passed, 0.0), 1.0))

    def on_the_round(self, passed: float) -> P:
        """Return the pose at a part (0-1) of a way that goes round, without a halt at its seam."""
        return _pose(self._round, passed)

    @cached_property
    def _legs(self) -> tuple[_Leg[P], ...]:
        return _legs((self.keys[0], *self.keys, self.keys[-1]))

    @cached_property
    def _round(self) -> tuple[_Leg[P], ...]:
        return _legs((self.keys[-2], *self.keys, self.keys[1]))


class _Leg(Generic[P]):
    """The way from the second to the third of four keys."""

    def __init__(self, keys: tuple[P, ...]) -> None:
        self._start, self._end = keys[1], keys[2]
        wound = self._start.winding
        fours = enumerate(zip(*(key.numbers for key in keys), strict=True))
        self._numbers = tuple(
            _spline(*(unwound(four) if index < wound else four)) for index, four in fours
        )

    def at(self, t: float) -> P:
        """Return the pose at a part of it (0-1)."""
        numbers = tuple([a + t * (b + t * (c + t * d)) for a, b, c, d in self._numbers])
        return self._start.on_the_way(self._end, t, numbers)


def _legs(keys: tuple[P, ...]) -> tuple[_Leg[P], ...]:
    return tuple(_Leg(keys[index : index + 4]) for index in range(len(keys) - 3))


def _pose(legs: tuple[_Leg[P], ...], passed: float) -> P:
    along = passed * len(legs)
    index = min(int(along), len(legs) - 1)
    return legs[index].at(along - index)


def unwound(angles: Numbers) -> Numbers:
    """Return angles made continuous: each the nearest turn to the one before."""
    wound = [angles[0]]
    for before, after in pairwise(angles):
        wound.append(wound[-1] + turned(after - before))
    return tuple(wound)


def _spline(before: float, start: float, end: float, after: float) -> Cubic:
    """Return a number's way from start to end: a Catmull-Rom spline, without a kink at either."""
    return (
        start,
        0.5 * (end - before),
        before - 2.5 * start + 2.0 * end - 0.5 * after,
        0.5 * (after - before) + 1.5 * (start - end),
    )
