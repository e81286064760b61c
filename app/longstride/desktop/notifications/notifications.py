"""Shows a notification by the best way this desktop has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from longstride.desktop.notifications.way import Notification, Then, Way, WayName


class Notifications(QObject):
    """Tries ways in turn, one notification at a time.

    ``told`` carries the name of the way by which one is shown, ``found`` that of the one that
    would be gone now, ``pressed`` the id of a notification and the action of the button.
    """

    told = Signal(WayName)
    found = Signal(WayName)
    pressed = Signal(str, str)

    def __init__(self, ways: Sequence[Way]) -> None:
        super().__init__()
        self._ways = tuple(ways)
        self._way: Way | None = None  # the one that shows something, or tries to
        self._shown: Notification | None = None
        for way in self._ways:
            way.pressed.connect(self._press)

    def find(self) -> None:
        """Look which way there is."""
        _first(self._ways, lambda way, then: way.find(then), self.found.emit)

    def tell(self, notification: Notification) -> None:
        """Show a notification in place of the one before."""

        def tell(way: Way, then: Then) -> None:
            if self._shown is notification:  # or it was withdrawn while a way was looked for
                self._way = way
                way.tell(notification, then)

        def told(name: WayName) -> None:
            if self._shown is notification:
                self.told.emit(name)

        self.withdraw()
        self._shown = notification
        _first(self._ways, tell, told)

    def withdraw(self) -> None:
        """Take away what is shown."""
        self._shown = None
        way, self._way = self._way, None
        if way is not None:
            way.withdraw()

    def _press(self, shown: str, action: str) -> None:
        if self._shown is None or shown != self._shown.id:
            return
        if action in {name for name, _ in self._shown.buttons}:
            self.withdraw()
            self.pressed.emit(shown, action)


def _first(
    ways: Sequence[Way],
    go: Callable[[Way, Then], object],
    gone: Callable[[WayName], object],
) -> None:
    """Go the first way that can be gone."""
    if not ways:
        return
    way, *others = ways
    go(way, lambda worked: gone(way.name) if worked else _first(others, go, gone))
