"""What is drawn on a picture: lines in two tones, so that they are seen on any of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from longstride.core.history.angle import Marks, Point
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme

# Of the dark look in both: what lies below is a picture and has no look.
INK = QColor("#0B0F14")
LIGHT = QColor(DARK.text)
CORAL = QColor(DARK.coral)
AMBER = QColor(DARK.amber)
MAGNIFIED = 4  # times, in the loupe


@dataclass(frozen=True, slots=True)
class Drawing:
    """An angle as it is drawn: the points, its number, and the degrees it may be wrong by.

    ``from_horizontal`` for the Thomas test, else it is measured from the vertical.
    """

    marks: Marks
    angle_deg: float
    error_deg: float
    from_horizontal: bool = False

    @property
    def reference(self) -> tuple[float, float]:
        """The direction that is measured from, one pixel long, right and down."""
        roll = radians(self.marks.level.degrees)
        if not self.from_horizontal:
            return -sin(roll), cos(roll)
        towards_knee = 1 if self.marks.knee.x >= self.marks.hip.x else -1
        return towards_knee * cos(roll), towards_knee * sin(roll)


def draw_line(
    painter: QPainter,
    line: QLineF,
    color: QColor,
    width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Draw a line that has a dark edge, whatever it lies on."""
    round_cap = Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(INK, width + 4, Qt.PenStyle.SolidLine, round_cap))
    painter.drawLine(line)
    painter.setPen(QPen(color, width, style, round_cap))
    painter.drawLine(line)


def draw_point(
    painter: QPainter, at: QPointF, radius: float, color: QColor, *, by_hand: bool, chosen: bool
) -> None:
    """Draw a point: a ring by hand, a diamond where it is only suggested; larger while chosen."""
    size = radius * (1.35 if chosen else 1)
    shape = QPainterPath()
    if by_hand:
        shape.addEllipse(at, size, size)
    else:
        corners = ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0), (0.0, -1.3))
        points = [at + QPointF(x * size, y * size) for x, y in corners]
        shape.moveTo(points[0])
        for point in points[1:]:
            shape.lineTo(point)
    painter.setBrush(CORAL if chosen else INK)
    painter.setPen(QPen(INK, 7))
    painter.drawPath(shape)
    painter.setPen(QPen(color, 3, Qt.PenStyle.SolidLine if by_hand else Qt.PenStyle.DotLine))
    painter.drawPath(shape)


def draw_tag(painter: QPainter, text: str, middle: QPointF, font: QFont, color: QColor) -> None:
    """Draw words on a dark ground of their own."""
    measured = QFontMetricsF(font)
    high = measured.height()
    place = QRectF(0, 0, measured.horizontalAdvance(text) + high, high * 1.3)
    place.moveCenter(middle)
    ground = QColor(INK)
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(color)
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def draw_angle(painter: QPainter, drawing: Drawing, picture: QRectF, theme: Theme) -> None:
    """Draw an angle with its number."""
    below = draw_lines(painter, drawing, picture, theme)
    font = theme.font(20, QFont.Weight.Bold)
    draw_tag(painter, f"{round(drawing.angle_deg)}°", below, font, CORAL)


def draw_lines(painter: QPainter, drawing: Drawing, picture: QRectF, theme: Theme) -> QPointF:
    """Draw trunk and thigh, what the thigh is measured from, and the error as a wedge.

    Return where there is room for the number.
    """
    hip, knee = (place_in(picture, point) for point in (drawing.marks.hip, drawing.marks.knee))
    length = 1.35 * hypot(knee.x() - hip.x(), knee.y() - hip.y())
    right, down = drawing.reference
    end = hip + QPointF(right, down) * length
    _draw_wedge(painter, hip, knee, length, drawing.error_deg)
    draw_line(painter, QLineF(hip, end), LIGHT, theme.px(2), Qt.PenStyle.DashLine)
    if drawing.marks.shoulder is not None and not drawing.from_horizontal:
        shoulder = place_in(picture, drawing.marks.shoulder)
        draw_line(painter, QLineF(shoulder, hip), LIGHT, theme.px(3))
    thigh = QLineF(hip, knee)
    thigh.setLength(length)
    draw_line(painter, thigh, CORAL, theme.px(4))
    return end + QPointF(right, down) * theme.px(26)


def _draw_wedge(
    painter: QPainter, hip: QPointF, knee: QPointF, length: float, error: float
) -> None:
    """Draw where the thigh may lie: as wide as the error to either side."""
    towards = -degrees(atan2(knee.y() - hip.y(), knee.x() - hip.x()))
    room = QRectF(hip.x() - length, hip.y() - length, 2 * length, 2 * length)
    wedge = QPainterPath(hip)
    wedge.arcTo(room, towards - error, 2 * error)
    wedge.closeSubpath()
    fill = QColor(CORAL)
    fill.setAlphaF(0.3)
    painter.setBrush(fill)
    painter.setPen(QPen(INK, 3))
    painter.drawPath(wedge)
    painter.setPen(QPen(CORAL, 1.5, Qt.PenStyle.DotLine))
    painter.drawPath(wedge)


def draw_loupe(
    painter: QPainter, image: QImage, point: QPointF, scale: float, place: QRectF
) -> None:
    """Draw a circle with the picture's part round a point, in its own pixels, and a cross.

    ``scale`` is how many px of the window a pixel of the picture has.
    """
    side = place.width() / (scale * MAGNIFIED)
    source = QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
    painter.save()
    round_edge = QPainterPath()
    round_edge.addEllipse(place)
    painter.setClipPath(round_edge)
    painter.fillRect(place, INK)
    painter.drawImage(place, image, source)
    painter.restore()
    middle, arm, gap = place.center(), place.width() * 0.16, place.width() * 0.04
    for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        along = QPointF(x, y)
        draw_line(painter, QLineF(middle + along * gap, middle + along * arm), CORAL, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(INK, 7))
    painter.drawEllipse(place)
    painter.setPen(QPen(LIGHT, 3))
    painter.drawEllipse(place)


def place_in(picture: QRectF, point: Point) -> QPointF:
    """Return where a point of a picture is in the window."""
    return QPointF(
        picture.x() + point.x * picture.width(), picture.y() + point.y * picture.height()
    )
