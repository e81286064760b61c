"""Plays in the sound thread: starts and stops the sink, and looks how far the device is."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, Qt, QThread, QTimer, Signal, Slot

from longstride.sound.output.sink import Sink
from longstride.sound.position import Position
from longstride.sound.pulse import ask_again_until_answered, ask_for_latency
from longstride.sound.state import Reading, SoundState
from longstride.sound.units import PER_MS

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

    from longstride.sound.mixer import Mix

_LOOK = 20  # ms between two looks at the device
_RETRY = 3.0  # s between two tries to get a lost device back
_SILENT_FOR = 3.0  # s the sound thread may take to answer before time runs on without it

# What Qt says about libraries it looks for and does without is not news to an athlete, nor that
# the sound server is away, which it says every 3 s: a state is shown for it.
LOG_RULES = (
    "qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.ffmpeg.info=false\n"
    "default.critical=false"
)


class Speaker(QObject):
    """The sink on the chosen device; all its methods run in the sound thread."""

    state_changed = Signal(SoundState)
    devices_changed = Signal()

    def __init__(self, wanted: str, gain: float) -> None:
        super().__init__()
        self.audio_delay = 0
        self.state = SoundState.CLOSED
        self.devices: tuple[str, ...] = ()
        self.reading = Reading()
        self._wanted = wanted
        self._place = Position()
        self._sink = Sink(self._place, gain)
        self._turn = self._until = 0
        self._tried = 0.0
        self._list: QMediaDevices | None = None

    @Slot()
    def open(self) -> None:
        """Load Qt's multimedia and look which devices there are."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        QLoggingCategory.setFilterRules(LOG_RULES)
        ask_for_latency()
        ask_again_until_answered()
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            self._be(SoundState.NO_LIBRARY)
            return
        self._list = QMediaDevices()
        self._list.audioOutputsChanged.connect(self._renew_devices)
        self._renew_devices()

    @Slot()
    def close(self) -> None:
        """Give everything back in the thread it was made in, then end the thread."""
        self._timer.stop()
        self._sink.close()
        if self._list is not None:
            self._list.audioOutputsChanged.disconnect(self._renew_devices)
        self._list = None
        self._be(SoundState.CLOSED)
        QThread.currentThread().quit()

    @Slot(int, int, int, float)
    def play(self, turn: int, position: int, until: int, asked: float) -> None:
        """Start over from a position, softly, where possible on the sink that is there."""
        self._begin(turn, position, until, asked, gentle=True)

    def _begin(self, turn: int, position: int, until: int, asked: float, *, gentle: bool) -> None:
        self._sink.stop()
        if self._place.adrift:
            self._sink.drop()
        now = monotonic()
        self._turn, self._until = turn, until
        begin = position + overdue(asked, now)
        sounding = self._sink.start(begin, self._until, gentle=gentle)
        self._place.begin(begin, now, sounding, self._sink.count() or 0.0)
        self._tried = now
        self._publish(now)
        self._timer.start()

    @Slot(object)
    def load(self, mix: Mix) -> None:
        """Take another mix; start anew where it differs in what waits in the buffer."""
        agreed = self._sink.feed.agrees(mix, int(self._place.at * PER_MS))
        self._sink.feed.load(mix)
        if not agreed:
            self._start_anew()

    @Slot(int)
    def stop_at(self, until: int) -> None:
        """Play on to another end; start anew where the silence behind the old one is on its way."""
        missed = self._sink.feed.ended and until > self._until
        self._until = until
        self._sink.feed.stop_at(until * PER_MS)
        if missed:
            self._start_anew()

    def _start_anew(self) -> None:
        """Throw away what waits in the buffer and go on from what is heard now."""
        if self._timer.isActive():
            at = int(self._place.at)
            self._begin(self._turn, at, self._until, monotonic(), gentle=False)

    @Slot()
    def pause(self) -> None:
        """Fall silent; the caller keeps the position."""
        self._timer.stop()
        self._sink.stop()

    @Slot(float)
    def turn_to(self, gain: float) -> None:
        """Be so many times as loud as made, without a gap."""
        self._sink.turn_to(gain)

    @Slot(str)
    def choose(self, device: str) -> None:
        """Use the device of that description from now on."""
        self._wanted = device
        self._renew_devices()

    def _look(self) -> None:
        """See how far the device is; stop at the end, go after it when it is lost."""
        now = monotonic()
        self._sink.glide()
        if self._place.see(self._sink.count(), now):
            self._sink.take_up(self._until)
            self._place.follow()
        elif self._place.adrift and now - self._tried > _RETRY:
            self._retry(now)
        if self._list is not None:
            self._be(self._seen_state())
        if self._place.at - self.audio_delay >= self._until:
            self.pause()
        self._publish(now)

    def _seen_state(self) -> SoundState:
        if self._sink.device is None:
            return SoundState.NO_DEVICE
        return SoundState.LOST if self._place.adrift else SoundState.SOUNDING

    def _publish(self, now: float) -> None:
        place = self._place
        self.reading = Reading(self._turn, place.at, now, place.runs, place.adrift)

    def _retry(self, now: float) -> None:
        """Try a new sink, silent until it is known to run: some take seconds to wake."""
        self._tried = now
        self._sink.drop()
        self._sink.start(self._until, self._until)
        self._place.device_started(now, self._sink.count() or 0.0)

    def _renew_devices(self) -> None:
        """Look which devices there are, and move over if another one is to be used."""
        if self._list is None:
            return
        self._sink.server_answers()
        found = self._list.audioOutputs()
        self.devices = tuple(device.description() for device in found)
        self.devices_changed.emit()
        default = self._list.defaultAudioOutput()
        named = [device for device in found if device.description() == self._wanted]
        used = (named or [default])[0]
        before, self._sink.device = self._sink.device, None if used.isNull() else used
        if _id(before) != _id(self._sink.device) or self._place.adrift:
            self._move_over()

    def _move_over(self) -> None:
        """Go on from the same place on the device that is to be used now."""
        now = monotonic()
        if not self._timer.isActive():
            self._sink.drop()
            self._place.adrift = self._sink.device is None
            self._be(self._seen_state())
        elif self._place.adrift:
            self._retry(now)
        else:
            self._sink.drop()
            at = self._place.at
            self._place.begin(at, now, sounding=self._sink.start(at, self._until))

    def _be(self, state: SoundState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)


def _id(device: QAudioDevice | None) -> object:
    return None if device is None else device.id()


def overdue(asked: float, now: float) -> float:
    """Return the ms time has run on since the sound thread should have answered."""
    return max(0.0, now - asked - _SILENT_FOR) * 1000
