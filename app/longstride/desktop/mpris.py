"""The flow as the desktop's media player, over MPRIS: media keys, headsets and lock screens.

Linux desktops take the media keys before any window sees them, and ask the players on the
session bus. The interface is the specification's, version 2.2; what it counts in microseconds
is ms everywhere else here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

from longstride.desktop.bus import session_bus

PLAYERS = "org.mpris.MediaPlayer2."
NAME = f"{PLAYERS}longstride"
PLACE = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
_US = 1000  # in a ms


@dataclass(frozen=True, slots=True)
class Led:
    """What is led now: a step (from 0) of a flow that lasts ``length`` ms, ``volume`` per cent."""

    step: int
    title: str
    flow: str
    length: int
    playing: bool
    volume: int

    @property
    def track(self) -> str:
        """The name of the step on the bus."""
        return f"/org/longstride/step/{self.step + 1}"

    @property
    def status(self) -> str:
        """Whether it plays, in the specification's word."""
        return "Playing" if self.playing else "Paused"

    @property
    def metadata(self) -> dict[str, object]:
        """What is shown of it."""
        return {
            "mpris:trackid": QDBusObjectPath(self.track),
            "mpris:length": self.length * _US,
            "xesam:title": self.title,
            "xesam:artist": [self.flow],
            "xesam:album": self.flow,
        }


class MediaPlayer(QObject):
    """A flow on the session bus from ``open`` to ``close``; the signals are what is asked of it.

    Where there is no bus nothing is ever asked. ``seek`` carries ms to go forward (or back),
    ``go_to`` a position in ms, ``volume`` per cent. ``position`` returns the ms reached.
    """

    play = Signal()
    pause = Signal()
    play_pause = Signal()
    stop = Signal()
    next = Signal()
    previous = Signal()
    seek = Signal(int)
    go_to = Signal(int)
    volume = Signal(int)
    wake = Signal()
    quit = Signal()

    def __init__(self, position: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self.led: Led | None = None
        self._bus: QDBusConnection | None = None
        self._name = NAME
        _Program(self)
        self._player = _Player(self)

    def open(self, led: Led) -> bool:
        """Appear on the bus; return whether there is one."""
        self.led = led
        bus = self._bus = session_bus()
        if bus is None:
            return False
        bus.registerObject(PLACE, self)
        if not bus.registerService(self._name):
            self._name = f"{NAME}.instance{os.getpid()}"
            return bus.registerService(self._name)
        return True

    def show(self, led: Led) -> None:
        """Tell everybody what has changed."""
        before, self.led = self.led, led
        if before is None or before == led or self._bus is None:
            return
        changed: dict[str, object] = {}
        if before.playing != led.playing:
            changed["PlaybackStatus"] = led.status
        if before.volume != led.volume:
            changed["Volume"] = led.volume / 100
        if before.metadata != led.metadata:
            changed["Metadata"] = led.metadata
        said = QDBusMessage.createSignal(
            PLACE, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        said.setArguments([PLAYER, changed, _no_names()])
        self._bus.send(said)

    def tell_jump(self) -> None:
        """Tell everybody that the position has leapt."""
        self._player.Seeked.emit(self.position() * _US)

    def close(self) -> None:
        """Leave the bus."""
        if self._bus is not None:
            self._bus.unregisterObject(PLACE)
            self._bus.unregisterService(self._name)
            self._bus = None


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})  # type: ignore[call-arg]
class _Program(QDBusAbstractAdaptor):  # type: ignore[operator]
    """What the bus may know of the program, and ask of its window."""

    def __init__(self, player: MediaPlayer) -> None:
        super().__init__(player)
        self._asked = player

    Identity = Property(str, lambda _: "Longstride")
    DesktopEntry = Property(str, lambda _: "longstride")
    CanQuit = Property(bool, lambda _: True)
    CanRaise = Property(bool, lambda _: True)
    HasTrackList = Property(bool, lambda _: False)
    SupportedUriSchemes = Property("QStringList", lambda _: [])  # type: ignore[arg-type]
    SupportedMimeTypes = Property("QStringList", lambda _: [])  # type: ignore[arg-type]

    @Slot()
    def Raise(self) -> None:
        self._asked.wake.emit()

    @Slot()
    def Quit(self) -> None:
        self._asked.quit.emit()


@ClassInfo({"D-Bus Interface": PLAYER})  # type: ignore[call-arg]
class _Player(QDBusAbstractAdaptor):  # type: ignore[operator]
    """What the bus may know and ask of the flow."""

    Seeked = Signal("qlonglong")  # type: ignore[arg-type]

    def __init__(self, player: MediaPlayer) -> None:
        super().__init__(player)
        self._asked = player

    def _led(self) -> Led:
        assert self._asked.led is not None, "nobody is on the bus before something is led"
        return self._asked.led

    def _status(self) -> str:
        return self._led().status

    def _metadata(self) -> dict[str, object]:
        return self._led().metadata

    def _position(self) -> int:
        return self._asked.position() * _US

    def _volume(self) -> float:
        return self._led().volume / 100

    def _turn(self, volume: float) -> None:
        if not isnan(volume):
            self._asked.volume.emit(round(min(max(volume, 0.0), 1.0) * 100))

    PlaybackStatus = Property(str, _status)
    Metadata = Property("QVariantMap", _metadata)  # type: ignore[arg-type]
    Position = Property("qlonglong", _position)  # type: ignore[arg-type]
    Volume = Property(float, _volume, _turn)
    Rate = Property(float, lambda _: 1.0)
    MinimumRate = Property(float, lambda _: 1.0)
    MaximumRate = Property(float, lambda _: 1.0)
    CanPlay = Property(bool, lambda _: True)
    CanPause = Property(bool, lambda _: True)
    CanGoNext = Property(bool, lambda _: True)
    CanGoPrevious = Property(bool, lambda _: True)
    CanSeek = Property(bool, lambda _: True)
    CanControl = Property(bool, lambda _: True)

    @Slot()
    def Play(self) -> None:
        self._asked.play.emit()

    @Slot()
    def Pause(self) -> None:
        self._asked.pause.emit()

    @Slot()
    def PlayPause(self) -> None:
        self._asked.play_pause.emit()

    @Slot()
    def Stop(self) -> None:
        self._asked.stop.emit()

    @Slot()
    def Next(self) -> None:
        self._asked.next.emit()

    @Slot()
    def Previous(self) -> None:
        self._asked.previous.emit()

    @Slot("qlonglong")
    def Seek(self, offset: int) -> None:
        self._asked.seek.emit(_within(offset, self._led()))

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, position: int) -> None:
        """Go there, unless the step has changed since that was asked, or the flow is shorter."""
        led = self._led()
        if track.path() == led.track and 0 <= position <= led.length * _US:
            self._asked.go_to.emit(position // _US)


def _no_names() -> QDBusArgument:
    """Return an empty list of strings: an empty list of Python's has no type on the bus."""
    names = QDBusArgument()
    names.beginArray(QMetaType(QMetaType.Type.QString.value))
    names.endArray()
    return names


def _within(offset: int, led: Led) -> int:
    """Return microseconds as ms, no more of them than there are: a signal carries 32 bits."""
    return int(min(max(offset / _US, -led.length), led.length))
