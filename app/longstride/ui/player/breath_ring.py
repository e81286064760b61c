"""The breath as a ring that fills and a disc that widens with the breath in."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.gauge import Gauge

_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_STEPS = 600  # positions of the ring that are told apart
_SMALL, _LARGE = 0.40, 0.66  # the disc, as parts of the ring


class BreathRing(Gauge):
    """One half of a breath; with reduced motion the disc is only small or large."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Breath", parent)
        self._inhale = True
        self._at = 0

    def show_breath(self, inhale: bool, fraction: float) -> None:
        """Show how much of breathing in or out has passed, 0 to 1."""
        at = round(fraction * _STEPS)
        if (inhale, at) == (self._inhale, self._at):
            return
        self._inhale, self._at = inhale, at
        self.say("breathe in" if inhale else "breathe out")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        pen = side / 12
        ring = QRectF(0, 0, side - pen, side - pen)
        ring.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        painter.setPen(QPen(self._theme.color("sea", 0.22), pen))
        painter.drawEllipse(ring)
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(self._theme.color("sea"), pen, Qt.PenStyle.SolidLine, round_cap))
        painter.drawArc(ring, _TURN // 4, -round(_TURN * self._at / _STEPS))
        self._paint_disc(painter, ring.center(), ring.width() / 2)

    def _paint_disc(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sea", 0.9))
        disc = radius * (_SMALL + (_LARGE - _SMALL) * self._fullness())
        painter.drawEllipse(centre, disc, disc)

    def _fullness(self) -> float:
        if self._theme.reduced_motion:
            return float(self._inhale)
        passed = self._at / _STEPS
        return passed if self._inhale else 1 - passed
