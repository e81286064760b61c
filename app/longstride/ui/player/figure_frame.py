"""The place of the figure in the player."""

from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.way import Way, main_way
from longstride.ui.look.theme import Theme
from longstride.ui.player.figure import Arc
from longstride.ui.widgets.figure.arc import paint_way
from longstride.ui.widgets.figure.figure import (
    differs,
    fit,
)
from longstride.ui.widgets.figure.growing import GrowingPicture
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.pace import Pace
from longstride.ui.widgets.figure.turning import HINT, Turning
from longstride.ui.widgets.figure.view import STRAIGHT, View
from longstride.ui.widgets.figure.worn import worn

Picture = tuple[Figure, Stance]

SEEN = 1 / 255  # how strong a picture is that can be seen at all


class Shown(NamedTuple):
    """A picture, what it gives way to, how far it has come (0-1) and the arrow beside it.

    It ``grows`` while the frame becomes larger or smaller.
    """

    picture: Picture
    before: Picture | None
    come: float
    arc: Arc | None
    grows: bool

    @property
    def passes(self) -> bool:
        """Whether more changes than the body, which may well stand still."""
        comes = self.arc is not None and self.arc.strength < 1.0
        return self.grows or comes or self.before is not None


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
        self.setAccessibleDescription(HINT)
        self._theme = theme
        self._shown: Shown | None = None
        self._now, self.pace = now, Pace()
        self.turning = Turning(self, scrolls=False)
        self.turning.changed.connect(self.update)
        self._moving = MovingPicture()
        self._coming, self._leaving = GrowingPicture(), GrowingPicture()
        self._view_before = STRAIGHT
        self._way: tuple[object, Way | None] = (None, None)
        theme.changed.connect(self.update)

    def show_figure(
        self,
        picture: Picture,
        before: Picture | None = None,
        come: float = 1.0,
        arc: Arc | None = None,
        *,
        grows: bool = False,
    ) -> None:
        """Show a picture that has come so far (0-1); its frame ``grows`` until it is told again.

        Another drill is seen as it is, however the one before was turned.
        """
        fresh = Shown(picture, before, come, arc, grows)
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
        """Return where the figure is painted."""
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        began = self._now()
        picture, before, come, arc, _ = self._shown
        painter = QPainter(self)
        look = worn(self._theme)
        view = View(self.turning.turn, self.turning.tilt, outlined=arc is not None)
        if before is not None:
            seen = self._view_of(before, picture)
            painter.setOpacity(1.0 - come)
            self._leaving.paint(painter, self.frame(), *before, look, seen)
        if come >= SEEN:  # not before: two bodies in one frame take long
            painter.setOpacity(come)
            made = self._coming if self._shown.passes else self._moving
            made.paint(painter, self.frame(), *picture, look, view)
        painter.setOpacity(1.0)
        if arc is not None:
            self._paint_arc(painter, picture, arc, view)
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
            place = fit(self.frame(), figure, view, flipped=stance.flipped)
            painter.setOpacity(arc.strength)
            paint_way(painter, place, way, self._theme.color("coral"), self._theme.color("ground"))
            painter.setOpacity(1.0)
