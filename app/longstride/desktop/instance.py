"""One window over a data folder: a second start hands over what it was asked for, and ends.

The lock keeps two windows from one journal, whatever happens; it outlives no process, not even
one that was killed. The socket, which only the same user may open, raises the window that stands.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QTimer, Signal

from longstride.core.errors import LongstrideError, WrongUseError
from longstride.core.flow.manner import Manner, manner_from
from longstride.desktop.running import WINDOW_LOCK

if TYPE_CHECKING:  # the first window to stand needs no network
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 6000  # ms a second start waits for the window that stands, or is about to
LONGEST_WISH = 64_000  # bytes
MOST_CALLERS = 20  # at once; the one that has said nothing for longest goes first
_HEARS_OUT = 3000  # ms in which a caller has said its line
_LONGEST_ADDRESS = 100  # bytes; Unix allows 104 to 108 for the path of a socket
_RETRY = 50  # ms
_PRIVATE = 0o600
_TAKEN, _REFUSED = b"taken\n", b"refused\n"
_TOO_MANY = (
    "Longstride is open already, and so many flows cannot be handed to its window at once; "
    "open fewer of them."
)


class NoAnswerError(LongstrideError):
    """The program is open already, but its window does not answer."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """What a start asks for: flows by id or absolute path, none of them to raise the window.

    ``token`` is what the desktop gave the start, so that the window may take the focus;
    ``plays`` is how the first flow is to be led at once, None where it is only shown.
    """

    flows: tuple[str, ...] = ()
    token: str = ""
    plays: Manner | None = None


class Instance(QObject):
    """The place of the one window over a data folder; needs a QCoreApplication.

    ``asked`` carries the OpenRequest of each later start, from the moment ``listen`` was called.
    """

    asked = Signal(OpenRequest)

    def __init__(self, folder: Path, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._lock_file = folder / WINDOW_LOCK
        self._lock = QLockFile(str(self._lock_file))
        self._lock.setStaleLockTime(0)  # a window may stand for weeks
        self._server: QLocalServer | None = None

    def claim(self, request: OpenRequest, patience: int = PATIENCE) -> bool:
        """Take the place and return True; or hand the wish to whoever has it and return False.

        NoAnswerError where the place is taken and nobody answers for ``patience`` ms;
        WrongUseError where the wish is too long to be handed over.
        """
        deadline, wait = QDeadlineTimer(patience), 0
        while not self._lock.tryLock(wait):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return True  # no lock can be made here: rather two windows than none
            if len(line_of(request)) > LONGEST_WISH:
                raise WrongUseError(_TOO_MANY)
            if _hand_over(request, self._address, deadline):
                return False
            if deadline.hasExpired():
                raise NoAnswerError(_no_answer(self._lock_file))
            wait = _RETRY  # the other may end meanwhile, or begin to listen
        with suppress(OSError):  # a disk without owners
            self._lock_file.chmod(_PRIVATE)
        return True

    def listen(self, patience: int = _HEARS_OUT) -> None:
        """Begin to take wishes of later starts, each said within ``patience`` ms."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._address)  # what a killed program left; the lock is ours
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._hear(server, patience))
        server.listen(self._address)  # if not, a second start says that nobody answers

    def deafen(self) -> None:
        """Take no more requests, because the program is about to end; the place is kept."""
        if self._server is not None:
            self._server.close()

    def leave(self) -> None:
        """Give the place away."""
        self.deafen()
        self._lock.unlock()

    def _hear(self, server: QLocalServer, patience: int) -> None:
        while server.hasPendingConnections():
            _Caller(server.nextPendingConnection(), self, patience)
            for crowding in server.findChildren(_Caller)[:-MOST_CALLERS]:
                crowding.send_away()


class _Caller(QObject):
    """A later start at the other end of the socket: one line, one answer, and it is over.

    Whoever else is there is answered too: what is no line after ``patience`` ms, or too long for
    one, is refused.
    """

    def __init__(self, socket: QLocalSocket, instance: Instance, patience: int) -> None:
        super().__init__(socket)
        self._socket = socket
        self._instance = instance
        self._answered = False
        socket.setReadBufferSize(LONGEST_WISH + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(patience, self, self.send_away)
        self._read()

    def send_away(self) -> None:
        """Hear what came while the window was busy, and after that no more."""
        if not self._answered:
            self._socket.waitForReadyRead(0)
            self._answer(_REFUSED)

    def _read(self) -> None:
        if self._socket.canReadLine():
            line = bytes(self._socket.readLine(LONGEST_WISH + 1).data())
            if self._answer(_TAKEN):
                self._instance.asked.emit(wish_from(line))
        elif self._socket.bytesAvailable() > LONGEST_WISH:
            self._answer(_REFUSED)

    def _answer(self, answer: bytes) -> bool:
        """Answer and part; say whether this was the first answer."""
        first, self._answered = not self._answered, True
        if first:
            self._socket.write(answer)
            self._socket.flush()
            self._socket.disconnectFromServer()
        return first


def address_for(folder: Path, environ: Mapping[str, str], system: str = sys.platform) -> str:
    """Return where the window over a data folder listens: a name for this user and folder alone.

    On Linux a path in the user's own runtime folder, in the data folder where there is none.
    """
    place = f"{_home()}\n{folder.resolve()}"
    name = f"longstride-{_digest(os.fsencode(place))}"
    if system == "win32":
        return name
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    homes = (Path(runtime) if runtime else folder, folder)
    paths = (str(home / name) for home in homes if home.is_dir())
    return next((path for path in paths if len(os.fsencode(path)) <= _LONGEST_ADDRESS), name)


def _home() -> str:
    """Return the user's folder, "" for a user whom the system does not know."""
    try:
        return str(Path("~").expanduser())
    except RuntimeError:
        return ""


def _digest(place: bytes) -> str:
    """Return 16 letters for a place; by Qt, because Python would load OpenSSL for it."""
    found = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    return bytes(found.toHex().data()).decode()[:16]


def wish_from(line: bytes) -> OpenRequest:
    """Return the wish in a line; what is not one only raises the window."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return OpenRequest()
    if not isinstance(found, dict):
        return OpenRequest()
    flows, token = found.get("flows"), found.get("token")
    named = flows if isinstance(flows, list) else []
    texts = tuple(flow for flow in named if isinstance(flow, str))
    plays = manner_from(found.get("plays"))
    return OpenRequest(texts, token if isinstance(token, str) else "", plays)


def line_of(request: OpenRequest) -> bytes:
    """Return a wish as the line that is sent."""
    plays = request.plays and request.plays.as_json()
    wish = {"flows": request.flows, "token": request.token, "plays": plays}
    return json.dumps(wish).encode() + b"\n"


def activation_token(environ: Mapping[str, str]) -> str:
    """Return what the desktop gave this start to raise its window with, "" if nothing."""
    return environ.get("XDG_ACTIVATION_TOKEN") or environ.get("DESKTOP_STARTUP_ID") or ""


def use_token(token: str) -> None:
    """Let the next window that comes forward use a token; Qt looks for it here, on Wayland."""
    if token:
        with suppress(ValueError):  # what no environment can hold is no token
            os.environ["XDG_ACTIVATION_TOKEN"] = token


def _hand_over(request: OpenRequest, address: str, deadline: QDeadlineTimer) -> bool:
    """Send a wish to the window that listens; say whether it was taken."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_RETRY):
        return False
    socket.write(line_of(request))
    socket.waitForBytesWritten(_left(deadline))
    socket.waitForReadyRead(_left(deadline))
    taken = bytes(socket.readLine(len(_TAKEN) + 1).data()) == _TAKEN
    socket.abort()
    return taken


def _left(deadline: QDeadlineTimer) -> int:
    return max(0, deadline.remainingTime())


def _no_answer(lock: Path) -> str:
    return (
        "Longstride is open already, but its window does not answer. End that program and start "
        f"again; if there is none, remove {lock}."
    )
