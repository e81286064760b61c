"""One repetition as a bar: a segment for each phase, filled as far as it has gone."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
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


class TempoBar(Gauge):
    """Segments as wide as they last, but never narrower than their labels."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Tempo of this repetition", parent)
        self._segments: tuple[Segment, ...] = ()
        self._index = 0
        self._filled = 0

    def show_rep(self, segments: tuple[Segment, ...]) -> None:
        """Show the phases of one repetition."""
        if segments != self._segments:
            self._segments = segments
            self._index = self._filled = 0
            self.say(segments[0].label.lower() if segments else "")
            self.update()

    def show_at(self, index: int, fraction: float) -> None:
        """Fill up to a part (0 to 1) of one segment; the ones before it are full."""
        filled = round(fraction * self.width())
        if (index, filled) == (self._index, self._filled):
            return
        self._index, self._filled = index, filled
        self.say(self._segments[index].label.lower())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        font = self._font()
        x = 0.0
        for index, width in enumerate(self._widths(font)):
            self._paint_segment(painter, index, x, width)
            self._paint_label(painter, font, index, x)
            x += width + self._theme.px(_GAP)

    def _paint_segment(self, painter: QPainter, index: int, x: float, width: float) -> None:
        segment = self._segments[index]
        high = self._bar()
        here = index == self._index
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            self._theme.color(segment.role, 0.2) if here else self._theme.color("line")
        )
        painter.drawRoundedRect(QRectF(x, 0, width, high), high / 2, high / 2)
        full = 1.0 if index < self._index else self._filled / max(1, self.width()) if here else 0.0
        if full:
            painter.setBrush(self._theme.color(segment.role))
            painter.drawRoundedRect(QRectF(x, 0, max(high, width * full), high), high / 2, high / 2)

    def _paint_label(self, painter: QPainter, font: QFont, index: int, x: float) -> None:
        segment = self._segments[index]
        painter.setFont(font)
        painter.setPen(self._theme.color(segment.role if index == self._index else "quiet"))
        below = self.height() - QFontMetricsF(font).descent()
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
