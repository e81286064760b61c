"""A day of the week that is on or off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import PushButton

_WIDE, _HIGH, _NARROW = 40, 48, 18  # px at 100 %; the last is the least width


class DayToggle(PushButton):
    """A weekday's letter; filled and ticked while it is on. ``name`` is what it says in full."""

    def __init__(self, theme: Theme, letter: str, name: str) -> None:
        super().__init__()
        self._theme, self._letter = theme, letter
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_NARROW), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, is_on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        place.setWidth(min(place.width(), theme.px(_WIDE)))
        self._paint_ground(painter, place)
        painter.setPen(theme.color("surface" if is_on else "quiet"))
        painter.setFont(theme.font(13, QFont.Weight.DemiBold))
        letter = QRectF(place.x(), theme.px(5), place.width(), theme.px(20))
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, self._letter)
        if is_on:
            _paint_tick(painter, QPointF(place.center().x(), theme.px(34)), theme)

    def _paint_ground(self, painter: QPainter, place: QRectF) -> None:
        theme, is_on = self._theme, self.isChecked()
        corner = theme.px(10)
        inside = place.adjusted(1.5, 1.5, -1.5, -1.5)
        if has_ring(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text"), 3))
            painter.drawRoundedRect(inside, corner, corner)
            inside = inside.adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen if is_on else QPen(theme.color("faint"), theme.px(1)))
        painter.setBrush(theme.color("sea" if is_on else "raised"))
        painter.drawRoundedRect(inside, corner, corner)


def _paint_tick(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    pen = QPen(theme.color("surface"), theme.px(2.4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    unit = theme.px(1.6)
    painter.drawPolyline(
        [
            middle + QPointF(-2.6 * unit, 0),
            middle + QPointF(-0.7 * unit, 2 * unit),
            middle + QPointF(2.8 * unit, -2 * unit),
        ]
    )
