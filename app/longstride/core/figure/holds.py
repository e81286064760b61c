"""What a body holds on to: places in the room or on the body itself, and how firmly."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from longstride.core.figure.vectors import Vector

ROOM = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """One joint that keeps its place.

    ``at`` is in the room, or ``on`` a segment such as near_thigh: along it (0-1), then body
    heights to its front and to its near side. ``firm`` is 1 where it is held and less on the way
    to being let go. What ``carries`` moves the whole body; other joints are reached for.
    """

    joint: str
    at: Vector
    on: str = ROOM
    firm: float = 1.0
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """Which way a knee or elbow points from its hip or shoulder, or a foot from its heel."""

    joint: str
    way: Vector
    firm: float = 1.0


G = TypeVar("G", Hold, Aim)


@dataclass(frozen=True, slots=True)
class Grip:
    """All that a body holds on to and aims at."""

    holds: tuple[Hold, ...] = ()
    aims: tuple[Aim, ...] = ()

    def towards(self, end: "Grip", share: float) -> "Grip":
        """Return what is held on the way: the one is let go as the other is taken.

        A place both keep is kept; a hand that goes from one to another takes the straight way.
        """
        if self == end:
            return self
        return Grip(
            (*_loosened(self.holds, 1.0 - share), *_loosened(end.holds, share)),
            (*_loosened(self.aims, 1.0 - share), *_loosened(end.aims, share)),
        )


LOOSE = Grip()


def _loosened(held: Iterable[G], share: float) -> tuple[G, ...]:
    return tuple(replace(each, firm=each.firm * share) for each in held)
