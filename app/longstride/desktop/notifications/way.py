"""What is told to the athlete outside the window, and what every way of telling it can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

PATIENCE = 2000  # ms after which a way that has not answered is given up
Then = Callable[[bool], object]  # is told whether it worked


class WayName(StrEnum):
    """The ways there are, the best first."""

    PORTAL = "portal"
    NOTIFY_SEND = "notify-send"
    TRAY = "tray"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Notification:
    """A title and a sentence in plain text, and buttons as (action, words).

    The first action is also that of the notification itself, when it is pressed.
    """

    id: str
    title: str
    body: str
    buttons: tuple[tuple[str, str], ...]

    @property
    def action(self) -> str:
        """What happens when the notification itself is pressed."""
        return self.buttons[0][0]


class Way(QObject):
    """One way to show notifications, one at a time; ``pressed`` carries an id and an action.

    Nothing waits: ``find`` and ``tell`` return at once, and ``then`` is called within PATIENCE
    for each thing that is tried, unless what is told is withdrawn before.
    """

    name: WayName
    pressed = Signal(str, str)

    def find(self, then: Then) -> None:
        """Look whether this way can be gone here."""
        raise NotImplementedError

    def tell(self, notification: Notification, then: Then) -> None:
        """Show a notification."""
        raise NotImplementedError

    def withdraw(self) -> None:
        """Take away what is shown, where the desktop lets us."""
        raise NotImplementedError
