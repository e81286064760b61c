"""A sound device that plays many times faster than time, and counts what it has played."""

from __future__ import annotations

from threading import Condition, Thread
from time import monotonic

from PySide6.QtCore import QObject, Signal

from longstride.sound.feed import Feed
from longstride.sound.frames import PER_MS
from longstride.sound.mixer import Mix
from longstride.sound.state import SoundState

BLOCK = 200 * PER_MS  # frames taken at once


class FastSpeaker(QObject):
    """What the window asks of a device; a thread takes the frames, and their count is the clock.

    ``frames`` counts all that were ever taken, ``late`` is how many ms of sound it was behind its
    own pace at most: then the machine is too slow for ``speed``, and the flow with it.
    """

    state_changed = Signal(object)
    devices_changed = Signal()

    def __init__(self, speed: float) -> None:
        super().__init__()
        self.state = SoundState.SOUNDING
        self.audio_delay = 0
        self.trouble = ""
        self.frames = 0
        self.late = 0.0
        self._speed = speed
        self._feed = Feed()
        self._turn = Condition()
        self._start = self._until = 0
        self._began = 0.0
        self._playing = self._closed = False
        self._thread = Thread(target=self._sound, name="fast speaker", daemon=True)

    def open(self) -> None:
        self._thread.start()
        self.devices_changed.emit()

    def close(self) -> None:
        with self._turn:
            self._closed, self._playing = True, False
            self._turn.notify()
        self._thread.join()

    def devices(self) -> tuple[str, ...]:
        return ("Fast",)

    def choose(self, device: str) -> None:
        del device

    def turn_to(self, gain: float) -> None:
        """Nobody hears it."""

    def load(self, mix: Mix) -> None:
        with self._turn:
            self._feed.load(mix)

    def play(self, position: int, until: int) -> None:
        with self._turn:
            self._start, self._until = position, until
            self._feed.taken = 0
            self._feed.seek(position * PER_MS, until * PER_MS)
            self._began, self._playing = monotonic(), True
            self._turn.notify()

    def stop_at(self, until: int) -> None:
        with self._turn:
            self._until = until
            self._feed.stop_at(until * PER_MS)
            self._turn.notify()

    def pause(self) -> None:
        with self._turn:
            self._playing = False

    def position(self) -> int:
        with self._turn:
            return min(self._start + self._feed.taken // PER_MS, self._until)

    def _sound(self) -> None:
        while not self._closed:
            with self._turn:
                due = self._due() if self._playing else 0
                if due > 0:
                    self._feed.take(min(due, BLOCK))
                    self.frames += min(due, BLOCK)
                else:
                    self._turn.wait(0.004)

    def _due(self) -> int:
        """Return how many frames could have been played by now and were not taken yet."""
        passed = (monotonic() - self._began) * self._speed * 1000
        end = (self._until - self._start) * PER_MS
        due = min(int(passed * PER_MS), end) - self._feed.taken
        self.late = max(self.late, due / PER_MS)
        return due
