"""The seven days of the running week as dots."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from longstride.ui.theme import Theme


class WeekDots(QLabel):
    """A letter and a dot a day: filled with a tick when done, a ring round today."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[tuple[str, bool, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, days: tuple[tuple[str, bool, bool], ...]) -> None:
        """Show (name, done, today) of each day, Monday first."""
        self._days = days
        done = [name for name, is_done, _ in days if is_done]
        self.setText(f"Done on {', '.join(done)}" if done else "Nothing done yet this week")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(7 * 50), self._theme.px(76))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(7 * 30), self._theme.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = min(self.width() / 7, self._theme.px(52))
        for index, (name, done, today) in enumerate(self._days):
            cell = QRectF(index * column, 0, column, self.height())
            self._paint_day(painter, cell, name, done, today)

    def _paint_day(
        self, painter: QPainter, cell: QRectF, name: str, done: bool, today: bool
    ) -> None:
        theme = self._theme
        side = min(cell.width() - theme.px(6), theme.px(40))
        dot = QRectF(cell.x(), theme.px(28), side, side)
        letter = QRectF(dot.x(), 0, side, theme.px(22))
        painter.setFont(theme.font(13, QFont.Weight.DemiBold if today else QFont.Weight.Medium))
        painter.setPen(theme.color("text" if today else "quiet"))
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, name[:1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sea" if done else "raised"))
        painter.drawEllipse(dot)
        if today:
            _paint_ring(painter, dot, QPen(theme.color("coral"), theme.px(3)))
        if done:
            _paint_tick(painter, dot, QPen(theme.color("surface"), theme.px(3)))


def _paint_ring(painter: QPainter, dot: QRectF, pen: QPen) -> None:
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot.adjusted(half, half, -half, -half))


def _paint_tick(painter: QPainter, dot: QRectF, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    middle, unit = dot.center(), dot.width() / 10
    painter.drawPolyline(
        [
            middle + type(middle)(-1.8 * unit, 0.1 * unit),
            middle + type(middle)(-0.5 * unit, 1.4 * unit),
            middle + type(middle)(1.9 * unit, -1.2 * unit),
        ]
    )
