"""The points that are put on a picture, and the way back from each of them; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Level, Marks, Point


class Mark(StrEnum):
    """A point that is put on a picture; the value is what it is called."""

    LEVEL_START = "Level, one end"
    LEVEL_END = "Level, other end"
    SHOULDER = "Shoulder"
    HIP = "Hip"
    KNEE = "Knee"


LEVEL = (Mark.LEVEL_START, Mark.LEVEL_END)
BODY = (Mark.SHOULDER, Mark.HIP, Mark.KNEE)
STRIDE = (*LEVEL, *BODY)
THOMAS = (*LEVEL, Mark.HIP, Mark.KNEE)

# Where a point begins that is put by a key; the arrows move it from there.
START: Mapping[Mark, Point] = MappingProxyType(
    {
        Mark.LEVEL_START: Point(0.1, 0.85),
        Mark.LEVEL_END: Point(0.9, 0.85),
        Mark.SHOULDER: Point(0.5, 0.35),
        Mark.HIP: Point(0.5, 0.5),
        Mark.KNEE: Point(0.47, 0.65),
    }
)


def moved(point: Point, dx: float, dy: float) -> Point:
    """Return a point so many parts of the picture further, inside it, and by hand."""
    return Point(_inside(point.x + dx), _inside(point.y + dy))


@dataclass(frozen=True, slots=True)
class Placed:
    """The points there are on a picture, of those that are ``wanted``, in that order."""

    wanted: tuple[Mark, ...] = STRIDE
    points: Mapping[Mark, Point] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def next(self) -> Mark | None:
        """The first that is missing, None where all are there."""
        return next((mark for mark in self.wanted if mark not in self.points), None)

    @property
    def by_hand(self) -> bool:
        """Whether each point was put or accepted by the athlete."""
        return all(point.by is By.HAND for point in self.points.values())

    def put(self, points: Mapping[Mark, Point]) -> Placed:
        """Return them with some points more, or in other places."""
        return replace(self, points=MappingProxyType({**self.points, **points}))

    def accepted(self) -> Placed:
        """Return them with all that was suggested taken as the athlete's own."""
        return self.put({mark: replace(p, by=By.HAND) for mark, p in self.points.items()})

    def level_only(self) -> Placed:
        """Return the level line alone: a clip has one, each of its frames its own body."""
        left = {mark: point for mark, point in self.points.items() if mark in LEVEL}
        return replace(self, points=MappingProxyType(left))

    def level(self, width: int, height: int) -> Level | None:
        """Return the level in a picture of so many pixels, None without its line; MeasureError."""
        if not all(mark in self.points for mark in LEVEL):
            return None
        start, end = (self.points[mark] for mark in LEVEL)
        return Level.through(start, end, width, height)

    def measured(self, width: int, height: int, side: Side) -> Marks | None:
        """Return what can be measured on a picture of so many pixels.

        None while a point is missing; MeasureError where they cannot be so.
        """
        level = self.level(width, height)
        if self.next is not None or level is None:
            return None
        shoulder = self.points.get(Mark.SHOULDER)
        hip, knee = self.points[Mark.HIP], self.points[Mark.KNEE]
        return Marks(hip, knee, width, height, side, shoulder, level)


@dataclass(frozen=True, slots=True)
class PlacedHistory:
    """The points as they are, as they were, and as they were before that was undone."""

    now: Placed = Placed()
    before: tuple[Placed, ...] = ()
    after: tuple[Placed, ...] = ()

    def then(self, placed: Placed, *, joins: bool = False) -> PlacedHistory:
        """Return it with a change; one that ``joins`` the last is undone together with it."""
        if placed == self.now:
            return self
        before = self.before if joins and self.before else (*self.before, self.now)
        return PlacedHistory(placed, before)

    def undone(self) -> PlacedHistory:
        """Return it without the last change; itself where there is none."""
        if not self.before:
            return self
        return PlacedHistory(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redone(self) -> PlacedHistory:
        """Return it with the change that was last undone; itself where there is none."""
        if not self.after:
            return self
        return PlacedHistory(self.after[0], (*self.before, self.now), self.after[1:])


def body_points(marks: Marks) -> dict[Mark, Point]:
    """Return the points of a body by their marks."""
    found = {Mark.HIP: marks.hip, Mark.KNEE: marks.knee}
    return found | ({Mark.SHOULDER: marks.shoulder} if marks.shoulder else {})


def _inside(part: float) -> float:
    return min(1.0, max(0.0, part))
