"""The whole of a display for one window, and the window back as it was."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen:
    """Fills the screen that ``find`` names, or the window's own where it names none."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: QByteArray | None = None  # where it was, if it had to be moved
        self.find: Callable[[], QScreen | None] = lambda: None

    def take(self) -> None:
        """Fill the screen."""
        window, screen = self._window, self.find()
        if screen is not None and screen is not window.screen():
            self._before = window.saveGeometry()
            window.setWindowState(Qt.WindowState.WindowNoState)  # a maximised one does not move
            window.windowHandle().setScreen(screen)
            window.setGeometry(screen.geometry())
        window.setWindowState(window.windowState() | _FULL)

    def give_back(self) -> None:
        """Be a window again, on the screen it came from."""
        self._window.setWindowState(self._window.windowState() & ~_FULL)
        before, self._before = self._before, None
        if before is not None:
            self._window.restoreGeometry(before)

    def toggle(self) -> None:
        """Fill the screen, or be a window again."""
        (self.give_back if self._window.isFullScreen() else self.take)()
