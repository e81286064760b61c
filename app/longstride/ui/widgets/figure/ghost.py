"""A body as one flat silhouette: where a movement ends, or what to get into."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from longstride.core.figure.body import Body
from longstride.core.figure.hands import Surfaces
from longstride.ui.widgets.figure.limbs import parts_of
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.strip import outline, strip_of


def silhouette(parts: Sequence[Part], place: FigurePlace) -> QPainterPath:
    """Return the outline of a body."""
    whole = QPainterPath()
    for part in parts:
        whole = whole.united(_shape(part, place))
    return whole


def _shape(part: Part, place: FigurePlace) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    strip = strip_of(part, place)
    first, last = strip.sections[0], strip.sections[-1]
    path.addPolygon(outline(strip, strip.sections, (-strip.bulge(first), strip.bulge(last))))
    path.closeSubpath()
    return path.simplified()


def paint_ghost(
    painter: QPainter, body: Body, place: FigurePlace, look: Look, surfaces: Surfaces
) -> None:
    """Paint where a movement ends, flat behind it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ghost)
    painter.drawPath(silhouette(parts_of(body, place, surfaces), place))


def paint_outline(
    painter: QPainter, body: Body, place: FigurePlace, look: Look, surfaces: Surfaces
) -> None:
    """Paint a position to get into: dark, with a line round it."""
    painter.setBrush(look.ghost)
    pen = QPen(look.line, max(1.5, 0.006 * place.scale))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(silhouette(parts_of(body, place, surfaces), place))
    painter.setPen(Qt.PenStyle.NoPen)
