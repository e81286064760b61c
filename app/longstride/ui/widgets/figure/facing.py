"""Which way the skin faces across a part, and so how it is lit: in even steps, edge to edge."""

import math
from typing import TypeVar

from longstride.core.figure.vectors import Vector, dot, plus, times, unit
from longstride.ui.widgets.figure.grid import Grid
from longstride.ui.widgets.figure.look import PAD, SHADES
from longstride.ui.widgets.figure.muscles import Spot, inside
from longstride.ui.widgets.figure.strip import Section

Step = TypeVar("Step")

LIGHT: Vector = unit((-0.50, 0.72, 0.58))  # in the eye's axes: from the upper left, before it
FILL: Vector = unit((0.85, 0.05, 0.35))
BASE, LIT, FILLED, WRAP = 0.16, 0.54, 0.17, 0.30
BEYOND = 4  # half widths on either side of a part's middle that its steps go on beyond it
EDGE = 0.30  # how much of the shade depends on facing the eye


class Facing:
    """The skin across one section: ``shades`` and ``ways`` from its left edge to its right one.

    A way is the cosine and sine of the angle round the part, from its near side to its front.
    Both go on beyond the edges as they are there, so that no place falls off.
    """

    def __init__(self, e: Section, steps: int) -> None:
        self._half = steps // 2
        half = math.hypot(e.wide * e.xs, e.deep * e.zs) or 1e-9
        cm, sm = e.wide * e.xs / half, e.deep * e.zs / half
        right = plus(times(e.x, e.deep * cm), e.z, e.wide * sm)
        eye = plus(times(e.x, -e.deep * sm), e.z, e.wide * cm)
        turn = 1.0 if eye[2] >= 0 else -1.0
        edge = [(n / self._half, _up(n / self._half)) for n in range(-self._half, self._half + 1)]
        self.ways = self._beyond([(c * cm - turn * s * sm, c * sm + turn * s * cm)
                                  for c, s in edge])  # fmt: skip
        self.shades = self._beyond(_shades(edge, right, times(eye, turn)))
        self._reached: dict[Spot, list[float]] = {}

    def _beyond(self, steps: list[Step]) -> list[Step]:
        return [steps[0]] * (self._half * BEYOND) + steps + [steps[-1]] * (self._half * BEYOND)

    def places(self, e: Section, grid: Grid, most: float) -> list[int]:
        """Return the step of each column of a grid; ``most`` is half its part's width."""
        half = max(e.half, most / BEYOND)
        by = grid.step / half * self._half
        at = (grid.left - e.u) / half * self._half + by / 2 + self._half * (BEYOND + 1) + 0.5
        return [int(at + by * n) for n in range(grid.columns)]

    def reached(self, spot: Spot) -> list[float]:
        """Return how much of a muscle is at every step."""
        if spot not in self._reached:
            self._reached[spot] = [inside(spot, c, s) for c, s in self.ways]
        return self._reached[spot]


def _up(c: float) -> float:
    return math.sqrt(1 - c * c)


def _shades(edge: list[tuple[float, float]], right: Vector, eye: Vector) -> list[int]:
    """Return the shade where the skin faces some way between its edge and the eye."""
    pl, ql, pf, qf, pe, qe = (
        dot(right, LIGHT), dot(eye, LIGHT), dot(right, FILL), dot(eye, FILL), right[2], eye[2],
    )  # fmt: skip
    pp, pq, qq = dot(right, right), 2 * dot(right, eye), dot(eye, eye)
    shades = []
    for c, s in edge:
        r = 1 / (math.sqrt(c * c * pp + c * s * pq + s * s * qq) or 1e-9)
        shades.append(_shade((c * pl + s * ql) * r, (c * pf + s * qf) * r, (c * pe + s * qe) * r))
    return shades


def _shade(lit: float, fill: float, eye: float) -> int:
    """Return the shade in a ramp of skin that faces the light, the fill and the eye so much."""
    shade = BASE
    if lit > -WRAP:
        shade += LIT * (lit + WRAP)
    if fill > 0:
        shade += FILLED * fill
    shade *= 1 - EDGE + EDGE * eye if eye > 0 else 1 - EDGE
    return PAD + (int(shade * SHADES) if shade < 1 else SHADES - 1)


def shade_of(out: Vector) -> int:
    """Return the shade in a ramp of skin that faces one way."""
    return _shade(dot(out, LIGHT), dot(out, FILL), out[2])


def leaning(e: Section, axis: Vector) -> int:
    """Return how many shades lighter skin is because the part narrows there."""
    lean = int(-e.slope * dot(axis, LIGHT) * LIT * SHADES)
    return PAD if lean > PAD else -PAD if lean < -PAD else lean
