"""The place of the figure in the player."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.figure.figure import Look, fit, paint_figure, paint_person, paint_scenery

UNSEEN = 0.6  # px that may be left out between two paintings
FAINT = 0.04  # of the working line's brightness, likewise
CHEST = 0.01  # body heights a full chest is wider than an empty one

Picture = tuple[Figure, Stance]
Shown = tuple[Picture, Picture | None, float]


class FigureFrame(QLabel):
    """Paints one figure, or two while one gives way to the other.

    Its text is what a screen reader says of the drill.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._shown: Shown | None = None
        self._scenery: tuple[object, QPixmap] | None = None
        theme.changed.connect(self._forget)

    def show_figure(
        self, picture: Picture, before: Picture | None = None, come: float = 1.0
    ) -> None:
        """Show a picture that has come so far (0-1)."""
        fresh = (picture, before, come)
        if self._shown is None or self._differs(self._shown, fresh):
            self._shown = fresh
            self.update()

    def _differs(self, shown: Shown, fresh: Shown) -> bool:
        """Say whether an eye could tell what is shown from what is to be shown.

        A slow lowering moves less than a pixel a frame, and a breath far less: painting those
        frames would cost most of the processor's time and show nothing.
        """
        (figure, then), (now_figure, now) = shown[0], fresh[0]
        if figure is not now_figure or shown[1:] != fresh[1:] or fresh[1] is not None:
            return shown != fresh
        if then.flipped != now.flipped or then.ghost != now.ghost:
            return True
        scale = fit(self.frame(), figure).scale
        return (
            abs(then.effort - now.effort) > FAINT
            or abs(then.fullness - now.fullness) * CHEST * scale > UNSEEN
            or any(math.dist(then.joints[n], now.joints[n]) * scale > UNSEEN for n in now.joints)
        )

    def frame(self) -> QRectF:
        """Return where the figure is painted."""
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        picture, before, come = self._shown
        painter = QPainter(self)
        look = Look.of(self._theme.palette)
        if before is None:
            painter.drawPixmap(QPointF(0, 0), self._still(picture, look))
            paint_person(painter, self.frame(), *picture, look)
        else:
            self._fade(painter, before, 1.0 - come, look)
            self._fade(painter, picture, come, look)

    def _still(self, picture: Picture, look: Look) -> QPixmap:
        """Return what stands still behind the body, painted once a phase and not once a frame."""
        figure, stance = picture
        ghost = None if stance.ghost is None else tuple(stance.ghost.items())
        key = (figure.drill, stance.flipped, ghost, self.frame(), self._theme.palette)
        if self._scenery is None or self._scenery[0] != key:
            layer = self._layer()
            inner = QPainter(layer)
            paint_scenery(inner, self.frame(), figure, stance, look)
            inner.end()
            self._scenery = (key, layer)
        return self._scenery[1]

    def _fade(self, painter: QPainter, picture: Picture, strength: float, look: Look) -> None:
        """Paint a picture as a whole more or less strongly: its parts must not shine through."""
        layer = self._layer()
        inner = QPainter(layer)
        paint_figure(inner, self.frame(), *picture, look)
        inner.end()
        painter.setOpacity(strength)
        painter.drawPixmap(QPointF(0, 0), layer)
        painter.setOpacity(1.0)

    def _layer(self) -> QPixmap:
        """Return a clear sheet of the widget's size."""
        ratio = self.devicePixelRatioF()
        layer = QPixmap((QRectF(self.rect()).size() * ratio).toSize())
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        return layer

    def _forget(self) -> None:
        self._scenery = None
        self.update()
