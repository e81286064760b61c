"""Vectors in space: x ahead, y up from the floor, z towards the eye.

Plain floats: frames come fast, and this is quicker than arrays of three.
"""

import math

Vector = tuple[float, float, float]

NOWHERE: Vector = (0.0, 0.0, 0.0)
UP: Vector = (0.0, 1.0, 0.0)


def plus(a: Vector, b: Vector, times: float = 1.0) -> Vector:
    """Return a and so many times b."""
    return (a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2])


def minus(a: Vector, b: Vector) -> Vector:
    """Return the way from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vector, by: float) -> Vector:
    """Return a vector so many times as long."""
    return (a[0] * by, a[1] * by, a[2] * by)


def dot(a: Vector, b: Vector) -> float:
    """Return how far one vector goes the way of the other, times the length of the other."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Return what stands square on both."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vector) -> float:
    """Return how long a vector is."""
    return math.sqrt(dot(a, a))


def unit(a: Vector, instead: Vector = UP) -> Vector:
    """Return a vector of length 1 the same way; ``instead`` where there is no way."""
    long = length(a)
    return times(a, 1 / long) if long > 1e-9 else instead


def across(a: Vector, axis: Vector, instead: Vector) -> Vector:
    """Return the part of a that is square on an axis of length 1, as a unit.

    ``instead`` is taken where a goes the axis' own way.
    """
    rest = plus(a, axis, -dot(a, axis))
    if dot(rest, rest) < 1e-6:
        rest = plus(instead, axis, -dot(instead, axis))
    return unit(rest, instead)


def between(a: Vector, b: Vector, share: float) -> Vector:
    """Return what lies a share of the way from a to b."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def turned_about(a: Vector, axis: Vector, degrees: float) -> Vector:
    """Return a vector turned about an axis of length 1 (Rodrigues)."""
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    along, square = dot(a, axis) * (1 - cosine), cross(axis, a)
    return (
        a[0] * cosine + square[0] * sine + axis[0] * along,
        a[1] * cosine + square[1] * sine + axis[1] * along,
        a[2] * cosine + square[2] * sine + axis[2] * along,
    )
