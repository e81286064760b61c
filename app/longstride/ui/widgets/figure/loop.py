"""A figure that goes through its movement again and again while it can be seen."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.core.figure.figure import Figure, Stance
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.figure.figure import differs
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.turning import HINT, Turning
from longstride.ui.widgets.figure.view import View
from longstride.ui.widgets.figure.worn import worn

FRAME = 33  # ms


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of a movement: its phase, its ms, and the half breath it goes with."""

    phase: SpanPhase
    length: int
    breath: BreathKind | None = None


class FigureLoop(QLabel):
    """Shows a figure in motion; still where motion is to be reduced, and while it is hidden.

    It can be turned by hand; another drill is then seen as it is. Its text says in words what is
    seen; ``height`` px at 100 %.
    """

    def __init__(self, theme: Theme, height: int = 340) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self._figure: Figure | None = None
        self._beats: tuple[Beat, ...] = ()
        self._sides_turn = False
        self._stance: Stance | None = None
        self._moving = MovingPicture()
        self._clock = QElapsedTimer()
        self.turning = Turning(self, scrolls=True)
        self.turning.changed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleDescription(HINT)
        self.timer = QTimer(self)
        self.timer.setInterval(FRAME)
        self.timer.timeout.connect(lambda: self.show_at(self._clock.elapsed()))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._start)
        theme.changed.connect(self.updateGeometry)

    def show_loop(
        self, figure: Figure, beats: tuple[Beat, ...], text: str, *, turning: bool = False
    ) -> None:
        """Show a movement from its beginning; ``turning`` changes sides each time round."""
        if (figure, beats) == (self._figure, self._beats):
            return
        if figure is not self._figure:
            self.turning.reset()
        self._figure, self._beats, self._sides_turn = figure, beats, turning
        self.setText(text)
        self._start()

    def show_at(self, elapsed: int) -> None:
        """Show where the movement is after so many ms."""
        assert self._figure is not None, "show_loop comes first"
        turn, left = divmod(elapsed, sum(beat.length for beat in self._beats))
        for beat in self._beats:
            if left < beat.length:
                break
            left -= beat.length
        fraction = left / beat.length
        fresh = self._figure.at(
            beat.phase,
            fraction,
            side=list(Side)[turn % 2] if self._sides_turn else None,
            breath=beat.breath,
            breath_fraction=fraction,
            elapsed=left,
        )
        self.turning.mirrored = fresh.flipped
        if self._stance is None or differs(self._stance, fresh, self.height()):
            self._stance = fresh
            self.update()

    @property
    def stance(self) -> Stance | None:
        """What is seen now."""
        return self._stance

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is not None and self._stance is not None:
            painter, place = QPainter(self), QRectF(self.rect())
            view = View(self.turning.turn, self.turning.tilt)
            look = worn(self._theme, "surface")
            self._moving.paint(painter, place, self._figure, self._stance, look, view)
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        """Paint where the keyboard is."""
        if has_ring(self):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.timer.stop()
        super().hideEvent(event)

    def _start(self) -> None:
        """Begin from the start where it is seen; where it must not move, show its key pose."""
        self.timer.stop()
        if self._figure is None:
            return
        if self._theme.reduced_motion:
            self._stance = self._figure.key
            self.update()
            return
        self.show_at(0)
        if self.isVisible():
            self._clock.start()
            self.timer.start()
