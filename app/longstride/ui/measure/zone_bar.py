"""Where a change of an angle lies among what is error, likely and sure."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.ui.look.theme import Theme
from longstride.ui.measure.side_by_side import Compared

_WORDS = ("likely less", "maybe", "within error", "maybe", "likely more")


class ZoneBar(QLabel):
    """Five zones in grey, for a bigger angle is not a better one, and a dot for the change.

    What it says stands beside it in words and is its name for a screen reader.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._compared: Compared | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(52))

    def show_compared(self, compared: Compared) -> None:
        """Show a change."""
        self._compared = compared
        error = compared.error
        words = (
            f"{compared.name}: {compared.words}. Within {error.unchanged_below:g} degrees either "
            f"way is error, past {error.maybe_up_to:g} it is more than that."
        )
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._compared is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self._most()
        edges = self._edges(most)
        for number, (left, right) in enumerate(pairwise(edges)):
            self._paint_zone(painter, number, self._x(left, most), self._x(right, most))
        self._paint_dot(painter, self._x(self._compared.difference, most))

    def _most(self) -> float:
        assert self._compared is not None
        return max(self._compared.error.maybe_up_to * 4 / 3, abs(self._compared.difference) + 2.0)

    def _edges(self, most: float) -> tuple[float, ...]:
        assert self._compared is not None
        low, high = self._compared.error.unchanged_below, self._compared.error.maybe_up_to
        return -most, -high, -low, low, high, most

    def _x(self, degrees: float, most: float) -> float:
        return 8 + (degrees + most) / (2 * most) * (self.width() - 16)

    def _paint_zone(self, painter: QPainter, number: int, left: float, right: float) -> None:
        outer = abs(number - 2) / 2
        place = QRectF(left + 1, self._theme.px(4), right - left - 2, self._theme.px(14))
        color = self._theme.color("quiet")
        color.setAlphaF(0.18 + 0.42 * outer)
        painter.setPen(QPen(self._theme.color("line"), 0))
        painter.setBrush(color)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self._theme.color("quiet"))
        font = self._theme.font(13)
        painter.setFont(font)
        room = QRectF(left, self._theme.px(24), right - left, self._theme.px(22))
        if painter.fontMetrics().horizontalAdvance(_WORDS[number]) < room.width():
            painter.drawText(room, 0x84, _WORDS[number])

    def _paint_dot(self, painter: QPainter, x: float) -> None:
        painter.setPen(QPen(self._theme.color("ground"), 3))
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(x, self._theme.px(11)), self._theme.px(9), self._theme.px(9))
