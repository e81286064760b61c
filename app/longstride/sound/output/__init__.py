"""The speaker: a Mix played on a device whose own count of frames is the clock.

Everything Qt that touches the device lives in one thread of its own and is fed from a buffer
long enough to bridge a GUI or an interpreter that is held up. What the rest of the program sees
are plain values: a position, a state, the names of the devices.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QThread, Signal

from longstride.core.errors import SoundError
from longstride.sound.output.speaker import LOG_RULES, Speaker, overdue
from longstride.sound.pulse import ask_again_until_answered
from longstride.sound.state import SoundState

if TYPE_CHECKING:
    from longstride.sound.mixer import Mix


def device_names() -> tuple[str, ...]:
    """Return the devices there are, the system's choice first; SoundError without libpulse."""
    ask_again_until_answered()
    QLoggingCategory.setFilterRules(f"{LOG_RULES}\ndefault.warning=false")  # no server is no news
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        raise SoundError(SoundState.NO_LIBRARY.sentence) from error
    _application()
    found = QMediaDevices.audioOutputs()
    QLoggingCategory.setFilterRules(LOG_RULES)
    return tuple(d.description() for d in sorted(found, key=lambda d: not d.isDefault()))


def _application() -> QCoreApplication:
    """Return the application that Qt wants before any of its objects, made if there is none."""
    return QCoreApplication.instance() or QCoreApplication([])


class DeviceOutput(QObject):
    """An `Output` on a sound device, or on the system's clock where there is none.

    Makes a QCoreApplication where there is none; the signals need its event loop, `position` and
    `state` do not.
    ``audio_delay`` is how many ms later the athlete hears it (0-400, Bluetooth). ``gain`` is how
    many times as loud as made it sounds (0-2).
    """

    state_changed = Signal(SoundState)
    devices_changed = Signal()
    _load_asked = Signal(object)
    _play_asked = Signal(int, int, int, float)
    _stop_asked = Signal(int)
    _pause_asked = Signal()
    _gain_asked = Signal(float)
    _device_asked = Signal(str)
    _close_asked = Signal()

    def __init__(self, device: str = "", audio_delay: int = 0, gain: float = 1.0) -> None:
        self._application = _application()
        super().__init__()
        self._speaker = Speaker(device, gain)
        self._thread = QThread()
        self._turn = self._position = self._start = self._until = 0
        self._playing = False
        self._asked = 0.0
        self._connect()
        self.audio_delay = audio_delay

    def open(self) -> None:
        """Start the sound thread, which loads Qt's multimedia; later calls do nothing."""
        if not self._thread.isRunning():
            self._thread.start()

    def close(self) -> None:
        """Fall silent and end the thread; the output is of no use afterwards."""
        if self._thread.isRunning():
            self._close_asked.emit()
            self._thread.wait()

    def load(self, mix: Mix) -> None:
        """Go on with another mix, without a gap where it agrees with the one before."""
        self._load_asked.emit(mix)

    def play(self, position: int, until: int) -> None:
        """Sound from ``position`` and stop by itself at ``until`` (both ms)."""
        self.open()
        self._turn += 1
        self._position = self._start = position
        self._until, self._playing, self._asked = until, True, monotonic()
        self._play_asked.emit(self._turn, position, until, self._asked)

    def stop_at(self, until: int) -> None:
        """Stop by itself at another place than was said at first, which is not reached yet."""
        self._until = until
        self._stop_asked.emit(until)

    def pause(self) -> None:
        """Fall silent within 60 ms and keep the position."""
        if self._playing:
            self._position = self.position()
            self._playing = False
            self._pause_asked.emit()

    def position(self) -> int:
        """Return the ms being heard now; never backwards while playing, never past the end."""
        if self._playing:
            place = int(self._place(monotonic()))
            self._position = min(max(self._position, place), self._until)
        return self._position

    @property
    def audio_delay(self) -> int:
        """How many ms after it is played the sound is heard."""
        return self._speaker.audio_delay

    @audio_delay.setter
    def audio_delay(self, delay: int) -> None:
        self._speaker.audio_delay = min(max(delay, 0), 400)

    @property
    def state(self) -> SoundState:
        """Whether there is sound, and if not why."""
        return self._speaker.state

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in a sentence, "" while something is."""
        return self.state.sentence

    def turn_to(self, gain: float) -> None:
        """Be so many times as loud as made (0 to 2) from now on, without a gap."""
        self._gain_asked.emit(gain)

    def devices(self) -> tuple[str, ...]:
        """Return the descriptions of the devices there are; empty until opened."""
        return self._speaker.devices

    def choose(self, device: str) -> None:
        """Use the device of that description while it is there; empty is the system's choice."""
        self._device_asked.emit(device)

    def _connect(self) -> None:
        speaker = self._speaker
        speaker.moveToThread(self._thread)
        self._thread.started.connect(speaker.open)
        self._load_asked.connect(speaker.load)
        self._play_asked.connect(speaker.play)
        self._stop_asked.connect(speaker.stop_at)
        self._pause_asked.connect(speaker.pause)
        self._gain_asked.connect(speaker.turn_to)
        self._device_asked.connect(speaker.choose)
        self._close_asked.connect(speaker.close)
        speaker.state_changed.connect(self.state_changed)
        speaker.devices_changed.connect(self.devices_changed)

    def _place(self, now: float) -> float:
        reading = self._speaker.reading
        if reading.turn == self._turn:
            return reading.at(now) - self.audio_delay
        return self._start + overdue(self._asked, now)
