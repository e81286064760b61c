"""What limbs wear or hold: a band as a loop round both, a towel; and balls and tripods."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QRadialGradient

from longstride.core.figure.body import Body
from longstride.core.figure.prop import Prop
from longstride.core.figure.vectors import Vector, across, cross, dot, minus, plus, times, unit
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.place import FigurePlace

ABOVE = 0.035  # body heights from the joint up the limb, where a band sits
_ROUND = {"knee": 0.043, "heel": 0.029, "toe": 0.030, "hand": 0.026}
_LIMB = {"knee": ("hip", "thigh"), "heel": ("knee", "shank"), "hand": ("elbow", "forearm")}
STROKES = ((0.026, 0.20), (0.019, 0.58), (0.006, 0.85))  # width in body heights, shade


@dataclass(frozen=True, slots=True)
class Band:
    """A loop round two limbs: its half behind them, and its half before."""

    back: QPolygonF
    front: QPolygonF

    def paint_back(self, painter: QPainter, place: FigurePlace, look: Look) -> None:
        """Paint the half that the limbs hide."""
        _strokes(painter, self.back, place, look, 0.55)

    def paint_front(self, painter: QPainter, place: FigurePlace, look: Look) -> None:
        """Paint the half before the limbs."""
        _strokes(painter, self.front, place, look, 1.0)


def band_of(prop: Prop, body: Body, place: FigurePlace) -> Band:
    """Return the loop of a band round the limbs of the two joints it is written at."""
    (one, two), radius = prop.points, _ROUND.get(prop.points[0].partition("_")[2], 0.035)
    a, b = _up_the_limb(body, one), _up_the_limb(body, two)
    way = unit(minus(b, a), body.pelvis.near)
    limb = unit(minus(body.joints[one], a), body.pelvis.up)
    out = across(cross(limb, way), way, body.pelvis.front)
    eye = place.camera.eye
    turn = math.degrees(math.atan2(dot(out, eye), dot(way, eye)))

    def half(first: float) -> QPolygonF:
        """Return half of the loop, from so many degrees on: 0 is beyond the second limb."""
        spots = []
        for step in range(13):
            angle = math.radians(first + 15 * step)
            middle = b if math.cos(angle) > 0 else a
            round_it = plus(times(way, math.cos(angle)), out, math.sin(angle))
            spots.append(place.point(plus(middle, round_it, radius)))
        return QPolygonF(spots)

    return Band(half(turn + 90), half(turn - 90))


def _up_the_limb(body: Body, joint: str) -> Vector:
    side, _, name = joint.partition("_")
    at = body.joints[joint]
    if name not in _LIMB:
        return at
    return plus(at, unit(minus(body.joints[f"{side}_{_LIMB[name][0]}"], at)), ABOVE)


def paint_ties(
    painter: QPainter, props: Sequence[Prop], body: Body, place: FigurePlace, look: Look
) -> None:
    """Paint what is before the limbs of all that limbs wear or hold."""
    for prop in props:
        if prop.kind == "band":
            band_of(prop, body, place).paint_front(painter, place, look)
        elif prop.kind == "towel":
            paint_towel(painter, prop, body, place, look)


def paint_towel(painter: QPainter, prop: Prop, body: Body, place: FigurePlace, look: Look) -> None:
    """Paint a towel from one joint to another."""
    ends = QPolygonF([place.point(body.joints[name]) for name in prop.points])
    _strokes(painter, ends, place, look, 1.0)


def _strokes(
    painter: QPainter, line: QPolygonF, place: FigurePlace, look: Look, bright: float
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, shade in STROKES:
        pen = QPen(look.color("tie", shade * bright), width * place.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_ball(painter: QPainter, prop: Prop, place: FigurePlace, look: Look) -> None:
    """Paint a ball where its numbers say: x, y and how large."""
    x, y, radius = prop.numbers
    middle, size = place.point((x, y, 0.03)), radius * place.scale
    ink = QRadialGradient(middle + QPointF(-0.4 * size, -0.5 * size), 1.5 * size)
    for step in range(6):
        ink.setColorAt(step / 5, look.color("tie", 0.95 - 0.18 * step))
    painter.setBrush(ink)
    painter.drawEllipse(middle, size, size)


def paint_tripod(painter: QPainter, prop: Prop, place: FigurePlace, look: Look) -> None:
    """Paint a phone on a tripod that stands at x, on the far side."""
    (x,) = prop.numbers
    top, z = 0.52, -0.42
    painter.setPen(_leg(look, place))
    for dx, dz in ((-0.09, 0.07), (0.09, 0.07), (0.0, -0.10)):
        painter.drawLine(place.point((x, top, z)), place.point((x + dx, 0.0, z + dz)))
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, tone in ((1.0, 0.95), (0.78, 0.12)):
        wide, high = 0.033 * grow, 0.062 * grow
        corners = [(-wide, -high), (wide, -high), (wide, high), (-wide, high)]
        painter.setBrush(look.color("thing", tone))
        painter.drawPolygon(
            QPolygonF([place.point((x + a, top + 0.062 + b, z)) for a, b in corners])
        )


def _leg(look: Look, place: FigurePlace) -> QPen:
    pen = QPen(look.color("thing", 0.8), 0.010 * place.scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
