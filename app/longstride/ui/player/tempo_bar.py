"""One repetition as a bar: a segment for each phase, filled as far as it has gone."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.gauge import Gauge

_GAP = 12
_SPACING = 1.2


@dataclass(frozen=True, slots=True)
class Segment:
    """One phase: its label such as "LOWER 4", its length in ms and its colour in the palette."""

    label: str
    length: int
    role: str


@dataclass(frozen=True, slots=True)
class _Setting:
    """How one repetition is set: the labels' font and height, each segment's left and width."""

    font: QFont
    descent: float
    places: tuple[tuple[float, float], ...]


class TempoBar(Gauge):
    """Segments as wide as they last, but never narrower than their labels.

    It is set once for a repetition and a size; at a frame only what is filled anew is painted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Tempo of this repetition", parent)
        self._segments: tuple[Segment, ...] = ()
        self._index = 0
        self._fraction = 0.0
        self._setting: _Setting | None = None
        theme.changed.connect(self._forget)

    def show_rep(self, segments: tuple[Segment, ...]) -> None:
        """Show the phases of one repetition."""
        if segments != self._segments:
            self._segments = segments
            self._index, self._fraction = 0, 0.0
            self.say(segments[0].label.lower() if segments else "")
            self._forget()

    def show_at(self, index: int, fraction: float) -> None:
        """Fill up to a part (0 to 1) of one segment; the ones before it are full."""
        before, filled = self._index, self._filled()
        self._index, self._fraction = index, fraction
        if index != before:
            self.say(self._segments[index].label.lower())
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
        setting = self._set()
        painter.setFont(setting.font)
        labelled = event.rect().bottom() > self._bar()
        for index, (x, width) in enumerate(setting.places):
            self._paint_segment(painter, index, x, width)
            if labelled:
                self._paint_label(painter, setting, index, x)

    def _between(self, before: int, now: int) -> QRect:
        """Return what looks different: from one end of the filling to another, with its round."""
        left, _ = self._set().places[self._index]
        high = self._bar()
        first, last = sorted((before, now))
        return QRect(int(left) + first - high, 0, last - first + 2 * high, high + 1)

    def _filled(self) -> int:
        """Return how many px of the running segment are full."""
        places = self._set().places
        return round(self._fraction * places[self._index][1]) if places else 0

    def _forget(self) -> None:
        self._setting = None
        self.update()

    def _set(self) -> _Setting:
        if self._setting is None:
            font, x = self._font(), 0.0
            places = []
            for width in self._widths(font):
                places.append((x, width))
                x += width + self._theme.px(_GAP)
            self._setting = _Setting(font, QFontMetricsF(font).descent(), tuple(places))
        return self._setting

    def _paint_segment(self, painter: QPainter, index: int, x: float, width: float) -> None:
        segment = self._segments[index]
        high = self._bar()
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

    def _paint_label(self, painter: QPainter, setting: _Setting, index: int, x: float) -> None:
        segment = self._segments[index]
        painter.setPen(self._theme.color(segment.role if index == self._index else "quiet"))
        below = self.height() - setting.descent
        painter.drawText(round(x), round(below), segment.label)

    def _bar(self) -> int:
        return min(self._theme.px(14), self.height() // 3)

    def _font(self) -> QFont:
        for size in range(15, 8, -1):
            font = self._theme.font(size, QFont.Weight.DemiBold)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(_SPACING))
            high = QFontMetricsF(font).height() + self._bar() * 1.2
            if sum(self._label_widths(font)) <= self._room() and high <= self.height():
                return font
        return font

    def _label_widths(self, font: QFont) -> list[float]:
        metrics = QFontMetricsF(font)
        return [metrics.horizontalAdvance(segment.label) + 1 for segment in self._segments]

    def _room(self) -> float:
        return self.width() - self._theme.px(_GAP) * max(0, len(self._segments) - 1)

    def _widths(self, font: QFont) -> list[float]:
        lengths = [segment.length for segment in self._segments]
        return shares(self._room(), lengths, self._label_widths(font))


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
