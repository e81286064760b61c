"""Lines over time: measurements of each side with their error, and the consistency score."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from longstride.ui.theme import Theme
from longstride.ui.widgets.charts.dates import date_ticks
from longstride.ui.widgets.charts.plot import (
    Frame,
    Key,
    frame,
    paint_grid,
    paint_labels,
    paint_legend,
    paint_sign,
    ticks,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A value a day, oldest first. ``error`` is how far off each may be; its ribbon shows it."""

    name: str
    color: str
    points: tuple[tuple[date, float], ...]
    shape: str = "disc"
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A day that can be pointed at, and what it says."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines on one scale in ``unit``, which ``least`` and ``most`` widen; dots mark the values."""

    lines: tuple[Line, ...]
    stops: tuple[Stop, ...]
    summary: str
    unit: str = ""
    least: float | None = None
    most: float | None = None
    dots: bool = True
    note: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What each day says."""
        return tuple(stop.words for stop in self.stops)

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(270)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return a strip round each day, no wider than to the middle between two."""
        inside = self._frame(rect, theme)
        xs = [self._x(inside, stop.day) for stop in self.stops]
        halves = [max(2.0, (after - before) / 2) for before, after in pairwise(xs)]
        half = min([*halves, theme.px(14)])
        top, height = inside.inside.top(), inside.inside.height()
        return tuple(QRectF(x - half, top, 2 * half, height) for x in xs)

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint everything."""
        inside = self._frame(rect, theme)
        paint_grid(painter, inside, theme, self._marks, self.unit)
        for line in self.lines:
            self._paint_ribbon(painter, inside, theme, line)
        for line in self.lines:
            self._paint_line(painter, inside, theme, line)
        most = max(2, int(inside.inside.width() // theme.px(72)))
        labels = [(self._x(inside, day), text) for day, text in date_ticks(*self._days, most)]
        paint_labels(painter, inside.inside, theme, labels)
        if self._keys:
            paint_legend(painter, rect, theme, self._keys)

    @property
    def _keys(self) -> tuple[Key, ...]:
        keys = [Key(line.name, line.color, line.shape) for line in self.lines if line.name]
        return (*keys, *([Key(self.note, "line")] if self.note else []))

    @property
    def _days(self) -> tuple[date, date]:
        days = [day for line in self.lines for day, _ in line.points]
        return min(days), max(days)

    @property
    def _marks(self) -> tuple[float, ...]:
        ends = [
            value + off
            for line in self.lines
            for _, value in line.points
            for off in (-line.error, line.error)
        ]
        least = min(ends) if self.least is None else min(self.least, *ends)
        most = max(ends) if self.most is None else max(self.most, *ends)
        alone = 1.0 if least == most else 0.0  # a single value stands in the middle
        return ticks(least - alone, most + alone)

    def _frame(self, rect: QRectF, theme: Theme) -> Frame:
        return frame(rect, theme, self._marks, self.unit, legend=bool(self._keys))

    def _x(self, inside: Frame, day: date) -> float:
        first, last = self._days
        if first == last:
            return inside.inside.center().x()
        part = (day - first).days / (last - first).days
        room = inside.inside.adjusted(8, 0, -8, 0)
        return room.left() + part * room.width()

    def _points(self, inside: Frame, line: Line, off: float = 0) -> Iterator[QPointF]:
        for day, value in line.points:
            yield QPointF(self._x(inside, day), inside.y(value + off))

    def _paint_ribbon(self, painter: QPainter, inside: Frame, theme: Theme, line: Line) -> None:
        if not line.error:
            return
        above = [*self._points(inside, line, line.error)]
        below = [*self._points(inside, line, -line.error)]
        if len(above) == 1:  # a single result has an error too
            above = [above[0] + QPointF(-14, 0), above[0] + QPointF(14, 0)]
            below = [below[0] + QPointF(-14, 0), below[0] + QPointF(14, 0)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(line.color, 0.13))
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))

    def _paint_line(self, painter: QPainter, inside: Frame, theme: Theme, line: Line) -> None:
        points = [*self._points(inside, line)]
        pen = QPen(theme.color(line.color), theme.px(3))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        key = Key(line.name, line.color, line.shape)
        for point in points if self.dots else points[-1:]:
            paint_sign(painter, point, theme.px(11), theme, key)
