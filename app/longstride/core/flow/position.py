"""Positions a drill is done in, how high each is, and how long it takes to get from one to another.

Pressure can drop for half a minute after standing up, so the way between lying and standing gets
the longest quiet; the seconds themselves are judgement.
"""

from enum import IntEnum, StrEnum


class Height(IntEnum):
    """How far from the floor the body is."""

    LYING = 0
    LOW = 1
    UPRIGHT = 2


class Position(StrEnum):
    """The positions that are known; a drill may be written with another, which has no height."""

    STANDING = "standing"
    LEANING = "leaning at a wall"
    WALKING = "walking"
    RUNNING = "running"
    HALF_KNEELING = "half kneeling"
    HANDS_AND_KNEES = "hands and knees"
    SITTING = "sitting"
    BACK = "lying on your back"
    FRONT = "lying on your front"
    SIDE = "lying on your side"
    FOREARMS = "on your forearms"
    BENCH = "shoulders on a bench"
    TABLE = "lying on a table"

    @property
    def height(self) -> Height:
        """How far from the floor."""
        if self in _UPRIGHT:
            return Height.UPRIGHT
        return Height.LOW if self in _LOW else Height.LYING

    @property
    def turns_over(self) -> bool:
        """True where changing sides means turning the whole body over."""
        return self in {Position.SIDE, Position.FRONT, Position.FOREARMS}


_UPRIGHT = frozenset({Position.STANDING, Position.LEANING, Position.WALKING, Position.RUNNING})
_LOW = frozenset({Position.HALF_KNEELING, Position.HANDS_AND_KNEES, Position.SITTING})

TURNING_OVER = 10_000  # ms for a change of sides where the body turns over


def position_of(text: str) -> Position | None:
    """Return the position a drill's text names, None where it is an author's own."""
    try:
        return Position(text)
    except ValueError:
        return None


def quiet_between(before: Position | None, after: Position | None) -> int:
    """Return the ms of quiet that getting from one position to another asks for."""
    if before is None or after is None or before is after:
        return 2000
    apart = abs(before.height - after.height)
    if apart == 2:
        return 10_000
    return 6000 if apart or after.height is not Height.UPRIGHT else 2000


def least_between(before: Position | None, after: Position | None) -> int:
    """Return the ms from the end of one work to the next "ready" that are asked for at least."""
    if before is None or after is None:
        return 0
    return (0, 14_000, 20_000)[abs(before.height - after.height)]
