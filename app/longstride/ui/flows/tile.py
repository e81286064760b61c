"""A flow as one large button: its most telling drill, its stages, its title and its facts."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from longstride.core.durations import minutes_text
from longstride.core.figure.figure import Figure
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.stages import skyline, stages_text
from longstride.ui.widgets.buttons import pressed_by_enter
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.figure.figure import Look, paint_figure
from longstride.ui.widgets.stage_strip import paint_marks, paint_skyline
from longstride.ui.widgets.text import breakable

_SIDE = 22
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FlowTile(QAbstractButton):
    """Shows a FlowCard; a screen reader hears its title and facts."""

    def __init__(self, theme: Theme, card: FlowCard) -> None:
        super().__init__()
        self._theme = theme
        self.card = card
        self._figure: Figure | None = None
        self._heights: dict[tuple[int, int], int] = {}
        self._blocks = skyline(card.steps)
        self._title = breakable(card.title)
        self._purpose = breakable(card.purpose)
        self._told = _told(card)
        self.setText(card.title)
        self.setAccessibleName(", ".join((card.title, *card.facts, *self._told)))
        self.setAccessibleDescription(f"{card.purpose} {stages_text(card.steps)}.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure | None) -> None:
        """Show a drill's figure; without one the stages rise higher instead."""
        if figure is not self._figure:
            self._figure = figure
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = (width, self._theme.scale)
        if key not in self._heights:
            self._heights[key] = self._height_for(width)
        return self._heights[key]

    def _height_for(self, width: int) -> int:
        parts = (self._band(), 20, self._title_height(width), 6, self._purpose_height(width))
        return sum(parts) + 14 + self._facts_height(width) + _SIDE

    def sizeHint(self) -> QSize:
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 18, 18)
        painter.fillPath(shape, self._theme.color("surface"))
        painter.save()
        painter.setClipPath(shape)
        self._paint_band(painter)
        painter.restore()
        self._paint_words(painter)
        if has_ring(self):
            painter.strokePath(shape, QPen(self._theme.color("text"), 2))

    def _paint_band(self, painter: QPainter) -> None:
        band = QRectF(0, 0, self.width(), self._band())
        painter.fillRect(band, self._theme.color("raised", 1.0 if self.underMouse() else 0.7))
        inside = band.adjusted(_SIDE, self._theme.px(30), -_SIDE, 0)
        if self._figure is None:
            paint_skyline(painter, inside, self._blocks, self._theme)
            return
        self._paint_figure(painter, band, self._figure)
        marks = QRectF(_SIDE, band.bottom() - 12, inside.width(), 4)
        paint_marks(painter, marks, self._blocks, self._theme)

    def _paint_figure(self, painter: QPainter, band: QRectF, figure: Figure) -> None:
        look = Look.of(self._theme.palette, "raised")
        room = band.adjusted(_SIDE, 8, -_SIDE, -18)
        paint_figure(painter, room, figure, figure.key, look)

    def _paint_words(self, painter: QPainter) -> None:
        width = self.width() - 2 * _SIDE
        top = self._band() + 20
        for text, size, weight, role, height, gap in (
            (self._title, 20, QFont.Weight.Bold, "text", self._title_height(self.width()), 6),
            (self._purpose, 15, _NORMAL, "quiet", self._purpose_height(self.width()), 14),
        ):
            painter.setFont(self._theme.font(size, weight))
            painter.setPen(self._theme.color(role))
            _draw_lines(painter, QRect(_SIDE, top, width, height), text)
            top += height + gap
        for place, text in self._facts(self.width()):
            self._paint_fact(painter, place.translated(0, top), text)

    def _paint_fact(self, painter: QPainter, place: QRect, text: str) -> None:
        painter.setFont(self._theme.font(13))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
        painter.setPen(self._theme.color("text"))
        inside = place.width() - self._theme.px(16)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def _band(self) -> int:
        return self._theme.px(176)

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(20, QFont.Weight.Bold))
        return _lines_height(metrics, self._title, width - 2 * _SIDE, 2)

    def _purpose_height(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(15))
        return _lines_height(metrics, self._purpose, width - 2 * _SIDE, 2)

    def _facts_height(self, width: int) -> int:
        return max(place.bottom() + 1 for place, _ in self._facts(width))

    def _facts(self, width: int) -> list[tuple[QRect, str]]:
        """Return where each fact goes, from 0 down, on as many lines as they need."""
        metrics = QFontMetrics(self._theme.font(13))
        height, room = self._theme.px(28), width - 2 * _SIDE
        places: list[tuple[QRect, str]] = []
        x = y = 0
        for text in (minutes_text(self.card.length), *self.card.facts[1:], *self._told):
            wide = min(room, metrics.horizontalAdvance(text) + self._theme.px(24))
            if x and x + wide > room:
                x, y = 0, y + height + 6
            places.append((QRect(_SIDE + x, y, wide, height), text))
            x += wide + 6
        return places


_NORMAL = QFont.Weight.Normal


def _told(card: FlowCard) -> tuple[str, ...]:
    """Return what the athlete has of a flow: whose it is, a star, the day it was last done."""
    last = f"last done {full_day(card.last_done)}" if card.last_done else ""
    own = "yours" if card.file else ""
    return tuple(each for each in (own, "favourite" if card.starred else "", last) if each)


def _lines_height(metrics: QFontMetrics, text: str, width: int, most: int) -> int:
    needed = metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), text).height()
    lines = "\n".join("x" * most)
    return min(needed, metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), lines).height())


def _draw_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw text in the lines ``rect`` has room for; what is too long ends in an ellipsis."""
    metrics = painter.fontMetrics()
    while metrics.boundingRect(rect, int(_WRAP), text).height() > rect.height() and " " in text:
        text = text.removesuffix(" …").rpartition(" ")[0] + " …"
    painter.drawText(rect, int(_WRAP), text)
