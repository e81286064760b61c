"""The trunk: one lathe from the seat to the neck, bent as the pelvis and the chest lie."""

import math
from functools import cache

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.vectors import Vector, between, dot, length, minus, plus, unit
from longstride.ui.widgets.figure.parts import Part, Ring
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.profile import profile

BREATH = 0.09  # how much deeper a full chest is


def trunk_of(body: Body, place: FigurePlace, fullness: float) -> Part:
    """Return the trunk with its rings."""
    pelvis, chest = body.joints["pelvis"], body.joints["chest"]
    rings = _rings(body, place, fullness)
    low = place.eye(plus(pelvis, body.pelvis.up, -0.02))
    way = place.camera.way
    part = Part("", "trunk", place.eye(pelvis), place.eye(chest), way(body.pelvis.near),
                way(body.pelvis.front), rings)  # fmt: skip
    part.bent = (
        *way(body.chest.near),
        *way(body.chest.front),
        fullness / 2,
        6 * _hollow(body),
    )
    part.ends = (low, part.b)
    return part


def _rings(body: Body, place: FigurePlace, fullness: float) -> tuple[Ring, ...]:
    pelvis, chest = body.joints["pelvis"], body.joints["chest"]
    long, hollow = length(minus(chest, pelvis)), _hollow(body)
    way = place.camera.way
    rings = []
    for (along, wide, deep, shift), (turn, loins, back) in _rows():
        front = unit(between(body.pelvis.front, body.chest.front, turn))
        near = unit(between(body.pelvis.near, body.chest.near, turn))
        at = _axis(body, along, long)
        at = plus(at, front, shift + loins * hollow - back)
        broad, full = _breath(along, fullness)
        rings.append((place.eye(at), wide * broad, deep * full, way(near), way(front), along))
    return tuple(rings)


@cache
def _rows() -> tuple[tuple[tuple[float, float, float, float], tuple[float, float, float]], ...]:
    """Return each ring with how far it has turned to the chest, and its loins' and back's bow."""
    rows = []
    for row in profile("trunk").rows:
        along = row[0]
        turn = min(max((along - 0.15) / 0.55, 0.0), 1.0)
        loins = math.sin(math.pi * min(max(along, 0.0) / 0.62, 1.0))
        back = 0.006 * math.sin(math.pi * min(max((along - 0.35) / 0.65, 0.0), 1.0))
        rows.append((row, (turn * turn * (3 - 2 * turn), loins, back)))
    return tuple(rows)


def _axis(body: Body, along: float, long: float) -> Vector:
    pelvis, chest = body.joints["pelvis"], body.joints["chest"]
    if along < 0:
        return plus(pelvis, body.pelvis.up, along * long)
    if along > 1:
        return plus(chest, body.chest.up, (along - 1) * long)
    return between(pelvis, chest, along)


def _hollow(body: Body) -> float:
    """Return how far the loins are hollow: thighs that are drawn up round them."""
    lift = 0.0
    for side, _ in SIDES:
        thigh = unit(minus(body.joints[f"{side}_knee"], body.joints[f"{side}_hip"]))
        lift += max(-1.0, min(1.0, dot(thigh, body.pelvis.front))) / 2
    return 0.010 - 0.012 * max(lift, 0.0)


def _breath(along: float, fullness: float) -> tuple[float, float]:
    """Return how many times as broad and deep a ring of the chest is."""
    share = min(max((along - 0.40) / 0.60, 0.0), 1.0)
    full = fullness * math.sin(math.pi * share) * BREATH
    return (1 + full / 2, 1 + full)
