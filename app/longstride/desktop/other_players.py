"""The athlete's music: quiet while a flow plays, and back when it stands still."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBus,
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
)

from longstride.desktop.bus import answer_of, ask, session_bus
from longstride.desktop.mpris import NAME, PLACE, PLAYER, PLAYERS

_STAND_INS = (f"{PLAYERS}playerctld",)  # answers for whichever player was used last
_PATIENCE = 2000  # ms a player may take to answer
_LAST_PATIENCE = 300  # ms, while the window waits
_GOES_ON = ("Paused", "Playing")  # one that has been stopped since is left alone


class OtherPlayers(QObject):
    """Pauses the media players that play, over MPRIS, and plays just those again.

    Nothing waits for an answer: a player that hangs holds up nobody. Where there is no session
    bus nothing happens.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bus: QDBusConnection | None = None
        self._quiet = False
        self._hushed: list[str] = []

    def hush(self) -> None:
        """Pause every player that plays; until ``release`` later calls do nothing."""
        if self._quiet:
            return
        self._quiet = True
        self._bus = self._bus or session_bus()
        if self._bus is not None:
            names = QDBusMessage.createMethodCall(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames"
            )
            self._ask(names, self._look_at)

    def release(self) -> None:
        """Let those play on that were paused here, unless they have been stopped since."""
        self._quiet = False
        hushed, self._hushed = self._hushed, []
        for name in hushed:
            self._ask(_status(name), partial(self._play_on, name))

    def close(self) -> None:
        """Do as ``release`` does, and be done: the program may end with the flow."""
        self._quiet = False
        if self._bus is None:
            return
        for name in self._hushed:
            reply = self._bus.call(_status(name), QDBus.CallMode.Block, _LAST_PATIENCE)
            if answer_of(reply) in _GOES_ON:
                play = QDBusMessage.createMethodCall(name, PLACE, PLAYER, "Play")
                self._bus.call(play, QDBus.CallMode.Block, _LAST_PATIENCE)
        self._hushed.clear()

    def _look_at(self, names: object) -> None:
        for name in names if isinstance(names, list) else ():
            if name.startswith(PLAYERS) and not name.startswith((NAME, *_STAND_INS)):
                self._ask(_status(name), partial(self._pause, name))

    def _pause(self, name: str, status: object) -> None:
        if status == "Playing" and self._quiet:
            self._hushed.append(name)
            self._tell(name, "Pause")

    def _play_on(self, name: str, status: object) -> None:
        if self._quiet:
            self._hushed.append(name)  # the flow went on before the answer came
        elif status in _GOES_ON:
            self._tell(name, "Play")

    def _tell(self, name: str, wish: str) -> None:
        if self._bus is not None:
            self._bus.send(QDBusMessage.createMethodCall(name, PLACE, PLAYER, wish))

    def _ask(self, message: QDBusMessage, then: Callable[[object], None]) -> None:
        """Ask, and hand on the one thing that is answered; an error is no answer."""
        if self._bus is None:
            return

        def take(call: QDBusPendingCallWatcher) -> None:
            answer = answer_of(call.reply())
            if answer is not None:
                then(answer)

        ask(self._bus, message, _PATIENCE).finished.connect(take)


def _status(name: str) -> QDBusMessage:
    """Return the question whether a player plays."""
    asked = QDBusMessage.createMethodCall(name, PLACE, "org.freedesktop.DBus.Properties", "Get")
    asked.setArguments([PLAYER, "PlaybackStatus"])
    return asked
