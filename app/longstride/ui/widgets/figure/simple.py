"""The figure in flat shapes, for small machines and for drawings: tapers over the same joints."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.figure import Stance
from longstride.core.figure.muscles import MUSCLES
from longstride.core.figure.prop import Prop
from longstride.core.figure.vectors import Vector, between, cross, minus, plus, times, unit
from longstride.ui.widgets.figure.look import PAD, SHADES, TINTS, Look
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.props import furniture
from longstride.ui.widgets.figure.shapes import taper
from longstride.ui.widgets.figure.slabs import Slab
from longstride.ui.widgets.figure.ties import paint_ball, paint_ties

_BONES = (
    ("thigh", "hip", 0.055, "knee", 0.036, "skin"), ("shank", "knee", 0.036, "heel", 0.021, "skin"),
    ("foot", "heel", 0.022, "toe", 0.019, "skin"),
    ("upper_arm", "shoulder", 0.037, "elbow", 0.025, "skin"),
    ("forearm", "elbow", 0.025, "hand", 0.018, "skin"),
)  # fmt: skip
SHORTS, SLEEVE = 0.34, 0.30  # of thigh and upper arm
SEAM = 0.008  # body heights
BREATH = 0.10  # how much wider a full chest is

Shape = tuple[float, QPainterPath, QBrush]
"""How near to the eye it is, and what it is filled with."""


def paint_simple(
    painter: QPainter,
    stance: Stance,
    place: FigurePlace,
    look: Look,
    props: Sequence[Prop],
) -> None:
    """Paint a body of flat shapes and the things it stands among, back to front."""
    for prop in props:
        if prop.kind == "ball":
            paint_ball(painter, prop, place, look)
    things: list[tuple[float, Slab | Shape]] = [
        *((slab.depth, slab) for slab in furniture(props, place)),
        *((shape[0], shape) for shape in _shapes(stance, place, look)),
    ]
    for _, thing in sorted(things, key=lambda each: each[0]):
        if isinstance(thing, Slab):
            thing.paint(painter, place, look)
        else:
            _paint_shape(painter, thing, place, look)
    paint_ties(painter, props, stance.body, place, look)


def _paint_shape(painter: QPainter, shape: Shape, place: FigurePlace, look: Look) -> None:
    """Fill a shape; a seam sets it off from what it passes in the same colour."""
    _, path, brush = shape
    painter.strokePath(path, QPen(look.seam, SEAM * place.scale))
    painter.fillPath(path, brush)


def _shapes(stance: Stance, place: FigurePlace, look: Look) -> Iterator[Shape]:
    body = stance.body
    for side, _sign in SIDES:
        for _, one, wide, two, narrow, material in _BONES:
            ends = (body.joints[f"{side}_{one}"], body.joints[f"{side}_{two}"])
            yield _bone(place, ends, (wide, narrow), look, material)
    yield from _trunk(stance, place, look)


def _bone(
    place: FigurePlace,
    ends: tuple[Vector, Vector],
    radii: tuple[float, float],
    look: Look,
    material: str,
) -> Shape:
    path = _taper(place, ends, radii)
    depth = place.eye(between(*ends, 0.5))[2]
    return (depth, path, QBrush(look.color(material, 0.62, 2 if depth < 0 else 0)))


def _taper(
    place: FigurePlace, ends: tuple[Vector, Vector], radii: tuple[float, float]
) -> QPainterPath:
    (ax, ay, a), (bx, by, b) = (place.pixel(place.eye(end)) for end in ends)
    return taper(QPointF(ax, ay), radii[0] * a, QPointF(bx, by), radii[1] * b)


def _trunk(stance: Stance, place: FigurePlace, look: Look) -> Iterator[Shape]:
    """Yield pelvis, chest, neck and head; a full chest is wider."""
    joints = stance.body.joints
    broad = 0.052 * (1 + BREATH * stance.fullness)
    depth = place.eye(between(joints["pelvis"], joints["chest"], 0.5))[2]
    seat = _taper(place, (joints["near_hip"], joints["far_hip"]), (0.060, 0.060))
    yoke = _taper(place, (joints["near_shoulder"], joints["far_shoulder"]), (0.036, 0.036))
    back = _taper(place, (joints["pelvis"], joints["chest"]), (0.066, broad + 0.014))
    sides = [
        _taper(place, (joints[f"{side}_hip"], joints[f"{side}_shoulder"]), (0.040, broad * 0.8))
        for side, _ in SIDES
    ]
    top = yoke.united(back).united(sides[0]).united(sides[1])
    yield (depth - 0.002, seat, QBrush(look.color("shorts", 0.62)))
    yield (depth - 0.001, top, QBrush(look.color("top", 0.62)))
    yield _bone(place, (joints["chest"], joints["head"]), (0.030, 0.030), look, "skin")
    skull = _taper(place, (joints["head"], joints["head"]), (0.058, 0.058))
    yield (place.eye(joints["head"])[2] + 0.03, skull, QBrush(look.color("skin", 0.62)))
    yield from _clothes(stance.body, place, look)
    yield from _work(stance, place, look)


def _clothes(body: Body, place: FigurePlace, look: Look) -> Iterator[Shape]:
    """Yield the legs of the shorts and the sleeves, just over the limbs that wear them."""
    for side, _ in SIDES:
        for one, two, share, radii, material in (
            ("hip", "knee", SHORTS, (0.057, 0.052), "shorts"),
            ("shoulder", "elbow", SLEEVE, (0.038, 0.036), "top"),
        ):
            start, end = body.joints[f"{side}_{one}"], body.joints[f"{side}_{two}"]
            path = _taper(place, (start, between(start, end, share)), radii)
            depth = place.eye(between(start, end, 0.5))[2] + 0.001
            yield (depth, path, QBrush(look.color(material, 0.62, 2 if depth < 0 else 0)))


def _work(stance: Stance, place: FigurePlace, look: Look) -> Iterator[Shape]:
    """Yield each working muscle as a soft bar along its limb, brighter with effort."""
    ramp = look.ramp("skin")
    color = QColor.fromRgb(
        ramp[int((0.3 + 0.7 * stance.effort) * (TINTS - 1))][PAD + SHADES * 3 // 5]
    )
    for muscle in stance.muscles:
        side, _, name = muscle.partition(" ")
        for part, along, half, angle, _ in MUSCLES[name]:
            ends = _bar(stance.body, side, part, (along, half), angle)
            depth = place.eye(between(*ends, 0.5))[2] + 0.01
            yield (depth, _taper(place, ends, (0.017, 0.014)), QBrush(color))


def _bar(
    body: Body, side: str, part: str, reach: tuple[float, float], degrees: float
) -> tuple[Vector, Vector]:
    """Return where a muscle begins and ends, over the bone of its part."""
    turn = math.radians(degrees if side == "near" else 180 - degrees)
    if part == "trunk":
        start, end, radius = body.joints["pelvis"], body.joints["chest"], 0.055
        front, near = body.pelvis.front, body.pelvis.near
    else:
        one, two = next((one, two) for name, one, _, two, *_ in _BONES if name == part)
        start, end, radius = body.joints[f"{side}_{one}"], body.joints[f"{side}_{two}"], 0.030
        front = body.fronts[f"{side}_{part}"]
        near = times(cross(front, unit(minus(end, start))), -body.pelvis.hand)
    off = plus(times(front, math.sin(turn) * radius), near, math.cos(turn) * radius)
    along, half = reach
    low, high = max(along - 0.7 * half, 0.0), min(along + 0.7 * half, 1.0)
    return plus(between(start, end, low), off), plus(between(start, end, high), off)
