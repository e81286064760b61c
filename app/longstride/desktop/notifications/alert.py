"""The last way: the window's own entry in the task bar asks for attention."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from longstride.desktop.notifications.way import Notification, Then, Way, WayName


class Alert(Way):
    """Asks for attention without a word; the words are for the window to show."""

    name = WayName.ALERT

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window

    def find(self, then: Then) -> None:
        """Say that this can always be tried."""
        then(True)

    def tell(self, _: Notification, then: Then) -> None:
        """Ask for attention; a window that has it is left alone by Qt."""
        QApplication.alert(self._window)
        then(True)

    def withdraw(self) -> None:
        """Do nothing: the desktop takes it away once the window is looked at."""
