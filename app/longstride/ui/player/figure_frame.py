"""The place of the figure in the player: the drill shown, and how to get there in words below."""

from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.way import Way, main_way
from longstride.ui.look.theme import Theme
from longstride.ui.player.figure import Arc
from longstride.ui.widgets.figure.arc import paint_way
from longstride.ui.widgets.figure.figure import (
    Look,
    differs,
    fit,
    paint_figure,
    paint_person,
    paint_scenery,
)
from longstride.ui.widgets.figure.pace import Pace
from longstride.ui.widgets.figure.turning import Turning
from longstride.ui.widgets.figure.worn import worn
from longstride.ui.widgets.fit_text import TOP, largest_fitting, shortened, wrapped

WORDS = 0.36  # of the height at most, for the words while they are there
_FOOT = 16

Picture = tuple[Figure, Stance]
Shown = tuple[Picture, Picture | None, float, float, Arc | None]
Words = tuple[QRect, QFont, str]


class View(NamedTuple):
    """How a picture is seen: turned by hand, in degrees; ``outlined`` what is to be got into."""

    turn: float
    tilt: float
    outlined: bool = False


def _now() -> float:
    return perf_counter() * 1000


class FigureFrame(QLabel):
    """Paints one figure, or two while one gives way to the other; it can be turned by hand.

    Its text is what a screen reader says of the drill. ``now`` tells the time in ms: where a
    frame takes long to paint, every second one is left out.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, now: Callable[[], float] = _now
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._shown: Shown | None = None
        self._scenery: tuple[object, QPixmap] | None = None
        self._now, self.pace = now, Pace()
        self.turning = Turning(self, scrolls=False)
        self.turning.changed.connect(self.update)
        self._view_before = View(0.0, 0.0)
        self._way: tuple[object, Way | None] = (None, None)
        self._setup = ""
        self._kept: tuple[object, Words] | None = None
        theme.changed.connect(self._forget)

    def show_words(self, setup: str) -> None:
        """Take the words that stand below while there is room for them."""
        self._setup = setup

    def show_figure(
        self,
        picture: Picture,
        before: Picture | None = None,
        come: float = 1.0,
        words: float = 0.0,
        arc: Arc | None = None,
    ) -> None:
        """Show a picture that has come so far (0-1); ``words`` (0-1) opens the room below.

        Another drill is seen as it is, however the one before was turned.
        """
        fresh = (picture, before, come, words, arc)
        another = self._shown is None or self._shown[0][0] is not picture[0]
        if another:
            self._view_before = View(self.turning.turn, self.turning.tilt)
            self.turning.reset()
        fresh_seen = self._shown is None or self._differs(self._shown, fresh)
        if fresh_seen and (another or self.pace.is_due(self._now())):
            self._shown = fresh
            self.turning.mirrored = picture[1].flipped
            self.update()

    def _differs(self, shown: Shown, fresh: Shown) -> bool:
        """Say whether an eye could tell what is shown from what is to be shown.

        A slow lowering moves less than a pixel a frame, and a breath far less: painting those
        frames would cost most of the processor's time and show nothing.
        """
        (figure, then), (now_figure, now) = shown[0], fresh[0]
        if figure is not now_figure or shown[1:] != fresh[1:] or fresh[1] is not None:
            return shown != fresh
        return differs(then, now, fit(self.frame(), figure).scale)

    def frame(self) -> QRectF:
        """Return where the figure is painted now."""
        words = self._shown[3] if self._shown else 0.0
        low = self.height() - self._fitted()[0].top()
        return QRectF(self.rect()).adjusted(0, 0, 0, -low * words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        began = self._now()
        picture, before, come, words, arc = self._shown
        painter = QPainter(self)
        look = worn(self._theme)
        view = View(self.turning.turn, self.turning.tilt, outlined=arc is not None)
        if before is None:
            painter.drawPixmap(QPointF(0, 0), self._still(picture, look, view))
            paint_person(painter, self.frame(), *picture, look, turn=view.turn, tilt=view.tilt)
        else:
            self._fade(painter, before, 1.0 - come, look, self._view_of(before, picture))
            self._fade(painter, picture, come, look, view)
        if arc is not None:
            self._paint_arc(painter, picture, arc, view)
        if words > 0:
            self._paint_words(painter, words)
        self.pace.painted(self._now() - began)

    def _view_of(self, before: Picture, picture: Picture) -> View:
        """Return how what a picture gives way to is seen: as it was, or as its other side is."""
        if before[0] is not picture[0]:
            return self._view_before
        same = before[1].flipped == picture[1].flipped
        return View(self.turning.turn if same else -self.turning.turn, self.turning.tilt)

    def _paint_arc(self, painter: QPainter, picture: Picture, arc: Arc, view: View) -> None:
        """Paint which way the movement goes; coral, as it is the work that comes."""
        figure, stance = picture
        key = (figure, arc.phase, arc.side)
        if self._way[0] != key:
            self._way = (key, main_way(*key))
        if (way := self._way[1]) is not None:
            flipped, turn, tilt = stance.flipped, view.turn, view.tilt
            place = fit(self.frame(), figure, flipped=flipped, turn=turn, tilt=tilt)
            painter.setOpacity(arc.strength)
            paint_way(painter, place, way, self._theme.color("coral"), self._theme.color("ground"))
            painter.setOpacity(1.0)

    def _still(self, picture: Picture, look: Look, view: View) -> QPixmap:
        """Return what stands still behind the body, painted once a phase and not once a frame."""
        figure, stance = picture
        ghost = None if stance.ghost is None else tuple(stance.ghost.joints.items())
        frame = self.frame()
        key = (figure.drill, stance.flipped, ghost, frame, look, view)
        if self._scenery is None or self._scenery[0] != key:
            layer = self._layer()
            inner = QPainter(layer)
            paint_scenery(inner, frame, figure, stance, look, **view._asdict())
            inner.end()
            self._scenery = (key, layer)
        return self._scenery[1]

    def _fade(
        self, painter: QPainter, picture: Picture, strength: float, look: Look, view: View
    ) -> None:
        """Paint a picture as a whole more or less strongly: its parts must not shine through."""
        layer = self._layer()
        inner = QPainter(layer)
        paint_figure(inner, self.frame(), *picture, look, **view._asdict())
        inner.end()
        painter.setOpacity(strength)
        painter.drawPixmap(QPointF(0, 0), layer)
        painter.setOpacity(1.0)

    def _layer(self) -> QPixmap:
        """Return a clear sheet of the widget's size."""
        ratio = self.devicePixelRatioF()
        layer = QPixmap((QRectF(self.rect()).size() * ratio).toSize())
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        return layer

    def _paint_words(self, painter: QPainter, words: float) -> None:
        """Paint the set-up; it is gone before the figure needs its place."""
        place, font, text = self._fitted()
        painter.setOpacity(max(0.0, 1 - (1 - words) * 4))
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
        self._kept = self._scenery = None
        self.update()


_FLAGS = int(Qt.TextFlag.TextWordWrap.value) | int(TOP.value)
