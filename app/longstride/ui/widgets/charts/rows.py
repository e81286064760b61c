"""Named rows with a bar each: flows, areas of the body, drills."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.plot import Key, paint_legend

_PITCH = 44  # px from row to row at 100 %
_BAR = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A share 0-1 of a bar's length."""

    share: float
    color: str


@dataclass(frozen=True, slots=True)
class Row:
    """A name, its value in a few words, and its bar; no parts where there is nothing to draw."""

    name: str
    text: str
    words: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows, top first. ``goal`` 0-1 is a mark on every bar; ``keys`` are the legend."""

    rows: tuple[Row, ...]
    summary: str
    goal: float | None = None
    keys: tuple[Key, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What each row says."""
        return tuple(row.words for row in self.rows)

    def height(self, theme: Theme) -> int:
        """Return the height that all rows need."""
        return theme.px(_PITCH) * len(self.rows) + (theme.px(28) if self.keys else 0)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return the room of each row."""
        pitch = theme.px(_PITCH)
        return tuple(
            QRectF(rect.left(), rect.top() + index * pitch, rect.width(), pitch)
            for index in range(len(self.rows))
        )

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, row in zip(self.places(rect, theme), self.rows, strict=True):
            self._paint_texts(painter, place, theme, row)
            self._paint_bar(painter, place, theme, row)
        if self.keys:
            paint_legend(painter, rect, theme, self.keys)

    def _paint_texts(self, painter: QPainter, place: QRectF, theme: Theme, row: Row) -> None:
        room = QRectF(place.left(), place.top(), place.width(), theme.px(24))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("quiet"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, row.text)
        room.setWidth(room.width() - painter.fontMetrics().horizontalAdvance(row.text) - 12)
        font = theme.font(15, QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, name)

    def _paint_bar(self, painter: QPainter, place: QRectF, theme: Theme, row: Row) -> None:
        if not row.parts:
            return
        high = theme.px(_BAR)
        track = QRectF(place.left(), place.top() + theme.px(26), place.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        left = track.left()
        for part in row.parts:
            width = min(part.share * track.width(), track.right() - left)
            painter.setBrush(theme.color(part.color))
            if width > 0:
                shown = QRectF(left, track.top(), max(width - 1, 2.0), high)
                painter.drawRoundedRect(shown, high / 2, high / 2)
            left += width
        if self.goal is not None:
            x = track.left() + self.goal * track.width()
            painter.setPen(QPen(theme.color("amber"), theme.px(2)))
            reach = theme.px(4)
            painter.drawLine(QPointF(x, track.top() - reach), QPointF(x, track.bottom() + reach))
