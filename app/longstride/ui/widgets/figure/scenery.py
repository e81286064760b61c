"""What stands still round a figure: a pool of light, mats, walls, and where a movement ends."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRadialGradient

from longstride.core.figure.body import Body
from longstride.core.figure.camera import Camera
from longstride.core.figure.figure import Prop
from longstride.core.figure.vectors import Vector
from longstride.ui.widgets.figure.ghost import paint_ghost
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.props import ground, surfaces_of, walls
from longstride.ui.widgets.figure.shadow import paint_floor_shadow, paint_touch, touches


def paint_under(painter, frame, place, look, props, body, ghost=None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_pool(painter, frame, place, look)
    for slab in [*ground(props, place), *walls(props, place)]:
        slab.paint(painter, place, look)
    if ghost is not None:
        paint_ghost(painter, ghost, place, look, surfaces_of(props))
    paint_floor_shadow(painter, frame, body, place, look)
    for touch in touches(body, surfaces_of(props)):
        paint_touch(painter, touch, place, look)
    painter.restore()


def paint_pool(painter: QPainter, frame: QRectF, place: FigurePlace, look: Look) -> None:
    """Paint the pool of light a body stands in, and a lighter ground behind it."""
    middle = frame.center()
    wide, high = frame.width() / 2, frame.height() / 2
    painter.save()
    painter.translate(middle)
    painter.scale(wide, high)
    color = look.pool
    ink = QRadialGradient(QPointF(0, 0), 1.0)
    ink.setColorAt(0.0, color)
    ink.setColorAt(0.5, color)
    color.setAlpha(0)
    ink.setColorAt(1.0, color)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


FAT = {"head": .075, "chest": .06, "pelvis": .09, "toe": .03, "hand": .06}


def room_of(bodies, props, cam):
    xs, ys = [], []
    for body in bodies:
        for name, at in body.joints.items():
            r = FAT.get(name.split("_")[-1], .045)
            x, y, _ = cam.seen(at)
            xs += [x - r, x + r]
            ys += [y - r, y + r]
    for prop in props:
        n = prop.numbers
        spots = {"mat": lambda: [(x, 0, z) for x in n for z in (-.19, .19)],
                 "step": lambda: [(x, y, z) for x in n[:2] for y in (0, min(n[-1], .8)) for z in (-.17, .17)],
                 "chair": lambda: [(x, y, z) for x in n[:2] for y in (0, .52) for z in (-.12, .12)],
                 "bench": lambda: [(x, y, z) for x in n[:2] for y in (0, n[-1]) for z in (-.14, .14)],
                 "wall": lambda: [(n[0], y, z) for y in (0, .8) for z in (-.3, .2)],
                 "stair": lambda: [(x, y, z) for x in (n[0], 2 * n[1] - n[0]) for y in (0, 2 * n[-1]) for z in (-.24, .24)]}.get(prop.kind, list)()
        for q in spots:
            x, y, _ = cam.seen(q)
            xs.append(x); ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)
