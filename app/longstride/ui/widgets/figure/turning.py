"""A figure is turned by hand: dragged, with the wheel or by keys, and back by a double click."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

TURN, TILT = 60.0, 20.0  # degrees to each side, up and down, at most
STEP = 10.0  # degrees a key or a notch of the wheel turns
_ACROSS = 150.0  # degrees for a drag over the whole width
_NOTCH = 120  # what a mouse tells of one notch

HINT = "Drag to turn it, or press Shift with an arrow key; a double click or Shift Home turns back."
_WAYS: Mapping[Qt.Key, tuple[float, float]] = MappingProxyType(
    {
        Qt.Key.Key_Left: (-STEP, 0.0),
        Qt.Key.Key_Right: (STEP, 0.0),
        Qt.Key.Key_Up: (0.0, -STEP / 2),
        Qt.Key.Key_Down: (0.0, STEP / 2),
    }
)
"""Which way each key moves what is nearest to the eye."""
_BACK = Qt.Key.Key_Home
TURNS = (*_WAYS, _BACK)
"""The keys that turn a figure, pressed with Shift; the last one turns it back."""


class Turning(QObject):
    """How far the figure on a stage is turned from its own camera, in degrees.

    The wheel turns it alone where nothing scrolls, elsewhere with Shift. ``mirrored`` where it is
    shown the other way round, so that what is dragged goes with the hand all the same.
    """

    changed = Signal()

    def __init__(self, stage: QWidget, *, scrolls: bool) -> None:
        super().__init__(stage)
        self._stage, self._scrolls = stage, scrolls
        self._turn = self._tilt = 0.0
        self.mirrored = False
        self._held: QPointF | None = None
        stage.installEventFilter(self)

    @property
    def turn(self) -> float:
        """How far the camera goes round the body, -60 to 60."""
        return self._turn if self.mirrored else -self._turn

    @property
    def tilt(self) -> float:
        """How far it rises, -20 to 20."""
        return self._tilt

    def move(self, right: float, down: float) -> None:
        """Move what is nearest to the eye to the right and down."""
        turn = min(max(self._turn + right, -TURN), TURN)
        tilt = min(max(self._tilt + down, -TILT), TILT)
        if (turn, tilt) != (self._turn, self._tilt):
            self._turn, self._tilt = turn, tilt
            self.changed.emit()

    def reset(self) -> None:
        """Turn back to the camera the drill has of its own."""
        self._held = None
        self.move(-self._turn, -self._tilt)

    def press(self, key: Qt.Key) -> bool:
        """Take a key that was pressed with Shift; say whether it is one of these."""
        if key == _BACK:
            self.reset()
        elif key in _WAYS:
            self.move(*_WAYS[key])
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the hand over the stage; only the wheel and keys that turn are kept from it."""
        if isinstance(event, QWheelEvent):
            return self._take_wheel(event)
        if isinstance(event, QMouseEvent):
            self._take_mouse(event)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            return shift and self.press(Qt.Key(event.key()))
        return False

    def _take_mouse(self, event: QMouseEvent) -> None:
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.reset()
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._held = None
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._held = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        elif self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position() - self._held) * (_ACROSS / max(self._stage.width(), 1))
            self._held = event.position()
            self.move(way.x(), way.y())

    def _take_wheel(self, event: QWheelEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._scrolls and not shift:
            return False
        notches = event.angleDelta().y() or event.angleDelta().x()
        self.move(notches / _NOTCH * STEP, 0.0)
        event.accept()
        return True
