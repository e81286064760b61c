"""What an athlete may be, as a card with a figure that is pressed like a button."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from longstride.core.history.plan.answers import Who
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.welcome.words import NAMES
from longstride.ui.widgets.buttons import PushButton

Line = tuple[tuple[int, int], ...]

LEAST = 205  # px a card is wide
_HEIGHT = 240
_PICTURE = QRectF(0, 20, 170, 170)  # what a drawing is measured in, and its floor
_LIMB, _TRUNK, _HEAD = 13, 22, 12
_THIN = 4


class Drawing(NamedTuple):
    """A body in strokes: a head, a trunk, limbs nearer and further, and things around it."""

    head: tuple[int, int]
    trunk: Line
    near: tuple[Line, ...]
    far: tuple[Line, ...]
    things: tuple[Line, ...] = ()


DRAWINGS = {
    Who.RUNNER: Drawing(
        (87, 31),
        ((83, 58), (82, 103)),
        (((84, 57), (97, 83), (119, 70)), ((80, 106), (72, 139), (48, 173), (60, 187))),
        (((82, 57), (63, 75), (78, 93)), ((84, 106), (114, 129), (96, 165), (118, 170))),
    ),
    Who.SPRINTER: Drawing(
        (109, 31),
        ((97, 56), (78, 98)),
        (((98, 56), (107, 84), (131, 73)), ((76, 102), (56, 137), (33, 173), (44, 187))),
        (((96, 54), (67, 58), (68, 82)), ((82, 100), (119, 116), (99, 154), (115, 160))),
    ),
    Who.DESK: Drawing(
        (65, 59),
        ((57, 90), (52, 132)),
        (((58, 86), (70, 114), (109, 114)), ((52, 138), (92, 142), (92, 184), (107, 188))),
        (((58, 138), (98, 142), (99, 184), (113, 188)),),
        (
            ((28, 94), (31, 146), (80, 146)),
            ((36, 146), (36, 189)),
            ((74, 146), (74, 189)),
            ((88, 120), (152, 120)),
            ((145, 120), (145, 189)),
            ((131, 118), (142, 93)),
        ),
    ),
    Who.BEGINNER: Drawing(
        (86, 31),
        ((84, 58), (84, 104)),
        (((85, 57), (99, 82), (103, 107)), ((82, 106), (78, 146), (71, 184), (86, 188))),
        (((83, 57), (69, 82), (70, 107)), ((86, 106), (98, 145), (101, 184), (116, 188))),
    ),
}


class WhoButton(PushButton):
    """One of those that an athlete may be; a ring and a tick say that it is chosen."""

    def __init__(self, theme: Theme, who: Who) -> None:
        super().__init__(NAMES[who])
        self._theme = theme
        self._drawing = DRAWINGS[who]
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        foot = self._theme.px(52)
        painter.setFont(self._theme.font(17, self._theme.font(17).Weight.DemiBold))
        painter.setPen(self._theme.color("text"))
        name = QRectF(0, self.height() - foot, self.width(), foot)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_figure(painter, QRectF(0, 0, self.width(), self.height() - foot))
        if self.isChecked():
            self._paint_tick(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, edge = self._theme, self._theme.px(2) - 0.5  # sharp where it is thin
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        ring = "sea" if has_ring(self) else "text" if self.isChecked() else "faint"
        painter.setPen(QPen(theme.color(ring), theme.px(1 if ring == "faint" else 3)))
        painter.setBrush(theme.color("raised" if self.underMouse() else "surface"))
        painter.drawRoundedRect(inside, theme.px(18), theme.px(18))

    def _paint_figure(self, painter: QPainter, room: QRectF) -> None:
        text, faint = self._theme.color("text"), self._theme.color("faint")
        drawing, scale = self._drawing, room.height() / (_PICTURE.height() + 44)
        painter.save()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-_PICTURE.center())
        for line in drawing.things:
            _stroke(painter, line, faint, _THIN)
        for line in drawing.far:
            _stroke(painter, line, faint, _LIMB)
        _stroke(painter, drawing.trunk, text, _TRUNK)
        for line in drawing.near:
            _stroke(painter, line, text, _LIMB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        painter.drawEllipse(QPointF(*drawing.head), _HEAD, _HEAD)
        painter.restore()

    def _paint_tick(self, painter: QPainter) -> None:
        px, theme = self._theme.px, self._theme
        disc = QRectF(self.width() - px(42), px(16), px(26), px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        painter.drawEllipse(disc)
        middle, unit = disc.center(), disc.width() / 10
        pen = QPen(theme.color("surface"), px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corners = ((-1.9, 0.1), (-0.5, 1.5), (2.0, -1.3))
        painter.drawPolyline([middle + QPointF(x, y) * unit for x, y in corners])


def _stroke(painter: QPainter, line: Line, color: QColor, width: int) -> None:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for start, end in pairwise(line):
        painter.drawLine(QPointF(*start), QPointF(*end))
