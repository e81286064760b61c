"""The ring round what has the focus, shown while the keyboard is in use.

A click leaves no ring behind; Tab, the arrows and every other key bring it back. What is typed
into keeps its ring either way, for the next key goes there.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPalette, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QStyle,
    QStyleOption,
    QWidget,
)

_BY_MOUSE = "by_mouse"  # of the application; unset where nobody looks, and rings are shown
_PRESSED = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
}


def rings_are_shown() -> bool:
    """Whether the keyboard was used last."""
    app = QGuiApplication.instance()
    return app is None or not app.property(_BY_MOUSE)


def has_ring(widget: QWidget) -> bool:
    """Whether a widget has the focus, and is to show it."""
    return widget.hasFocus() and rings_are_shown()


def without_ring(widget: QWidget, option: QStyleOption) -> None:
    """Let the style paint a widget as if it had no focus, where no ring is to be shown."""
    if option.state & QStyle.StateFlag.State_HasFocus and not has_ring(widget):
        option.state &= ~QStyle.StateFlag.State_HasFocus


def paint_ring(view: QAbstractScrollArea) -> None:
    """Paint the ring within a table, whose frame the stylesheet draws by the focus alone."""
    if not has_ring(view):
        return
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(view.palette().color(QPalette.ColorRole.WindowText), 2))
    painter.drawRoundedRect(QRectF(view.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)


class Rings(QObject):
    """Looks at what was last used, the mouse or the keyboard, in the window that is in use.

    It looks at the windows of the system only: every event of every widget would take too long.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app
        app.setProperty(_BY_MOUSE, True)
        app.focusWindowChanged.connect(self._look_at)

    def leave(self) -> None:
        """Look no longer; from now on each ring is shown."""
        self._app.focusWindowChanged.disconnect(self._look_at)
        self._app.setProperty(_BY_MOUSE, None)
        self.deleteLater()

    def _look_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSED:
            self._show(by_mouse=True)
        elif isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            self._show(by_mouse=False)
        return False

    def _show(self, *, by_mouse: bool) -> None:
        if by_mouse == self._app.property(_BY_MOUSE):
            return
        self._app.setProperty(_BY_MOUSE, by_mouse)
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractScrollArea):
            focused.viewport().update()
        if focused is not None:
            focused.update()
