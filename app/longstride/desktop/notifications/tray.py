"""Notifications as a message of an icon in the tray: on Windows, macOS and some Linux desktops."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from longstride.desktop.notifications.way import Notification, Then, Way, WayName

_SHOWN = 30_000  # ms; most desktops have their own mind about it


class Tray(Way):
    """Shows notifications without buttons; the icon stays until they are withdrawn.

    Tried on Linux only.
    """

    name = WayName.TRAY

    def __init__(self, new_icon: Callable[[], QSystemTrayIcon] = QSystemTrayIcon) -> None:
        super().__init__()
        self._new_icon = new_icon
        self.icon: QSystemTrayIcon | None = None
        self._shown: Notification | None = None

    def find(self, then: Then) -> None:
        """Ask the desktop whether it has a tray that shows messages."""
        then(QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages())

    def tell(self, notification: Notification, then: Then) -> None:
        """Show a notification beside the icon, and what it says where the icon is pointed at."""

        def show(there: bool) -> None:
            if there:
                self._show(notification)
            then(there)

        self.find(show)

    def withdraw(self) -> None:
        """Take the icon away, and with it what it says."""
        self._shown = None
        if self.icon is not None:
            self.icon.hide()

    def _show(self, notification: Notification) -> None:
        self._shown = notification
        icon = self.icon = self.icon or self._make()
        icon.setToolTip(notification.title)
        icon.show()
        picture = QApplication.windowIcon()
        icon.showMessage(notification.title, notification.body, picture, _SHOWN)

    def _make(self) -> QSystemTrayIcon:
        icon = self._new_icon()
        icon.setIcon(QApplication.windowIcon())
        icon.messageClicked.connect(self._press)
        icon.activated.connect(lambda _: self._press())
        return icon

    def _press(self) -> None:
        if self._shown is not None:
            self.pressed.emit(self._shown.id, self._shown.action)
