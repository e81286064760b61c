"""One repetition as a bar: a segment for each phase, filled as far as it has gone."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.gauge import Gauge

_GAP = 8
_LEAST = 2  # heights of the bar a segment is wide, however short it lasts


@dataclass(frozen=True, slots=True)
class Segment:
    """One phase: its label such as "4 down", its length in ms and its colour in the palette."""

    label: str
    length: int
    role: str


class TempoBar(Gauge):
    """Segments as wide as they last; the sentence below says what they are.

    It is set once for a repetition and a size; at a frame only what is filled anew is painted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Tempo of this repetition", parent)
        self._segments: tuple[Segment, ...] = ()
        self._index = 0
        self._fraction = 0.0
        self._places: tuple[tuple[float, float], ...] | None = None
        theme.changed.connect(self._forget)

    def show_rep(self, segments: tuple[Segment, ...]) -> None:
        """Show the phases of one repetition."""
        if segments != self._segments:
            self._segments = segments
            self._index, self._fraction = 0, 0.0
            self.say(segments[0].label if segments else "")
            self._forget()

    def show_at(self, index: int, fraction: float) -> None:
        """Fill up to a part (0 to 1) of one segment; the ones before it are full."""
        before, filled = self._index, self._filled()
        self._index, self._fraction = index, fraction
        if index != before:
            self.say(self._segments[index].label)
            self.update()
        elif filled != self._filled():
            self.update(self._between(filled, self._filled()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        for index, (x, width) in enumerate(self._set()):
            self._paint_segment(painter, index, x, width)

    def _between(self, before: int, now: int) -> QRect:
        """Return what looks different: from one end of the filling to another, with its round."""
        left, _ = self._set()[self._index]
        high = self.height()
        first, last = sorted((before, now))
        return QRect(int(left) + first - high, 0, last - first + 2 * high, high)

    def _filled(self) -> int:
        """Return how many px of the running segment are full."""
        places = self._set()
        return round(self._fraction * places[self._index][1]) if places else 0

    def _forget(self) -> None:
        self._places = None
        self.update()

    def _set(self) -> tuple[tuple[float, float], ...]:
        """Return each segment's left and width."""
        if self._places is None:
            lengths = [segment.length for segment in self._segments]
            gap, least = self._theme.px(_GAP), [float(_LEAST * self.height())] * len(lengths)
            room = self.width() - gap * max(0, len(lengths) - 1)
            widths = shares(room, lengths, least) if lengths else []
            lefts = accumulate((width + gap for width in widths), initial=0.0)
            self._places = tuple(zip(lefts, widths, strict=False))
        return self._places

    def _paint_segment(self, painter: QPainter, index: int, x: float, width: float) -> None:
        segment = self._segments[index]
        high = self.height()
        here = index == self._index
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            self._theme.color(segment.role, 0.2) if here else self._theme.color("line")
        )
        painter.drawRoundedRect(QRectF(x, 0, width, high), high / 2, high / 2)
        full = width if index < self._index else self._filled() if here else 0
        if full:
            painter.setBrush(self._theme.color(segment.role))
            painter.drawRoundedRect(QRectF(x, 0, max(high, full), high), high / 2, high / 2)


def shares(room: float, lengths: list[int], least: list[float]) -> list[float]:
    """Divide a room in proportion to lengths, giving each at least its least where that goes."""
    if sum(least) >= room:
        return [room * part / sum(least) for part in least]
    narrow: set[int] = set()
    while True:
        free = room - sum(least[index] for index in narrow)
        total = sum(length for index, length in enumerate(lengths) if index not in narrow)
        widths = [
            least[index] if index in narrow else free * length / total
            for index, length in enumerate(lengths)
        ]
        too_narrow = {index for index, width in enumerate(widths) if width < least[index]}
        if not too_narrow - narrow:
            return widths
        narrow |= too_narrow
