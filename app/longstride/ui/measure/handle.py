"""What holds a point on a picture: a place for the mouse, the keyboard and a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FAR = 10  # pixels, with Shift


class Handle(QAbstractButton):
    """Nothing to be seen: the picture below paints the point, and a ring on the chosen one.

    ``pushed`` carries pixels to the right and down, ``dragged`` a place in the parent; each says
    last whether it goes on with the move before. Pressing it takes the point as it is.
    """

    pushed = Signal(int, int, bool)
    dragged = Signal(QPointF, bool)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._parent = parent
        self._at = QPointF()
        self._grip: QPointF | None = None  # how far from the point the mouse took hold
        self._moves = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.clicked.connect(lambda: self.pushed.emit(0, 0, False))

    def hold(self, at: QPointF, side: int) -> None:
        """Lie round a point of the parent, as wide as ``side`` px where there is room."""
        self._at = at
        around = QRect(round(at.x() - side / 2), round(at.y() - side / 2), side, side)
        self.setGeometry(around.intersected(self._parent.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave it to the picture."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None:
            super().keyPressEvent(event)
            return
        times = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.pushed.emit(arrow[0] * times, arrow[1] * times, event.isAutoRepeat())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip, self._moves = self.mapToParent(event.position()) - self._at, False
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.dragged.emit(self.mapToParent(event.position()) - self._grip, self._moves)
            self._moves = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and not self._moves:
            self.click()
        self._grip = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
