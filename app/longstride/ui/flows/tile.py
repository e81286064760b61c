"""A flow as one large button: its most telling drill, its name, its minutes, its one line."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
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

from longstride.core.figure.figure import Figure
from longstride.ui.flows.tile_words import fitting_gear, flow_told
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.stages import skyline, stages_text
from longstride.ui.widgets.buttons import pressed_by_enter
from longstride.ui.widgets.figure.lively import LivelyWidget
from longstride.ui.widgets.figure.still import StillPicture
from longstride.ui.widgets.figure.worn import worn
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.stage_strip import paint_marks, paint_skyline
from longstride.ui.widgets.text import breakable

_SIDE = 24
_LONG = 24  # characters of a title that may be cut short
_BAND = 158  # px at 100 %, where the figure stands
_TALLEST = 1.18  # body heights for which there is room
_LOW = 0.7  # body heights below which a figure lies or kneels
_NEARER = 1.25  # how much larger those are, which would be lost in so wide a band
_ROW_LEFT, _ROW_RIGHT = 94, 18  # px at 100 % beside the words of a row
_AIR = 0.05  # body heights around a figure
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BOLD, _NORMAL = QFont.Weight.Bold, QFont.Weight.Normal


class FlowButton(QAbstractButton):
    """Shows a FlowCard; a screen reader hears its title and facts, then its line and stages."""

    def __init__(self, theme: Theme, card: FlowCard) -> None:
        super().__init__()
        self._theme = theme
        self.card = card
        self._figure: Figure | None = None
        self._found = ""
        self.lively = LivelyWidget(theme, self)
        self._person, self._still = QRect(), StillPicture()
        self.lively.moved.connect(lambda: self.update(self._person))
        self._blocks = skyline(card.steps)
        self._title = breakable(card.title)
        self._heights: dict[tuple[int, int], int] = {}
        self._minutes = f"{card.minutes} min"
        self.setText(card.title)
        self.setToolTip(card.title if len(card.title) > _LONG else "")
        self.setAccessibleName(flow_told(card))
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure | None) -> None:
        """Show a drill's figure; without one the stages rise in its place."""
        if figure is not self._figure:
            self._figure = figure
            self.update()

    def show_found(self, drill: str) -> None:
        """Name the drill that a search found in the flow, "" for none."""
        if drill != self._found:
            self._found = drill
            self._describe()
            self.updateGeometry()
            self.update()

    @property
    def line(self) -> str:
        """What stands below the title."""
        return f"In it: {self._found}" if self._found else self.card.line

    @property
    def line_role(self) -> str:
        """The colour of that line."""
        return "text" if self._found else "quiet"

    def _describe(self) -> None:
        about = f"{self.line}. " if self.line else ""
        self.setAccessibleDescription(f"{about}{stages_text(self.card.steps)}.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Lose the mouse's colour all over: under a menu that opened, Qt tells of no more."""
        super().leaveEvent(event)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

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
        self.paint_card(painter)
        painter.restore()
        if has_ring(self):
            painter.strokePath(shape, QPen(self._theme.color("text"), 2))

    def paint_card(self, painter: QPainter) -> None:
        """Paint all that lies on the card."""
        raise NotImplementedError

    def paint_person(self, painter: QPainter, room: QRectF, ground: str) -> None:
        """Paint the figure into a room as large as every other in a room like it."""
        self._person = room.toAlignedRect()
        if self._figure is None:
            low = room.adjusted(0, room.height() * 0.4, 0, 0)
            paint_skyline(painter, low, self._blocks, self._theme)
            return
        frame, stance = frame_of(self._figure, room), self.lively.stance(self._figure)
        self._still.paint(painter, frame, self._figure, stance, worn(self._theme, ground))

    def write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        role: str,
        flags: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        """Write a text on one line, cut short where it has no room."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, right, place.width())
        painter.drawText(place, int(flags.value), shown)


class FlowTile(FlowButton):
    """A card with a band for the figure, the words below it, and the stages at its foot."""

    def heightForWidth(self, width: int) -> int:
        key = (width, self._theme.scale)
        if key not in self._heights:
            px = self._theme.px
            words = self._title_height(width) + px(4) + self._line_height()
            self._heights[key] = px(_BAND) + px(14) + words + px(14) + 4 + px(16)
        return self._heights[key]

    def paint_card(self, painter: QPainter) -> None:
        px = self._theme.px
        band = QRectF(0, 0, self.width(), px(_BAND))
        painter.fillRect(band, self._theme.color("raised", 1.0 if self.underMouse() else 0.7))
        self.paint_person(painter, band.adjusted(_SIDE, px(8), -_SIDE, -px(8)), "raised")
        self._paint_words(painter, px(_BAND) + px(14))
        foot = QRectF(_SIDE, self.height() - px(16) - 4, self.width() - 2 * _SIDE, 4)
        paint_marks(painter, foot, self._blocks, self._theme)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        wide, height = self.width() - 2 * _SIDE, self._title_height(self.width())
        painter.setFont(self._theme.font(20, _BOLD))
        painter.setPen(self._theme.color("text"))
        _draw_lines(
            painter, QRect(_SIDE, top, self._title_width(self.width()), height), self._title
        )
        first = QRect(_SIDE, top, wide, painter.fontMetrics().height())
        painter.drawText(first, int(_RIGHT.value), self._minutes)
        self._paint_below(
            painter, QRect(_SIDE, top + height + self._theme.px(4), wide, self._line_height())
        )

    def _paint_below(self, painter: QPainter, place: QRect) -> None:
        """Write the line, and beside it as much of the gear as there is room for."""
        font, gap = self._theme.font(13), self._theme.px(12)
        metrics = QFontMetrics(font)
        taken = QFontMetrics(self._theme.font(15)).horizontalAdvance(self.line) + gap
        gear = fitting_gear(self.card.equipment, place.width() - taken, metrics.horizontalAdvance)
        self.write(painter, place, gear, font, "quiet", _RIGHT)
        beside = metrics.horizontalAdvance(gear) + gap if gear else 0
        line = place.adjusted(0, 0, -beside, 0)
        self.write(painter, line, self.line, self._theme.font(15), self.line_role)

    def _title_width(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(20, _BOLD))
        return width - 2 * _SIDE - metrics.horizontalAdvance(self._minutes) - self._theme.px(12)

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(20, _BOLD))
        return _lines_height(metrics, self._title, self._title_width(width), 2)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font(15)).height()


class FlowRow(FlowButton):
    """A flow of the athlete's own, small: figure, name, star, minutes, and its whole line."""

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(15))
        room = width - self._theme.px(_ROW_LEFT) - self._theme.px(_ROW_RIGHT)
        more = _lines_height(metrics, self.line, room, 2) - metrics.height()
        return self._theme.px(84) + max(0, more)

    def paint_card(self, painter: QPainter) -> None:
        px = self._theme.px
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("raised", 0.7))
        self.paint_person(painter, QRectF(px(10), px(8), px(76), self.height() - px(16)), "surface")
        words = self.rect().adjusted(px(_ROW_LEFT), px(16), -px(_ROW_RIGHT), -px(12))
        self._paint_title(painter, QRect(words.left(), words.top(), words.width(), px(26)))
        painter.setFont(self._theme.font(15))
        painter.setPen(self._theme.color(self.line_role))
        _draw_lines(painter, words.adjusted(0, px(30), 0, 0), self.line)

    def _paint_title(self, painter: QPainter, place: QRect) -> None:
        font, px = self._theme.font(17, _BOLD), self._theme.px
        self.write(painter, place, self._minutes, font, "text", _RIGHT)
        room = place.adjusted(
            0, 0, -QFontMetrics(font).horizontalAdvance(self._minutes) - px(12), 0
        )
        star = px(22) if self.card.starred else 0
        title = room.adjusted(0, 0, -star, 0)
        self.write(painter, title, self.card.title, font, "text")
        if star:
            wide = min(QFontMetrics(font).horizontalAdvance(self.card.title), title.width())
            at = QRectF(title.left() + wide + px(6), title.center().y() - px(7), px(14), px(14))
            draw_icon(painter, "star", at, self._theme.color("quiet"))


def frame_of(figure: Figure, room: QRectF) -> QRectF:
    """Return where a figure is painted in a room: all at one scale and on one floor.

    What lies is a little nearer, and what would not fit is smaller.
    """
    left, bottom, right, top = figure.room(figure.camera)
    wide, high = right - left + 2 * _AIR, top - bottom + 2 * _AIR
    scale = room.height() / max(high, _TALLEST) * (_NEARER if high < _LOW else 1)
    scale = min(scale, room.width() / wide)
    width, height = wide * scale, high * scale
    return QRectF(room.center().x() - width / 2, room.bottom() - height, width, height)


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
