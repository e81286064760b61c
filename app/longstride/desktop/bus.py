"""The session bus of Linux desktops: the program's connection to it, and questions asked on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_CONNECTION = "longstride"


def session_bus(environ: Mapping[str, str] = os.environ) -> QDBusConnection | None:
    """Return the program's connection to the session bus, None where there is none.

    Looked for first: where no bus runs, asking for one may start one. The connection is kept
    until the program ends, because closing it can hang: Qt's thread then waits for Python's
    lock, and whoever asks the bus next holds that lock and waits for Qt's thread.
    """
    own = Path(environ.get("XDG_RUNTIME_DIR") or "/nonexistent", "bus")
    if sys.platform != "linux" or not ("DBUS_SESSION_BUS_ADDRESS" in environ or own.exists()):
        return None
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
    return bus if bus.isConnected() else None


def ask(bus: QDBusConnection, question: QDBusMessage, patience: int) -> QDBusPendingCallWatcher:
    """Ask without waiting; ``finished`` of what is returned comes within ``patience`` ms.

    What waits belongs to the program and goes by itself: Qt crashes where it goes before the answer
    has come, as it would with a flow or a window that ends meanwhile.
    """
    call = bus.asyncCall(question, patience)
    waiting = QDBusPendingCallWatcher(call, QCoreApplication.instance())
    waiting.finished.connect(waiting.deleteLater)
    return waiting


def answer_of(reply: QDBusMessage) -> object:
    """Return the one thing that was answered on a bus, None where it is an error or something else.

    Whoever answers is another program, and may answer anything.
    """
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage or len(reply.arguments()) != 1:
        return None
    (answer,) = reply.arguments()
    return answer.variant() if isinstance(answer, QDBusVariant) else answer
