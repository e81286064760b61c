"""The place of the figure in the player: the drill shown, and how to get there in words below."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from longstride.core.figure import Figure, Stance
from longstride.ui.theme import Theme
from longstride.ui.widgets.figure import Look, paint_figure
from longstride.ui.widgets.fit_text import TOP, largest_fitting, shortened, wrapped

WORDS = 0.36  # of the height at most, for the words while they are there
_FOOT = 16

Picture = tuple[Figure, Stance]
Words = tuple[QRect, QFont, str]


class FigureStage(QLabel):
    """Paints one figure, or two while one gives way to the other.

    Its text is what a screen reader says of the drill.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._picture: Picture | None = None
        self._before: Picture | None = None
        self._come = 1.0
        self._words = 0.0
        self._setup = ""
        self._kept: tuple[object, Words] | None = None
        theme.changed.connect(self._forget)

    def show_words(self, setup: str) -> None:
        """Take the words that stand below while there is room for them."""
        self._setup = setup

    def show_figure(
        self, picture: Picture, before: Picture | None = None, come: float = 1.0, words: float = 0.0
    ) -> None:
        """Show a picture that has come so far (0-1); ``words`` (0-1) opens the room below."""
        self._picture, self._before = picture, before
        self._come, self._words = come, words
        self.update()

    def frame(self) -> QRectF:
        """Return where the figure is painted now."""
        low = self.height() - self._fitted()[0].top()
        return QRectF(self.rect()).adjusted(0, 0, 0, -low * self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        look = Look.of(self._theme.palette)
        if self._before is None:
            paint_figure(painter, self.frame(), *self._picture, look)
        else:
            self._fade(painter, self._before, 1.0 - self._come, look)
            self._fade(painter, self._picture, self._come, look)
        if self._words > 0:
            self._paint_words(painter)

    def _fade(self, painter: QPainter, picture: Picture, strength: float, look: Look) -> None:
        """Paint a picture as a whole more or less strongly: its parts must not shine through."""
        ratio = self.devicePixelRatioF()
        layer = QPixmap((QRectF(self.rect()).size() * ratio).toSize())
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        inner = QPainter(layer)
        paint_figure(inner, self.frame(), *picture, look)
        inner.end()
        painter.setOpacity(strength)
        painter.drawPixmap(QPointF(0, 0), layer)
        painter.setOpacity(1.0)

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the set-up; it is gone before the figure needs its place."""
        place, font, text = self._fitted()
        painter.setOpacity(max(0.0, 1 - (1 - self._words) * 4))
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(place, _FLAGS, text)

    def _fitted(self) -> Words:
        """Return the words in their place; they are set once for a text and a size."""
        key = (self._setup, self.size())
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._set_words())
        return self._kept[1]

    def _set_words(self) -> Words:
        """Stand the words on the ground, as large as fits."""
        foot = self._theme.px(_FOOT)
        room = QRect(0, 0, self.width(), round(self.height() * WORDS) - foot)
        size = largest_fitting(self._theme, self._setup, room, 30, 13, QFont.Weight.Normal)
        font = self._theme.font(size)
        text = shortened(self._setup, font, room)
        high = wrapped(text, font, room.width()).height()
        place = QRect(0, self.height() - foot - high, room.width(), high)
        return place, font, text

    def _forget(self) -> None:
        self._kept = None
        self.update()


_FLAGS = int(Qt.TextFlag.TextWordWrap.value) | int(TOP.value)
