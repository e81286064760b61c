"""What lives in the sound thread: the sink, its feed, and the watch over both."""

from __future__ import annotations

from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, Qt, QThread, QTimer, Signal, Slot

from longstride.sound.position import Position
from longstride.sound.pulse import ask_again_until_answered, ask_for_latency, pulse_threads
from longstride.sound.state import Reading, SoundState
from longstride.sound.units import PER_MS, RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink, QMediaDevices

    from longstride.sound.feed import Feed
    from longstride.sound.mixer import Mix
    from longstride.sound.output.source import Source

BUFFER = 1000  # ms taken ahead of what is heard; 600 were not always enough
_LOOK = 20  # ms between two looks at the device
_RETRY = 3.0  # s between two tries to get a lost device back
_SILENT_FOR = 3.0  # s the sound thread may take to answer before time runs on without it
_MUTE_STEPS = (0.4, 0.1, 0.0, 0.0)  # volume before a pause, one step each _MUTE_STEP ms
_MUTE_STEP = 12
_GLIDE = 0.1  # how far the volume moves from one look to the next: a leap would click

# What Qt says about libraries it looks for and does without is not news to an athlete, nor that
# the sound server is away, which it says every 3 s: a state is shown for it.
LOG_RULES = (
    "qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.ffmpeg.info=false\n"
    "default.critical=false"
)


class Speaker(QObject):
    """What lives in the sound thread: the sink, its feed, and the watch over both."""

    state_changed = Signal(SoundState)
    devices_changed = Signal()

    def __init__(self, wanted: str, gain: float) -> None:
        super().__init__()
        self.audio_delay = 0
        self.state = SoundState.CLOSED
        self.devices: tuple[str, ...] = ()
        self.reading = Reading()
        self._wanted = wanted
        self._gain = gain
        self._volume = 1.0
        self._place = Position()
        self._turn = self._until = 0
        self._tried = 0.0
        self._pulse = 0
        self._freed = True
        self._device: QAudioDevice | None = None
        self._sink: QAudioSink | None = None
        self._list: QMediaDevices | None = None

    @cached_property
    def _feed(self) -> Feed:
        """What is heard next; made for the first flow, for it needs all of numpy."""
        from longstride.sound.feed import Feed

        return Feed()

    @cached_property
    def _source(self) -> Source:
        from longstride.sound.output.source import Source

        return Source(self._feed)

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
        self._freed = True
        self._drop_sink()
        if self._list is not None:
            self._list.audioOutputsChanged.disconnect(self._renew_devices)
        self._list = self._device = None
        if "_source" in vars(self):
            self._source.close()
        self._be(SoundState.CLOSED)
        QThread.currentThread().quit()

    @Slot(int, int, int, float)
    def play(self, turn: int, position: int, until: int, asked: float) -> None:
        """Start over from a position, softly, where possible on the sink that is there."""
        self._begin(turn, position, until, asked, gentle=True)

    def _begin(self, turn: int, position: int, until: int, asked: float, *, gentle: bool) -> None:
        self._stop_sink()
        if self._place.adrift:
            self._drop_sink()
        now = monotonic()
        self._turn, self._until = turn, until
        begin = position + overdue(asked, now)
        sounding = self._start_sink(begin, gentle=gentle)
        self._place.begin(begin, now, sounding, self._count() or 0.0)
        self._tried = now
        self._publish(now)
        self._timer.start()

    @Slot(object)
    def load(self, mix: Mix) -> None:
        """Take another mix; start anew where it differs in what waits in the buffer."""
        agreed = self._feed.agrees(mix, int(self._place.at * PER_MS))
        self._feed.load(mix)
        if not agreed:
            self._start_anew()

    @Slot(int)
    def stop_at(self, until: int) -> None:
        """Play on to another end; start anew where the silence behind the old one is on its way."""
        missed = self._feed.ended and until > self._until
        self._until = until
        self._feed.stop_at(until * PER_MS)
        if missed:
            self._start_anew()

    def _start_anew(self) -> None:
        """Throw away what waits in the buffer and go on from what is heard now."""
        if self._timer.isActive():
            at = int(self._place.at)
            self._begin(self._turn, at, self._until, monotonic(), gentle=False)

    @Slot()
    def pause(self) -> None:
        """Fall silent; the position is kept by who asked."""
        self._timer.stop()
        self._stop_sink()

    @Slot(float)
    def turn_to(self, gain: float) -> None:
        """Be so many times as loud as made, without a gap.

        A device can only take away, and does so at once. What is louder than anything so far
        comes with the next frames that are taken.
        """
        self._gain = gain
        if "_feed" in vars(self):
            self._feed.boost = max(self._feed.boost, gain)

    @Slot(str)
    def choose(self, device: str) -> None:
        """Use the device of that description from now on."""
        self._wanted = device
        self._renew_devices()

    def _look(self) -> None:
        """See how far the device is; stop at the end, go after it when it is lost."""
        now = monotonic()
        self._glide()
        if self._place.see(self._count(), now):
            self._take_up()
        elif self._place.adrift and now - self._tried > _RETRY:
            self._retry(now)
        if self._list is not None:
            self._be(self._seen_state())
        if self._place.at - self.audio_delay >= self._until:
            self.pause()
        self._publish(now)

    def _glide(self) -> None:
        """Move the sink's volume a little towards what it is to be."""
        away = self._gain / self._feed.boost - self._volume
        if away and self._sink is not None and not self._is_frozen():
            self._be_as_loud_as(self._volume + min(max(away, -_GLIDE), _GLIDE))

    def _be_as_loud_as(self, volume: float) -> None:
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _seen_state(self) -> SoundState:
        if self._device is None:
            return SoundState.NO_DEVICE
        return SoundState.LOST if self._place.adrift else SoundState.SOUNDING

    def _publish(self, now: float) -> None:
        place = self._place
        self.reading = Reading(self._turn, place.at, now, place.runs, place.adrift)

    def _count(self) -> float | None:
        """Return the ms the sink has counted, None where it has given up."""
        if self._sink is None:
            return None
        from PySide6.QtMultimedia import QtAudio

        stopped = self._sink.state() == QtAudio.State.StoppedState
        return None if stopped else self._sink.processedUSecs() / 1000

    def _retry(self, now: float) -> None:
        """Try a new sink, silent until it is known to run: some take seconds to wake."""
        self._tried = now
        self._drop_sink()
        self._start_sink(self._until)
        self._place.device_started(now, self._count() or 0.0)

    def _take_up(self) -> None:
        """Give a sink that runs what belongs behind the frames it has not played yet."""
        ahead = self._feed.taken / PER_MS - (self._count() or 0.0)
        begin = int((self._place.at + ahead) * PER_MS)
        self._feed.seek(begin, self._until * PER_MS, gentle=True)
        self._be_as_loud_as(self._gain / self._feed.boost)
        self._place.follow()

    def _start_sink(self, place: float, *, gentle: bool = True) -> bool:
        """Return True where a device has begun to sound from a place in ms."""
        if self._device is None or pulse_threads() < self._pulse or self._is_frozen():
            return False
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        from longstride.sound.output.source import FRAME_BYTES

        if self._sink is None:
            form = QAudioFormat()
            form.setSampleRate(RATE)
            form.setChannelCount(2)
            form.setSampleFormat(QAudioFormat.SampleFormat.Float)
            self._sink = QAudioSink(self._device, form)
            self._sink.setBufferSize(BUFFER * PER_MS * FRAME_BYTES)
        self._feed.taken = 0
        self._feed.boost = max(1.0, self._gain)
        self._feed.seek(int(place * PER_MS), self._until * PER_MS, gentle=gentle)
        self._be_as_loud_as(self._gain / self._feed.boost)
        self._source.renew()
        self._sink.start(self._source)
        self._freed = False
        return self._sink.error() == QtAudio.Error.NoError

    def _stop_sink(self) -> None:
        """Fade and stop: the volume works on what is already in the buffer, the feed does not."""
        if self._sink is None or self._count() is None:
            return
        if self._is_frozen():
            self._sink.setVolume(0.0)
            return
        if not self._place.adrift:
            for volume in _MUTE_STEPS:
                self._sink.setVolume(volume * self._volume)
                QThread.msleep(_MUTE_STEP)
        self._sink.reset()

    def _drop_sink(self) -> None:
        if self._sink is not None and not self._is_frozen():
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = None

    def _is_frozen(self) -> bool:
        """Return True where touching the sink may wait half a minute for a server that hangs.

        It would keep the whole interpreter waiting. Such a sink is left alone until it counts
        again, or the list of devices or the end of Qt's own threads shows what became of it.
        """
        if self._sink is None or not self._place.adrift or self._count() is None:
            return False
        self._freed = self._freed or pulse_threads() < self._pulse
        return self._pulse > 0 and not self._freed

    def _renew_devices(self) -> None:
        """Look which devices there are, and move over if another one is to be used."""
        if self._list is None:
            return
        self._freed = True  # whoever sent the list is not hanging
        self._pulse = max(self._pulse, pulse_threads())
        found = self._list.audioOutputs()
        self.devices = tuple(device.description() for device in found)
        self.devices_changed.emit()
        default = self._list.defaultAudioOutput()
        named = [device for device in found if device.description() == self._wanted]
        used = (named or [default])[0]
        before, self._device = self._device, None if used.isNull() else used
        if _id(before) != _id(self._device) or self._place.adrift:
            self._move_over()

    def _move_over(self) -> None:
        """Go on from the same place on the device that is to be used now."""
        now = monotonic()
        if not self._timer.isActive():
            self._drop_sink()
            self._place.adrift = self._device is None
            self._be(self._seen_state())
        elif self._place.adrift:
            self._retry(now)
        else:
            self._drop_sink()
            self._place.begin(self._place.at, now, sounding=self._start_sink(self._place.at))

    def _be(self, state: SoundState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)


def _id(device: QAudioDevice | None) -> object:
    return None if device is None else device.id()


def overdue(asked: float, now: float) -> float:
    """Return the ms time has run on since the sound thread should have answered."""
    return max(0.0, now - asked - _SILENT_FOR) * 1000
