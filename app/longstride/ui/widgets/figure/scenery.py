"""What stands still round a figure: its light, mats and walls, and where a movement ends."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRadialGradient

from longstride.core.figure.body import Body
from longstride.core.figure.prop import Prop
from longstride.ui.widgets.figure.ghost import paint_ghost, paint_outline
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.props import ground, surfaces_of, walls
from longstride.ui.widgets.figure.ties import paint_tripod

POOL = 110  # px: round a smaller figure its light would be a smudge
WALL_BEFORE = 0.35  # how solid a wall is that would hide the body


def paint_floor(
    painter: QPainter, frame: QRectF, place: FigurePlace, look: Look, props: Sequence[Prop]
) -> None:
    """Paint the light, and what lies and stands under and behind everything."""
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_pool(painter, frame, look)
    for slab in walls(props, place):
        painter.setOpacity(1.0 if slab.depth < 0 else WALL_BEFORE)
        slab.paint(painter, place, look)
    painter.setOpacity(1.0)
    for slab in ground(props, place):
        slab.paint(painter, place, look)
    for prop in props:
        if prop.kind == "tripod":
            paint_tripod(painter, prop, place, look)


def paint_ghosts(
    painter: QPainter,
    ghost: Body | None,
    place: FigurePlace,
    look: Look,
    props: Sequence[Prop],
    *,
    outlined: bool = False,
) -> None:
    """Paint where a movement ends, or ``outlined`` what to get into, where there is such a body."""
    if ghost is not None:
        paint = paint_outline if outlined else paint_ghost
        paint(painter, ghost, place, look, surfaces_of(props))


def _paint_pool(painter: QPainter, frame: QRectF, look: Look) -> None:
    """Paint the pool of light a body stands in: a lighter ground behind dark shorts and hair."""
    if frame.height() < POOL:
        return
    painter.save()
    painter.translate(frame.center())
    painter.scale(frame.width() / 2, frame.height() / 2)
    color = look.pool
    ink = QRadialGradient(QPointF(0, 0), 1.0)
    ink.setColorAt(0.0, color)
    ink.setColorAt(0.4, color)
    color.setAlpha(0)
    ink.setColorAt(1.0, color)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()
