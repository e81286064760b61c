"""Lines over time: measurements of each side with their error, and the consistency score."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.dates import date_ticks
from longstride.ui.widgets.charts.plot import (
    Frame,
    Key,
    frame,
    paint_grid,
    paint_labels,
    paint_legend,
    paint_line,
    paint_sign,
    pieces,
    ticks,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A value a day, oldest first.

    ``error`` is how far off each may be, or ``band`` the least and most round each; a ribbon shows
    it.
    """

    name: str
    color: str
    points: tuple[tuple[date, float], ...]
    shape: str = "disc"
    error: float = 0.0
    band: tuple[tuple[float, float], ...] = ()

    @property
    def ends(self) -> tuple[tuple[float, float], ...]:
        """The least and the most round each value."""
        error = self.error
        return self.band or tuple((value - error, value + error) for _, value in self.points)


@dataclass(frozen=True, slots=True)
class Stop:
    """A day that can be pointed at, and what it says."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A frame whose days run from ``first`` at its left to ``last``."""

    frame: Frame
    first: date
    last: date

    def x(self, day: date) -> float:
        """Return the place of a day; one alone stands in the middle."""
        if self.first == self.last:
            return self.frame.inside.center().x()
        part = (day - self.first).days / (self.last - self.first).days
        room = self.frame.inside.adjusted(8, 0, -8, 0)
        return room.left() + part * room.width()

    def points(self, line: Line, end: int | None = None) -> Iterator[QPointF]:
        """Yield the place of each value, or of its least (0) or most (1)."""
        for (day, value), ends in zip(line.points, line.ends, strict=True):
            yield QPointF(self.x(day), self.frame.y(value if end is None else ends[end]))


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines on one scale in ``unit``, which ``least`` and ``most`` widen; dots mark the values.

    ``zero`` marks nought with a line of its own, where values lie on both its sides.
    """

    lines: tuple[Line, ...]
    stops: tuple[Stop, ...]
    summary: str
    unit: str = ""
    least: float | None = None
    most: float | None = None
    dots: bool = True
    note: str = ""
    zero: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What each day says."""
        return tuple(stop.words for stop in self.stops)

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(270)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return a strip round each day, no wider than to the middle between two."""
        sheet = self._sheet(rect, theme, self._marks)
        xs = [sheet.x(stop.day) for stop in self.stops]
        halves = [max(2.0, (after - before) / 2) for before, after in pairwise(xs)]
        half = min([*halves, theme.px(14)])
        top, height = sheet.frame.inside.top(), sheet.frame.inside.height()
        return tuple(QRectF(x - half, top, 2 * half, height) for x in xs)

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint everything."""
        marks = self._marks
        sheet = self._sheet(rect, theme, marks)
        inside = sheet.frame.inside
        paint_grid(painter, sheet.frame, theme, marks, self.unit)
        for line in self.lines:
            _paint_ribbon(painter, sheet, theme, line)
        if self.zero and marks[0] < 0 < marks[-1]:
            _paint_zero(painter, sheet.frame, theme)
        for line in self.lines:
            self._paint_line(painter, sheet, theme, line)
        most = max(2, int(inside.width() // theme.px(72)))
        days = date_ticks(sheet.first, sheet.last, most)
        paint_labels(painter, inside, theme, [(sheet.x(day), text) for day, text in days])
        if self._keys:
            paint_legend(painter, rect, theme, self._keys)

    @property
    def _keys(self) -> tuple[Key, ...]:
        keys = [Key(line.name, line.color, line.shape) for line in self.lines if line.name]
        return (*keys, *([Key(self.note, "faint")] if self.note else []))

    @property
    def _marks(self) -> tuple[float, ...]:
        ends = [end for line in self.lines for both in line.ends for end in both]
        least = min(ends) if self.least is None else min(self.least, *ends)
        most = max(ends) if self.most is None else max(self.most, *ends)
        alone = 1.0 if least == most else 0.0  # a single value stands in the middle
        return ticks(least - alone, most + alone)

    def _sheet(self, rect: QRectF, theme: Theme, marks: tuple[float, ...]) -> _Sheet:
        days = [day for line in self.lines for day, _ in line.points]
        room = frame(rect, theme, marks, self.unit, legend=bool(self._keys))
        return _Sheet(room, min(days), max(days))

    def _paint_line(self, painter: QPainter, sheet: _Sheet, theme: Theme, line: Line) -> None:
        points = [*sheet.points(line)]
        pen = QPen(theme.color(line.color), theme.px(3))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_line(painter, points)
        key = Key(line.name, line.color, line.shape)
        for point in points if self.dots else points[-1:]:
            paint_sign(painter, point, theme.px(11), theme, key)


def _paint_ribbon(painter: QPainter, sheet: _Sheet, theme: Theme, line: Line) -> None:
    if not line.error and not line.band:
        return
    above, below = [*sheet.points(line, 1)], [*sheet.points(line, 0)]
    if len(above) == 1:  # a single result has an error too
        above = [above[0] + QPointF(-14, 0), above[0] + QPointF(14, 0)]
        below = [below[0] + QPointF(-14, 0), below[0] + QPointF(14, 0)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(line.color, 0.13))
    for over, under in zip(pieces(above), pieces(below), strict=True):
        painter.drawPolygon(QPolygonF([*over, *reversed(under)]))


def _paint_zero(painter: QPainter, frame: Frame, theme: Theme) -> None:
    y = round(frame.y(0)) + 0.5
    painter.setPen(QPen(theme.color("quiet"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(frame.inside.left(), y), QPointF(frame.inside.right(), y))
