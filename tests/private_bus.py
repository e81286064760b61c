"""A session bus of a test's own, somebody who asks on it, and a media player of paper."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR
from threading import Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from wanted import want

PLACE = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"


@contextmanager
def session_bus() -> Iterator[str]:
    """Run a bus for the length of the block; its address comes out. Skips where there is none."""
    want("dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        with daemon.stdout as out:
            yield out.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()


class Desktop:
    """Asks players from a thread of its own, while Qt's events are served here."""

    def __init__(self, qtbot: QtBot, bus: str) -> None:
        self._qtbot = qtbot
        self._bus = open_dbus_connection(bus)
        self._thread = ThreadPoolExecutor(1)
        rule = MatchRule(type="signal", path=PLACE)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        self._signals = self._bus.filter(rule, bufsize=100)
        self.heard = self._signals.__enter__()

    def close(self) -> None:
        self._thread.shutdown()
        self._bus.close()

    def players(self) -> list[str]:
        names = self._call(message_bus.ListNames())[0]
        return [name for name in names if name.startswith("org.mpris.MediaPlayer2.")]

    def get(self, player: str, name: str, interface: str = PLAYER) -> tuple[str, Any]:
        """Return a property's signature and value."""
        return self._call(Properties(DBusAddress(PLACE, player, interface)).get(name))[0]

    def set(self, player: str, name: str, signature: str, value: object) -> None:
        self._call(Properties(DBusAddress(PLACE, player, PLAYER)).set(name, signature, value))

    def ask(self, player: str, wish: str, signature: str = "", *words: object) -> None:
        interface = PLAYER if wish not in {"Raise", "Quit"} else PLAYER.rpartition(".")[0]
        self._call(new_method_call(DBusAddress(PLACE, player, interface), wish, signature, words))

    def signals(self) -> list[tuple[str, tuple[Any, ...]]]:
        """Return the signals that have come, by name, and forget them."""
        for name in self.players():
            self.get(name, "PlaybackStatus")  # what a player told before its answer is here then
        came = [self.heard.popleft() for _ in range(len(self.heard))]
        return [(one.header.fields[HeaderFields.member], one.body) for one in came]

    def send(self, message: Any) -> Any:
        """Send any message, also one that is refused; return the reply."""
        asked = self._thread.submit(self._bus.send_and_get_reply, message)
        self._qtbot.waitUntil(asked.done)
        return asked.result()

    def _call(self, message: Any) -> Any:
        reply = self.send(message)
        assert reply.header.message_type is not MessageType.error, reply
        return reply.body


class PaperPlayer:
    """A media player that knows whether it plays, and remembers what it was asked.

    ``answer``, a signature and a body, is what it says of its status if not the truth.
    """

    def __init__(self, bus: str, name: str, status: str) -> None:
        self.status = status
        self.asked: list[str] = []
        self.answer: tuple[str, tuple[object, ...]] | None = None
        self.heard = 0
        self._bus = open_dbus_connection(bus)
        self._bus.send_and_get_reply(message_bus.RequestName(f"org.mpris.MediaPlayer2.{name}"))
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """Go from the bus, as a player that was closed."""
        with suppress(OSError):  # it may have gone with the bus
            self._bus.sock.shutdown(SHUT_RDWR)
        self._thread.join()

    def _serve(self) -> None:
        with self._bus, suppress(EOFError, OSError):
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message, message.header.fields[HeaderFields.member])

    def _answer(self, message: Any, wish: str) -> None:
        if wish == "Get":
            self._bus.send(
                new_method_return(message, *(self.answer or ("v", (("s", self.status),))))
            )
            self.heard += 1
        elif wish in {"Play", "Pause"}:
            self.asked.append(wish)
            self.status = {"Play": "Playing", "Pause": "Paused"}[wish]
            self._bus.send(new_method_return(message))
        else:
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
