"""The seven days of the running week as dots."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Dot:
    """A day by its name; ``state`` is done, frozen or open."""

    name: str
    state: str
    today: bool = False


class WeekDots(QLabel):
    """A letter and a dot a day: a tick when done, two bars when frozen, a ring round today."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: tuple[Dot, ...] = ()
        self._filled = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, days: tuple[Dot, ...]) -> None:
        """Show seven days, the first day of the week first."""
        self._days = days
        done = [dot.name for dot in days if dot.state == "done"]
        frozen = [dot.name for dot in days if dot.state == "frozen"]
        words = f"Done on {', '.join(done)}" if done else "Nothing done yet this week"
        self.setText(f"{words}; frozen: {', '.join(frozen)}" if frozen else words)
        self.update()

    def show_filled(self, part: float) -> None:
        """Fill today's dot, where that is done, only so far (0-1)."""
        self._filled = part
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(7 * 50), self._theme.px(76))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(7 * 30), self._theme.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = min(self.width() / 7, self._theme.px(52))
        for index, day in enumerate(self._days):
            self._paint_day(painter, QRectF(index * column, 0, column, self.height()), day)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: Dot) -> None:
        theme = self._theme
        side = min(cell.width() - theme.px(6), theme.px(40))
        dot = QRectF(cell.x(), theme.px(28), side, side)
        letter = QRectF(dot.x(), 0, side, theme.px(22))
        painter.setFont(theme.font(13, QFont.Weight.DemiBold if day.today else QFont.Weight.Medium))
        painter.setPen(theme.color("text" if day.today else "quiet"))
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, day.name[:1])
        filling = day.today and self._filled < 1
        done = day.state == "done" and not filling
        painter.setPen(Qt.PenStyle.NoPen if done else QPen(theme.color("faint"), theme.px(1)))
        painter.setBrush(theme.color("sea" if done else "raised"))
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if day.today:
            ring = "sea" if done else "coral"
            _paint_ring(painter, dot, QPen(theme.color(ring), theme.px(3)))
        if filling and day.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sea"))
            painter.drawPie(dot.adjusted(1, 1, -1, -1), 90 * 16, -round(360 * 16 * self._filled))
        elif day.state == "done":
            paint_tick(painter, dot, QPen(theme.color("surface"), theme.px(3)))
        elif day.state == "frozen":
            _paint_pause(painter, dot, QPen(theme.color("amber"), theme.px(3)))


def _paint_ring(painter: QPainter, dot: QRectF, pen: QPen) -> None:
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot.adjusted(half, half, -half, -half))


def paint_tick(painter: QPainter, dot: QRectF, pen: QPen) -> None:
    """Paint the tick of what is done into a place."""
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


def _paint_pause(painter: QPainter, dot: QRectF, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle, unit = dot.center(), dot.width() / 10
    for side in (-1.1, 1.1):
        above, below = type(middle)(side * unit, -1.5 * unit), type(middle)(side * unit, 1.5 * unit)
        painter.drawLine(middle + above, middle + below)
