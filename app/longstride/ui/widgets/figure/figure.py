"""The mannequin: a figure's stance painted into a frame, at the same scale all through a drill."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.person import paint_body
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.scenery import paint_floor, paint_ghosts
from longstride.ui.widgets.figure.simple import paint_simple
from longstride.ui.widgets.figure.view import STRAIGHT, View

__all__ = ["FigurePlace", "Look", "differs", "fit", "paint_figure", "paint_person", "paint_scenery"]

MARGIN = 0.035  # body heights
FAINT = 0.04  # of the muscle's brightness that nobody sees
UNSEEN = 0.9  # px that nobody sees from a mat
CHEST = 0.01  # body heights a full chest is wider than an empty one


def paint_figure(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    view: View = STRAIGHT,
) -> None:
    """Paint a stance as large as every moment of its drill fits the frame."""
    paint_scenery(painter, frame, figure, stance, look, view)
    paint_person(painter, frame, figure, stance, look, view)


def paint_scenery(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    view: View = STRAIGHT,
) -> None:
    """Paint what stands still all through a phase: the floor, what lies on it, and the ghost."""
    place = fit(frame, figure, view, flipped=stance.flipped)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_floor(painter, frame, place, look, figure.props)
    paint_ghosts(painter, stance.ghost, place, look, figure.props, outlined=view.outlined)
    painter.restore()


def paint_person(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    view: View = STRAIGHT,
) -> None:
    """Paint what moves: the body with its shadow, what is tied to it and what it stands among."""
    place = fit(frame, figure, view, flipped=stance.flipped)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.simple:
        paint_simple(painter, stance, place, look, figure.props)
    else:
        paint_body(painter, frame, stance, place, look, figure.props)
    painter.restore()


def fit(
    frame: QRectF, figure: Figure, view: View = STRAIGHT, *, flipped: bool = False
) -> FigurePlace:
    """Return the place at which the whole drill fits a frame, seen by a camera turned so."""
    camera = figure.camera.turned(view.turn, view.tilt).facing(flipped)
    left, low, right, high = figure.room(camera)
    scale = min(
        frame.width() / (right - left + 2 * MARGIN), frame.height() / (high - low + 2 * MARGIN)
    )
    middle = QPointF((left + right) / 2 * scale, -(low + high) / 2 * scale)
    return FigurePlace(camera, frame.center() - middle, scale)


def differs(one: Stance, other: Stance, scale: float) -> bool:
    """Return whether an eye could tell two stances apart at ``scale`` pixels a body height."""
    if one.flipped != other.flipped or one.ghost != other.ghost or one.muscles != other.muscles:
        return True
    return (
        abs(one.effort - other.effort) > FAINT
        or abs(one.fullness - other.fullness) * CHEST * scale > UNSEEN
        or _farthest(one, other) * scale > UNSEEN
    )


def _farthest(one: Stance, other: Stance) -> float:
    """Return how far the joint goes that goes farthest from one stance to another."""
    there = other.joints
    return max(math.dist(place, there[name]) for name, place in one.joints.items())
