"""Who shows notifications on a test's bus: a portal and a notification server, both of paper."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from socket import SHUT_RDWR
from threading import Event, Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class PaperNotifier:
    """A program with a name on the bus that remembers what it shows, by id, and can be pressed.

    ``hangs`` never answers; ``refuses`` answers with an error.
    """

    name = ""
    place = ""
    interface = ""

    def __init__(self, bus: str, *, hangs: bool = False, refuses: bool = False) -> None:
        self.shown: dict[Any, dict[str, Any]] = {}
        self.came = 0
        self.asked = Event()
        self._hangs, self._refuses = hangs, refuses
        self._bus = open_dbus_connection(bus)
        self._bus.send_and_get_reply(message_bus.RequestName(self.name))
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def leave(self) -> None:
        with suppress(OSError):
            self._bus.sock.shutdown(SHUT_RDWR)
        self._thread.join()

    def signal(self, name: str, signature: str, *body: object) -> None:
        emitter = DBusAddress(self.place, interface=self.interface)
        self._bus.send(new_signal(emitter, name, signature, body))

    def answer(self, wish: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        """Do what is asked, and return a signature and a body; None for what is not known."""
        raise NotImplementedError

    def _serve(self) -> None:
        with self._bus, suppress(EOFError, OSError):
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._take(message, message.header.fields[HeaderFields.member])

    def _take(self, message: Any, wish: str) -> None:
        found = None if self._hangs or self._refuses else self.answer(wish, message.body)
        self.asked.set()
        if found is not None:
            self._bus.send(new_method_return(message, *found))
        elif not self._hangs:
            self._bus.send(new_error(message, UNKNOWN))


class PaperPortal(PaperNotifier):
    """The desktop portal, as far as it shows notifications."""

    name = "org.freedesktop.portal.Desktop"
    place = "/org/freedesktop/portal/desktop"
    interface = "org.freedesktop.portal.Notification"

    def answer(self, wish: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match wish, body:
            case "AddNotification", (name, shown):
                self.shown[name] = {key: value for key, (_, value) in shown.items()}
                self.came += 1
            case "RemoveNotification", (name,):
                self.shown.pop(name, None)
            case "Get", _:
                return "v", (("u", 1),)
            case _:
                return None
        return "", ()

    def press(self, name: str, action: str) -> None:
        """Press a button, or with the default action the notification itself."""
        self.signal("ActionInvoked", "ssav", name, action, [])


class PaperServer(PaperNotifier):
    """A notification server; ``forgets`` buttons as some do that only show text."""

    name = "org.freedesktop.Notifications"
    place = "/org/freedesktop/Notifications"
    interface = "org.freedesktop.Notifications"

    def __init__(self, bus: str, *, forgets: bool = False, **rest: bool) -> None:
        self._forgets = forgets
        self._ids = count(1)
        super().__init__(bus, **rest)

    def answer(self, wish: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match wish:
            case "GetServerInformation":
                return "ssss", ("paper", "tests", "1", "1.2")
            case "GetCapabilities":
                return "as", (["body"] if self._forgets else ["body", "actions"],)
            case "Notify":
                number = body[1] or next(self._ids)
                words = {"title": body[3], "body": body[4], "actions": body[5], "hints": body[6]}
                self.shown[number] = words
                self.came += 1
                return "u", (number,)
            case "CloseNotification":
                self.shown.pop(body[0], None)
                self.signal("NotificationClosed", "uu", body[0], 3)
                return "", ()
        return None

    def press(self, number: int, action: str) -> None:
        """Press a button, or the notification itself by "default"."""
        self.signal("ActionInvoked", "us", number, action)
        self.shown.pop(number, None)
        self.signal("NotificationClosed", "uu", number, 2)


@contextmanager
def running(notifier: PaperNotifier) -> Iterator[Any]:
    """Let a notifier leave the bus at the end of the block."""
    try:
        yield notifier
    finally:
        notifier.leave()
