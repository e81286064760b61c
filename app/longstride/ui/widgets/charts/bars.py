"""Bars over time: one a week, or one a month when there are many."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.plot import (
    Frame,
    Key,
    frame,
    paint_grid,
    paint_labels,
    paint_legend,
    ticks,
)

_WIDEST = 30  # px at 100 %
PALEST = 0.72  # still 3:1 against the card


@dataclass(frozen=True, slots=True)
class Bar:
    """One value 0 or more; ``label`` stands below it, ``words`` say it in full."""

    value: float
    label: str
    words: str
    running: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars, oldest left. ``fade`` lets the older ones pale; a running bar is only outlined.

    ``goal`` is a dashed line with ``goal_text`` in the legend.
    """

    bars: tuple[Bar, ...]
    summary: str
    color: str = "sea"
    fade: bool = False
    goal: float | None = None
    goal_text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What each bar says."""
        return tuple(bar.words for bar in self.bars)

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(240)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return the strip of each bar."""
        inside = self._frame(rect, theme)
        return tuple(inside.column(index, len(self.bars)) for index in range(len(self.bars)))

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint everything."""
        inside = self._frame(rect, theme)
        paint_grid(painter, inside, theme, self._marks)
        for index, bar in enumerate(self.bars):
            self._paint_bar(painter, inside, theme, index, bar)
        self._paint_goal(painter, inside, theme)
        paint_labels(painter, inside.inside, theme, tuple(self._labels(inside)))
        if self._keys:
            paint_legend(painter, rect, theme, self._keys)

    @property
    def _marks(self) -> tuple[float, ...]:
        return ticks(0, max(self.goal or 1, *(bar.value for bar in self.bars), 1))

    @property
    def _keys(self) -> tuple[Key, ...]:
        return (Key(self.goal_text, "amber", "line"),) if self.goal_text else ()

    def _frame(self, rect: QRectF, theme: Theme) -> Frame:
        return frame(rect, theme, self._marks, legend=bool(self._keys))

    def _labels(self, inside: Frame) -> Iterator[tuple[float, str]]:
        for index, bar in enumerate(self.bars):
            yield inside.column(index, len(self.bars)).center().x(), bar.label

    def _paint_bar(
        self, painter: QPainter, inside: Frame, theme: Theme, index: int, bar: Bar
    ) -> None:
        if not bar.value:
            return
        strip = inside.column(index, len(self.bars))
        width = min(strip.width() * 0.68, theme.px(_WIDEST))
        top = min(inside.y(bar.value), inside.inside.bottom() - 2)
        place = QRectF(strip.center().x() - width / 2, top, width, inside.inside.bottom() - top)
        alpha = PALEST + (1 - PALEST) * (index + 1) / len(self.bars) if self.fade else 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self.color, alpha))
        if bar.running:
            painter.setPen(QPen(theme.color(self.color), theme.px(2)))
            painter.setBrush(theme.color(self.color, 0.25))
            place = place.adjusted(1, 1, -1, 0)
        radius = min(theme.px(5), width / 3)
        painter.drawRoundedRect(place, radius, radius)

    def _paint_goal(self, painter: QPainter, inside: Frame, theme: Theme) -> None:
        if self.goal is None:
            return
        y = inside.y(self.goal)
        painter.setPen(QPen(theme.color("amber"), theme.px(2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(inside.inside.left(), y), QPointF(inside.inside.right(), y))
