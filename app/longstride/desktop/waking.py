"""Hear that the machine woke up from sleep: on Linux from logind, elsewhere not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SOCKET = Path("/run/dbus/system_bus_socket")
_LOGIND = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"


class Waking(QObject):
    """``woke`` comes each time the machine was asleep; never where nobody tells of it."""

    woke = Signal()

    def listen(self, environ: Mapping[str, str] = os.environ) -> None:
        """Listen from now on. The connection is kept until the program ends, as in ``bus``."""
        there = "DBUS_SYSTEM_BUS_ADDRESS" in environ or _SOCKET.exists()
        if sys.platform != "linux" or not there:
            return
        kind = QDBusConnection.BusType.SystemBus
        bus = QDBusConnection.connectToBus(kind, "longstride-system")
        slot = SLOT("told(QDBusMessage)")  # the stub says bytes, which PySide6 refuses
        bus.connect(_LOGIND, _PATH, _MANAGER, "PrepareForSleep", self, slot)  # type: ignore[call-overload]

    @Slot(QDBusMessage)
    def told(self, message: QDBusMessage) -> None:
        """Take that sleep begins, true, or is over."""
        if message.arguments() == [False]:
            self.woke.emit()
