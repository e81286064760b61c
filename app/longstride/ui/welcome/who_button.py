"""What an athlete may be, as a card with a figure that is pressed like a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from longstride.core.history.plan.answers import Who
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.welcome.words import NAMES
from longstride.ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from longstride.ui.widgets.figure.still import StillPicture

LEAST = 205  # px a card is wide
_HEIGHT = 240
_AIR = 12  # px around the figure


class WhoButton(PushButton):
    """One of those that an athlete may be; a ring and a tick say that it is chosen."""

    def __init__(self, theme: Theme, who: Who) -> None:
        super().__init__(NAMES[who])
        self._theme = theme
        self._who = who
        self._still: StillPicture | None = None
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        theme.changed.connect(self.updateGeometry)

    @property
    def _ground(self) -> str:
        return "raised" if self.underMouse() else "surface"

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        foot = self._theme.px(52)
        painter.setFont(self._theme.font(17, self._theme.font(17).Weight.DemiBold))
        painter.setPen(self._theme.color("text"))
        name = QRectF(0, self.height() - foot, self.width(), foot)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        air = self._theme.px(_AIR)
        room = QRectF(air, air, self.width() - 2 * air, self.height() - foot - air)
        self._paint_figure(painter, room)
        if self.isChecked():
            self._paint_tick(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, edge = self._theme, self._theme.px(2) - 0.5  # sharp where it is thin
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        ring = "sea" if has_ring(self) else "text" if self.isChecked() else "faint"
        painter.setPen(QPen(theme.color(ring), theme.px(1 if ring == "faint" else 3)))
        painter.setBrush(theme.color(self._ground))
        painter.drawRoundedRect(inside, theme.px(18), theme.px(18))

    def _paint_figure(self, painter: QPainter, room: QRectF) -> None:
        # Loaded when there is somebody to ask: Today is read and shown before.
        from longstride.ui.welcome.people import frame_in, person
        from longstride.ui.widgets.figure.still import StillPicture
        from longstride.ui.widgets.figure.worn import worn

        self._still = self._still or StillPicture()
        figure, look = person(self._who), worn(self._theme, self._ground)
        self._still.paint(painter, frame_in(room, figure), figure, figure.key, look)

    def _paint_tick(self, painter: QPainter) -> None:
        px, theme = self._theme.px, self._theme
        disc = QRectF(self.width() - px(42), px(16), px(26), px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        painter.drawEllipse(disc)
        middle, unit = disc.center(), disc.width() / 10
        pen = QPen(theme.color("surface"), px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corners = ((-1.9, 0.1), (-0.5, 1.5), (2.0, -1.3))
        painter.drawPolyline([middle + QPointF(x, y) * unit for x, y in corners])
