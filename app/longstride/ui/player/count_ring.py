"""The seconds until the work begins, in a ring that empties with them."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.count import Count
from longstride.ui.widgets.gauge import Gauge

_STEPS = 720  # positions of the ring that are told apart
_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_PEN = 1 / 18  # of the side
_WIDE, _HIGH = 0.66, 0.4  # of the side, for the number


class CountRing(Gauge):
    """Neutral in colour: coral is the work, and nothing works yet.

    At a frame only the end of the arc is painted anew, and never the number in its middle.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Until it begins", parent)
        self.number = Count(theme, self, centred=True)
        self._at = _STEPS

    def show_left(self, part: float, seconds: int) -> None:
        """Show which part of the time is left, 0 to 1, and how many seconds that is."""
        self.number.show_text(str(seconds))
        self.say(f"{seconds} s")
        whole = self._theme.reduced_motion
        self._turn_to(_STEPS if whole else round(part * _STEPS))

    def show_strength(self, strength: float) -> None:
        """Dim to ``strength`` 0-1."""
        super().show_strength(strength)
        self.number.show_strength(strength)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self._side()
        wide, high = round(side * _WIDE), round(side * _HIGH)
        self.number.setGeometry((side - wide) // 2, (side - high) // 2, wide, high)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = self._side() * _PEN
        ring = self._ring()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        painter.setPen(QPen(self._theme.color("line"), pen))
        painter.drawEllipse(ring)
        if self._at:
            round_cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(self._theme.color("text"), pen, Qt.PenStyle.SolidLine, round_cap))
            painter.drawArc(ring, _TURN // 4, round(_TURN * self._at / _STEPS))

    def _turn_to(self, at: int) -> None:
        if at == self._at:
            return
        before, self._at = self._at, at
        if abs(before - at) > _STEPS // 20:  # it jumped
            self.update()
        else:
            self.update(self._between(before, at))

    def _between(self, before: int, now: int) -> QRect:
        """Return what looks different: from one end of the arc to the other, with its round."""
        ends = QRectF(self._end(before), self._end(now)).normalized()
        around = self._side() * _PEN / 2 + 2
        return ends.adjusted(-around, -around, around, around).toAlignedRect()

    def _end(self, at: int) -> QPointF:
        ring, angle = self._ring(), math.tau * (0.25 + at / _STEPS)
        reach = ring.width() / 2
        return ring.center() + QPointF(math.cos(angle), -math.sin(angle)) * reach

    def _ring(self) -> QRectF:
        side = self._side()
        inset = side * _PEN / 2 + 1
        return QRectF(inset, inset, side - 2 * inset, side - 2 * inset)

    def _side(self) -> int:
        return min(self.width(), self.height())
