"""The mark before a turn: done, today, elsewhere, planned or let go, by its shape."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme

_SIDE = 28  # px at 100 %
_LINES = {  # on a grid of 10 by 10 about the middle
    "done": ((-1.8, 0.1), (-0.5, 1.4), (1.9, -1.2)),
    "let go": ((-1.8, 0), (1.8, 0)),
}
_ARROW = (((-2, 1.2), (-1.4, -0.6), (1.6, -0.6)), ((0.2, -2.0), (1.8, -0.6), (0.2, 0.8)))


class TurnMark(QWidget):
    """A tick on sea, a coral ring, an arrow, a dot, or a dash; what it means stands beside it."""

    def __init__(self, theme: Theme, sign: str) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(lambda: self.setFixedSize(self.sizeHint()))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, is_done = self._theme, self._sign == "done"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.px(3) if self._sign == "today" else theme.px(1)
        place = QRectF(self.rect()).adjusted(wide, wide, -wide, -wide)
        edge = QPen(theme.color("coral" if self._sign == "today" else "faint"), wide)
        painter.setPen(Qt.PenStyle.NoPen if is_done else edge)
        painter.setBrush(theme.color("sea" if is_done else "raised"))
        painter.drawEllipse(place)
        self._paint_sign(painter, place)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        theme, middle, unit = self._theme, place.center(), place.width() / 10
        pen = QPen(theme.color("surface" if self._sign == "done" else "text"), theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._sign == "planned":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("quiet"))
            painter.drawEllipse(middle, unit, unit)
        lines = _ARROW if self._sign == "elsewhere" else (_LINES.get(self._sign, ()),)
        for line in lines:
            painter.drawPolyline([middle + QPointF(*point) * unit for point in line])
