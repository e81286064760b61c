"""How loud Longstride is: a speaker and a bar beside it."""

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme

_UNSHAPED = "min-height: 0; background: transparent;"
STEP = 5  # per cent
_SIGN, _GAP, _BAR, _KNOB = 18, 10, 4, 6
_OWN_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class VolumeBar(QSlider):
    """A QSlider in per cent, in steps of five; ``valueChanged`` is what the athlete wants."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setStyleSheet(_UNSHAPED)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Volume of Longstride")
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(4 * STEP)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self.strength = 1.0
        self.valueChanged.connect(self._say)
        theme.changed.connect(self.update)
        self._say()

    def show_volume(self, percent: int) -> None:
        """Show how loud it is, without wanting anything."""
        with QSignalBlocker(self):
            self.setValue(percent)
        self._say()

    def turn(self, steps: int) -> None:
        """Want it louder by so many steps, or softer."""
        self.setValue(self.value() + steps * STEP)

    def show_strength(self, strength: float) -> None:
        """Fade to ``strength`` 0-1."""
        if strength != self.strength:
            self.strength = strength
            self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a slider that mean something else on the page."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and cast("QKeyEvent", event).key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event.position().x())
        event.ignore()  # the page hears of every move of the mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self.strength)
        self._paint_sign(painter)
        self._paint_bar(painter)
        if has_ring(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _take(self, x: float) -> None:
        bar = self._bar()
        part = min(max((x - bar.left()) / max(bar.width(), 1.0), 0.0), 1.0)
        self.setValue(round(part * 100 / STEP) * STEP)

    def _paint_sign(self, painter: QPainter) -> None:
        side = self._theme.px(_SIGN)
        place = QRectF(self._inset(), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(self._theme.color("quiet"), max(1.5, self._theme.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_speaker(place, self.value()))

    def _paint_bar(self, painter: QPainter) -> None:
        bar, radius = self._bar(), self._theme.px(_BAR) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(bar, radius, radius)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * self.value() / 100)
        painter.setBrush(self._theme.color("quiet"))
        painter.drawRoundedRect(filled, radius, radius)
        knob = self._theme.px(_KNOB)
        painter.drawEllipse(QPointF(filled.right(), bar.center().y()), knob, knob)

    def _bar(self) -> QRectF:
        left = self._inset() + self._theme.px(_SIGN + _GAP)
        right = self.width() - self._theme.px(_KNOB)
        high = self._theme.px(_BAR)
        return QRectF(left, (self.height() - high) / 2, max(1.0, right - left), high)

    def _inset(self) -> int:
        return self._theme.px(6)

    def _say(self) -> None:
        self.setToolTip(f"Volume {self.value()} % (+ and -)")
        self.setAccessibleDescription(f"{self.value()} %")


def _speaker(place: QRectF, percent: int) -> QPainterPath:
    """Return a loudspeaker with a wave for each half of the volume, struck out at nothing."""
    path = _cone(place)
    middle = QPointF(place.left() + place.width() * 0.45, place.center().y())
    for number in range(1, 3 if percent > 50 else 2 if percent else 1):
        reach = place.width() * (0.1 + 0.2 * number)
        round_it = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        path.arcMoveTo(round_it, -45)
        path.arcTo(round_it, -45, 90)
    if not percent:
        path.moveTo(place.right(), place.top() + place.height() * 0.3)
        path.lineTo(place.right() - place.width() * 0.35, place.bottom() - place.height() * 0.3)
    return path


def _cone(place: QRectF) -> QPainterPath:
    x, y, wide, high = place.left(), place.top(), place.width(), place.height()
    path = QPainterPath(QPointF(x, y + 0.36 * high))
    for right, down in ((0.18, 0.36), (0.42, 0.14), (0.42, 0.86), (0.18, 0.64), (0.0, 0.64)):
        path.lineTo(x + right * wide, y + down * high)
    path.closeSubpath()
    return path
