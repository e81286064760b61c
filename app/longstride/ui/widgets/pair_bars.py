"""Pairs of bars on a scale of 0 to 10: stiffness before and after."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.ui.look.theme import Theme

_HIGHEST = 10
_GAP = 12
_LEAST_PITCH = 72  # px from pair to pair at 100 %; the newest pairs that fit are shown


@dataclass(frozen=True, slots=True)
class Pair:
    """0-10 before and after, and a short caption."""

    before: int
    after: int
    caption: str


class PairBars(QLabel):
    """A grey bar before and a green one after, each with its figure; oldest left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pairs: tuple[Pair, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Show pairs, the newest last."""
        self._pairs = pairs
        self.setText(
            "; ".join(f"{pair.caption}: {pair.before} before, {pair.after} after" for pair in pairs)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(168))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(168))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(13))
        most = max(1, self.width() // self._theme.px(_LEAST_PITCH))
        shown = self._newest(self._pairs[-most:], painter)
        pitch = min(self._theme.px(112), self.width() // max(1, len(shown)))
        for index, pair in enumerate(shown):
            self._paint_pair(painter, index * pitch, pair)

    def _newest(self, pairs: tuple[Pair, ...], painter: QPainter) -> tuple[Pair, ...]:
        """Return the newest for which there is room, so that no caption runs into the next."""
        wide = (painter.fontMetrics().horizontalAdvance(pair.caption) for pair in pairs)
        pitch = max(self._theme.px(_LEAST_PITCH), max(wide, default=0) + self._theme.px(_GAP))
        return pairs[-max(1, self.width() // pitch) :]

    def _paint_pair(self, painter: QPainter, x: int, pair: Pair) -> None:
        bar, low = self._theme.px(22), self._theme.px(26)
        self._paint_bar(painter, x, pair.before, "faint")
        self._paint_bar(painter, x + bar + 3, pair.after, "sea")
        painter.setPen(self._theme.color("quiet"))
        place = QRectF(x, self.height() - low, self._theme.px(112), low)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, side, pair.caption)

    def _paint_bar(self, painter: QPainter, x: int, value: int, role: str) -> None:
        figure, bar, low = self._theme.px(22), self._theme.px(22), self._theme.px(26)
        height = max(4.0, (self.height() - figure - low) * value / _HIGHEST)
        top = self.height() - low - height
        painter.setPen(self._theme.color("text" if role == "sea" else "quiet"))
        place = QRectF(x - 4, top - figure, bar + 8, figure)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(QRectF(x, top, bar, height), 4, 4)
