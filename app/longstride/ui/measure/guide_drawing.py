"""Drawings of how to film: a runner from the side, and somebody on the end of a table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.ui.look.theme import Theme
from longstride.ui.shown.film import Use


class GuideDrawing(QLabel):
    """Drawn on a ground of 420 by 150; ``told`` says it in words."""

    told = ""

    def __init__(self, theme: Theme) -> None:
        super().__init__(self.told)
        self._theme = theme
        self.setAccessibleName(self.told)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / 420, self.height() / 150)
        painter.scale(scale, scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        """Draw it; the painter is scaled."""
        raise NotImplementedError

    def _pen(self, role: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(self._theme.color(role), width, style, cap, join)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(self._pen("quiet", 2))
        painter.drawLine(QLineF(10, 136, 410, 136))

    def _paint_phone(self, painter: QPainter) -> None:
        """On three legs, its lens at 76."""
        painter.setPen(self._pen("quiet", 3))
        for foot in (346, 366, 386):
            painter.drawLine(QLineF(366, 92, foot, 135))
        painter.setPen(self._pen("text", 3))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(344, 62, 46, 28), 5, 5)
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(352, 76), 3, 3)

    def _paint_sight(self, painter: QPainter, left: float, y: float, words: str) -> None:
        painter.setPen(self._pen("sea", 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(left, y, 338, y))
        painter.setPen(self._theme.color("text"))
        font = self._theme.font(15, QFont.Weight.DemiBold)
        font.setPixelSize(15)  # the whole drawing is scaled already
        painter.setFont(font)
        room = QRectF(left + 20, y - 30, 318 - left, 24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_dots(self, painter: QPainter, *dots: tuple[float, float]) -> None:
        """Tape on the joints."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        for dot in dots:
            painter.drawEllipse(QPointF(*dot), 3.4, 3.4)


class StrideDrawing(GuideDrawing):
    """A runner on a lane, and a phone on a stand that looks at the hip."""

    told = (
        "A drawing: a runner seen from the side, and three to five metres away a phone that stands "
        "as high as the hip, level, and looks square at the lane."
    )

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        self._paint_ground(painter)
        self._paint_runner(painter)
        self._paint_phone(painter)
        self._paint_sight(painter, 112, 76, "3 to 5 m, hip height")

    def _paint_runner(self, painter: QPainter) -> None:
        """From the side: one thigh behind the vertical, which is dotted."""
        painter.setPen(self._pen("quiet", 7))
        painter.drawPath(_limbs((104, 76), (126, 92), (116, 116)))
        painter.drawPath(_limbs((110, 42), (128, 56), (142, 46)))
        painter.setPen(self._pen("text", 9))
        painter.drawPath(_limbs((110, 42), (104, 76)))
        painter.setPen(self._pen("coral", 9))
        painter.drawPath(_limbs((104, 76), (90, 106)))
        painter.setPen(self._pen("text", 8))
        painter.drawPath(_limbs((90, 106), (64, 118), (60, 126)))
        painter.setPen(self._pen("text", 2, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(104, 76, 104, 124))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(115, 24), 11, 11)
        self._paint_dots(painter, (104, 76), (90, 106))


class ThomasDrawing(GuideDrawing):
    """Somebody on the end of a table, one knee held, the other leg hanging, and the phone."""

    told = (
        "A drawing: somebody on their back at the end of a table, one knee held to the chest, the "
        "other leg hanging; two metres aside a phone as high as the table, level."
    )

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        self._paint_ground(painter)
        painter.setPen(self._pen("quiet", 5))
        painter.drawPath(_limbs((30, 134), (30, 88), (152, 88), (152, 134)))
        painter.setPen(self._pen("quiet", 8))
        painter.drawPath(_limbs((142, 74), (112, 36), (150, 34)))
        painter.setPen(self._pen("text", 10))
        painter.drawPath(_limbs((62, 74), (142, 74)))
        painter.setPen(self._pen("coral", 9))
        painter.drawPath(_limbs((142, 74), (184, 82)))
        painter.setPen(self._pen("text", 8))
        painter.drawPath(_limbs((184, 82), (186, 118)))
        painter.setPen(self._pen("text", 2, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(142, 74, 196, 74))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(42, 70), 11, 11)
        self._paint_dots(painter, (142, 74), (184, 82))
        self._paint_phone(painter)
        self._paint_sight(painter, 200, 76, "2 m")


DRAWINGS: Mapping[Use, type[GuideDrawing]] = MappingProxyType(
    {Use.STRIDE: StrideDrawing, Use.THOMAS: ThomasDrawing}
)


def _limbs(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path
