"""The way a body takes through the poses of a phase, smooth at those between.

What two poses both hold on to stays put on the way between them; everything else swings.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from longstride.core.figure.skeleton import Point, Pose, turned

Cubic = tuple[float, float, float, float]
"""A number on its way: a + b t + c t² + d t³, with t from 0 to 1."""


class Motion:
    """The way through one or more keys; what can be reckoned beforehand is, as frames come fast."""

    def __init__(self, keys: tuple[Pose, ...]) -> None:
        self.keys = keys

    @property
    def goes_round(self) -> bool:
        """Whether it ends as it began, with something else between."""
        return len(self.keys) > 2 and self.keys[0] == self.keys[-1]

    def at(self, passed: float) -> Pose:
        """Return the pose at a part of the way (0-1)."""
        if len(self.keys) == 1:
            return self.keys[0]
        return _pose(self._legs, min(max(passed, 0.0), 1.0))

    def on_the_round(self, passed: float) -> Pose:
        """Return the pose at a part (0-1) of a way that goes round, without a halt at its seam."""
        return _pose(self._round, passed)

    @cached_property
    def _legs(self) -> tuple[_Leg, ...]:
        return _legs((self.keys[0], *self.keys, self.keys[-1]))

    @cached_property
    def _round(self) -> tuple[_Leg, ...]:
        return _legs((self.keys[-2], *self.keys, self.keys[1]))


class _Leg:
    """The way from the second to the third of four keys."""

    def __init__(self, keys: tuple[Pose, ...]) -> None:
        self._start, self._end = keys[1], keys[2]
        angles = zip(*(key.angles for key in keys), strict=True)
        shares = zip(*(key.shares for key in keys), strict=True)
        places = zip(*(key.pelvis for key in keys), strict=True)
        self._angles = tuple(_spline(*unwound(four)) for four in angles)
        self._shares = tuple(_spline(*four) for four in shares)
        self._pelvis = tuple(_spline(*four) for four in places)

    def at(self, t: float) -> Pose:
        """Return the pose at a part of it (0-1)."""
        start, end = self._start, self._end
        x, y = (a + t * (b + t * (c + t * d)) for a, b, c, d in self._pelvis)
        return Pose(
            angles=tuple([a + t * (b + t * (c + t * d)) for a, b, c, d in self._angles]),
            shares=tuple([a + t * (b + t * (c + t * d)) for a, b, c, d in self._shares]),
            contacts={
                name: _between(place, end.contacts[name], t)
                for name, place in start.contacts.items()
                if name in end.contacts
            },
            pelvis=(x, y),
            effort=start.effort + (end.effort - start.effort) * t,
        )


def _legs(keys: tuple[Pose, ...]) -> tuple[_Leg, ...]:
    return tuple(_Leg(keys[index : index + 4]) for index in range(len(keys) - 3))


def _pose(legs: tuple[_Leg, ...], passed: float) -> Pose:
    along = passed * len(legs)
    index = min(int(along), len(legs) - 1)
    return legs[index].at(along - index)


def unwound(angles: tuple[float, ...]) -> tuple[float, ...]:
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


def _between(one: Point, two: Point, t: float) -> Point:
    return (one[0] + (two[0] - one[0]) * t, one[1] + (two[1] - one[1]) * t)
