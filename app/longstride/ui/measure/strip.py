"""Twelve small pictures of a clip, and which of its frames is looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme

THUMBS = 12
_FAR = 10  # frames, with Shift
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ThumbStrip(QSlider):
    """The value is the frame: arrows go one, with Shift ten, Home and End to the ends.

    The wheel scrolls the page and never changes it. ``played`` comes with Space.
    """

    played = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._images: tuple[QImage, ...] = ()
        self.setAccessibleName("Frame")
        self.setPageStep(_FAR)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(64))

    def show_source(self, frames: int) -> None:
        """Begin at the first of so many frames, without asking for it."""
        self.blockSignals(True)
        self._images = ()
        self.setRange(0, frames - 1)
        self.setValue(0)
        self.blockSignals(False)
        self.update()

    def follow(self, frame: int) -> None:
        """Mark a frame that is seen already."""
        self.blockSignals(True)
        self.setValue(frame)
        self.blockSignals(False)

    def show_thumbs(self, images: tuple[QImage, ...]) -> None:
        """Show the pictures, evenly apart from the first to the last."""
        self._images = images
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.played.emit()
            return
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.setValue(self.value() + step * (_FAR if far else 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places()):
            self._paint_thumb(painter, number, place)
        if self.maximum() > self.minimum():
            self._paint_mark(painter)
        if has_ring(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _places(self) -> list[QRectF]:
        gap = 6
        wide = (self.width() - 8 - gap * (THUMBS - 1)) / THUMBS
        return [QRectF(4 + n * (wide + gap), 4, wide, self.height() - 8) for n in range(THUMBS)]

    def _paint_thumb(self, painter: QPainter, number: int, place: QRectF) -> None:
        edge = QPainterPath()
        edge.addRoundedRect(place, 6, 6)
        painter.save()
        painter.setClipPath(edge)
        painter.fillRect(place, self._theme.color("raised"))
        if number < len(self._images):
            _paint_filling(painter, self._images[number], place)
        painter.restore()

    def _paint_mark(self, painter: QPainter) -> None:
        """Show the frame as an upright bar with an edge, seen on any picture."""
        part = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        x = 4 + part * (self.width() - 8)
        bar = QRectF(x - 3, 2, 6, self.height() - 4)
        painter.setPen(QPen(self._theme.color("ground"), 2))
        painter.setBrush(self._theme.color("text"))
        painter.drawRoundedRect(bar, 3, 3)

    def _go_to(self, x: float) -> None:
        part = min(1.0, max(0.0, (x - 4) / max(1, self.width() - 8)))
        self.setValue(round(self.minimum() + part * (self.maximum() - self.minimum())))


def _paint_filling(painter: QPainter, image: QImage, place: QRectF) -> None:
    """Fill a place with the middle of a picture."""
    if image.isNull() or place.height() <= 0:
        return
    wide, high = float(image.width()), float(image.height())
    scale = max(place.width() / wide, place.height() / high)
    source = QRectF(0, 0, place.width() / scale, place.height() / scale)
    source.moveCenter(QRectF(0, 0, wide, high).center())
    painter.drawImage(place, image, source)
