"""The whole flow as a strip: a segment for each step, as wide as it lasts."""

from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from longstride.core.durations import clock_text
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme

_UNSHAPED = "min-height: 0; background: transparent;"
_GAP = 6
_BAR = 8
_JUMPS = {
    Qt.Key.Key_Up: 10_000,
    Qt.Key.Key_Down: -10_000,
    Qt.Key.Key_PageUp: 60_000,
    Qt.Key.Key_PageDown: -60_000,
}


class FlowStrip(QSlider):
    """Click to go there; with the focus, Up and Down go 10 s, Page Up and Page Down a minute.

    A QSlider over the steps (from 1) for a screen reader, which may also move it.
    """

    seek = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setStyleSheet(_UNSHAPED)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Steps of the flow")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._starts: tuple[int, ...] = (0,)
        self._duration = 1
        self._names: tuple[str, ...] = ("",)
        self._position = 0
        self._places: list[QRectF] = []
        self._pointed: int | None = None
        theme.changed.connect(self._arrange)
        self.valueChanged.connect(lambda step: self.seek.emit(self._starts[step - 1]))

    def show_flow(self, starts: tuple[int, ...], duration: int, names: tuple[str, ...]) -> None:
        """Show steps that begin at ``starts`` (ms, the first 0) in a flow of ``duration`` ms."""
        self._starts, self._duration, self._names = starts, duration, names
        self._position = 0
        with QSignalBlocker(self):
            self.setRange(1, len(starts))
            self.setPageStep(1)
            self.setValue(1)
        self._arrange()

    def show_position(self, position: int) -> None:
        """Show how far the flow has come, in ms."""
        before, after = self.x_at(self._position), self.x_at(position)
        self._position = position
        step = bisect_right(self._starts, position)
        if step != self.value():
            with QSignalBlocker(self):
                self.setValue(step)
            self.update()
        if round(before * 2) != round(after * 2):
            first, last = sorted((before, after))
            round_end = self._bar()
            left, right = int(first) - round_end, int(last) + round_end
            self.update(left, 0, right - left + 1, self.height())

    def x_at(self, position: int) -> float:
        """Return where a position (ms) lies, in px from the left."""
        if not self._places:
            return 0.0
        step = bisect_right(self._starts, position) - 1
        place = self._places[step]
        length = self._end(step) - self._starts[step]
        return place.left() + place.width() * min(1.0, (position - self._starts[step]) / length)

    def position_at(self, x: float) -> int:
        """Return the position (ms) at so many px from the left."""
        step = self._step_at(x)
        place = self._places[step]
        part = min(max((x - place.left()) / place.width(), 0.0), 1.0)
        length = self._end(step) - self._starts[step]
        return min(self._starts[step] + round(part * length), self._duration - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._places:
            self.seek.emit(self.position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position().x())
        if step != self._pointed:
            self._pointed = step
            length = clock_text(self._end(step) - self._starts[step])
            self.setToolTip(f"{step + 1}. {self._names[step]} · {length}")
            self.update()
        event.ignore()  # the page hears of every move of the mouse

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else on the page while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and self._keeps(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Say whether a key is the strip's own; with Shift it turns the figure."""
        return event.key() in _JUMPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier

    def keyPressEvent(self, event: QKeyEvent) -> None:
        jump = _JUMPS.get(Qt.Key(event.key()))
        if jump is None:
            event.ignore()
        else:
            self.seek.emit(min(max(0, self._position + jump), self._duration - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step, place in enumerate(self._places):
            self._paint_step(painter, step, place)
        if has_ring(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_step(self, painter: QPainter, step: int, place: QRectF) -> None:
        radius = place.height() / 2
        now = bisect_right(self._starts, self._position) - 1
        done = self._theme.color("faint")
        color = done if step < now else self._theme.color("line")
        painter.setBrush(color.lighter(125) if step == self._pointed else color)
        painter.drawRoundedRect(place, radius, radius)
        if step == now:
            filled = QRectF(place.topLeft(), QPointF(self.x_at(self._position), place.bottom()))
            filled.setWidth(max(filled.width(), place.height()))
            painter.setBrush(self._theme.color("coral"))
            painter.drawRoundedRect(filled & place, radius, radius)

    def _arrange(self) -> None:
        gap, high = min(self._theme.px(_GAP), self.width() / len(self._starts) / 3), self._bar()
        room = max(1.0, self.width() - gap * (len(self._starts) - 1))
        x = 0.0
        self._places = []
        for step, start in enumerate(self._starts):
            width = room * (self._end(step) - start) / self._duration
            self._places.append(QRectF(x, (self.height() - high) / 2, width, high))
            x += width + gap
        self.update()

    def _bar(self) -> int:
        return self._theme.px(_BAR)

    def _end(self, step: int) -> int:
        return self._starts[step + 1] if step + 1 < len(self._starts) else self._duration

    def _step_at(self, x: float) -> int:
        lefts = [place.left() for place in self._places]
        return max(0, bisect_right(lefts, x) - 1)
