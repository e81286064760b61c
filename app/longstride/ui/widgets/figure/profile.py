"""How thick each part is along its bone, in even steps, as a painter reads it off."""

from dataclasses import dataclass
from functools import cache

from longstride.core.figure.shape import SHAPES, Row

STEPS = 32  # of a profile's table
_RINGS = {"trunk": 26, "thigh": 10, "shank": 12, "upper_arm": 7, "forearm": 8, "head": 24}
_USUAL = 7


@dataclass(frozen=True, slots=True)
class Profile:
    """``rows`` are its rings from ``low`` to ``high`` along the bone."""

    low: float
    high: float
    rows: tuple[Row, ...]
    table: tuple[Row, ...]

    def at(self, along: float) -> Row:
        """Return the ring nearest to a place along the bone; past an end, the last one."""
        step = (along - self.low) / (self.high - self.low) * STEPS
        return self.table[min(max(int(step + 0.5), 0), STEPS)]


@cache
def profile(shape: str) -> Profile:
    """Return the profile of a shape such as thigh."""
    rows = SHAPES[shape]
    low, high = rows[0][0], rows[-1][0]
    return Profile(low, high, _even(rows, _RINGS.get(shape, _USUAL)), _even(rows, STEPS))


def _even(rows: tuple[Row, ...], steps: int) -> tuple[Row, ...]:
    low, high = rows[0][0], rows[-1][0]
    return tuple(_at(rows, low + (high - low) * step / steps) for step in range(steps + 1))


def _at(rows: tuple[Row, ...], along: float) -> Row:
    """Return a ring between the written ones (a Catmull-Rom spline)."""
    place = next(n for n in range(len(rows) - 1) if along <= rows[n + 1][0] + 1e-9)
    before, one = rows[max(place - 1, 0)], rows[place]
    two, after = rows[place + 1], rows[min(place + 2, len(rows) - 1)]
    share = (along - one[0]) / (two[0] - one[0])
    wide, deep, shift = (_curve(before[n], one[n], two[n], after[n], share) for n in (1, 2, 3))
    return (along, wide, deep, shift)


def _curve(before: float, one: float, two: float, after: float, t: float) -> float:
    a, b = 0.5 * (two - before), 0.5 * (after - one)
    return one + t * (a + t * (3 * (two - one) - 2 * a - b + t * (2 * (one - two) + a + b)))
