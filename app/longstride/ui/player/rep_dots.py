"""Repetitions as dots: done, now and to come."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import largest_fitting
from longstride.ui.widgets.gauge import Gauge

_PITCH = 38  # px at 100 %
_SMALLEST = 7


class RepDots(Gauge):
    """A dot for each repetition, closer when there are many, a bar when there are too many.

    ``labelled`` False leaves away which of how many it is.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Repetitions", parent)
        self._now = 0
        self._total = 0
        self._role = "coral"
        self._label = ""
        self._fitted: tuple[object, QFont, int] | None = None
        self.labelled = True

    def show_reps(self, now: int, total: int, noun: str = "rep", role: str = "coral") -> None:
        """Show which of so many is under way (from 1); ``total`` 0 shows nothing."""
        if (now, total, role) == (self._now, self._total, self._role):
            return
        self._now, self._total, self._role = now, total, role
        self._label = f"{now} of {total}" if total else ""
        self.say(f"{noun} {self._label}" if total else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        place = QRect(0, 0, self.width(), self.height())
        font, label = self._set_label(place)
        end = self._paint_marks(painter, self.width() - label - self._theme.px(32))
        if not label:
            return
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        place.setLeft(round(end) + self._theme.px(28))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), self._label)

    def _set_label(self, place: QRect) -> tuple[QFont, int]:
        """Return the label's font and width in px, set once for a text and a size; 0 for none."""
        key = (self._label, self.labelled, place.size(), self._theme.scale)
        if self._fitted is None or self._fitted[0] != key:
            weight = QFont.Weight.DemiBold
            size = largest_fitting(self._theme, self._label, place, 34, 9, weight)
            font = self._theme.font(size, weight)
            wide = QFontMetrics(font).horizontalAdvance(self._label)
            self._fitted = (key, font, wide if self.labelled else 0)
        return self._fitted[1:]

    def _paint_marks(self, painter: QPainter, room: float) -> float:
        """Paint dots or a bar and return where they end."""
        pitch = min(self._theme.px(_PITCH), room / self._total)
        size = min(self._theme.px(24), pitch * 0.62, self.height() * 0.84)
        if size < self._theme.px(_SMALLEST):
            return self._paint_bar(painter, room)
        for index in range(self._total):
            self._paint_dot(painter, index, QPointF(pitch * index + size / 2, self._middle()), size)
        return pitch * (self._total - 1) + size

    def _paint_dot(self, painter: QPainter, index: int, centre: QPointF, size: float) -> None:
        pen = size / 7
        done, now = index < self._now - 1, index == self._now - 1
        outline = self._role if now else "quiet" if done else "faint"
        painter.setPen(QPen(self._theme.color(outline), pen * (1.3 if now else 1)))
        painter.setBrush(self._theme.color("text") if done else QColor(0, 0, 0, 0))
        painter.drawEllipse(centre, (size - pen) / 2, (size - pen) / 2)

    def _paint_bar(self, painter: QPainter, room: float) -> float:
        high = self._theme.px(10)
        place = QRectF(0, self._middle() - high / 2, room, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        place.setWidth(max(high, room * self._now / self._total))
        painter.setBrush(self._theme.color(self._role))
        painter.drawRoundedRect(place, high / 2, high / 2)
        return room

    def _middle(self) -> float:
        return self.height() / 2
