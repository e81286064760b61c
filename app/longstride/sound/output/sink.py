"""The sink that a device takes its frames from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from longstride.sound.position import Position
from longstride.sound.pulse import pulse_threads
from longstride.sound.units import PER_MS, RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

    from longstride.sound.feed import Feed
    from longstride.sound.output.source import Source

BUFFER = 1000  # ms taken ahead of what is heard; 600 were not always enough
_MUTE_STEPS = (0.4, 0.1, 0.0, 0.0)  # volume before a pause, one step each _MUTE_STEP ms
_MUTE_STEP = 12
_GLIDE = 0.1  # how far the volume moves from one look to the next: a leap would click


class Sink:
    """Qt's sink on a device, made when it is started, and the feed behind it.

    ``position`` says whether the device is followed or adrift. ``gain`` is how many times as loud
    as made it sounds.
    """

    def __init__(self, position: Position, gain: float) -> None:
        self.device: QAudioDevice | None = None
        self._position = position
        self._gain = gain
        self._volume = 1.0
        self._pulse = 0
        self._freed = True
        self._sink: QAudioSink | None = None

    @cached_property
    def feed(self) -> Feed:
        """What is heard next; made for the first flow, for it needs all of numpy."""
        from longstride.sound.feed import Feed

        return Feed()

    @cached_property
    def _source(self) -> Source:
        from longstride.sound.output.source import Source

        return Source(self.feed)

    def start(self, place: float, until: int, *, gentle: bool = True) -> bool:
        """Return True where the device has begun to sound from a place to another, in ms."""
        if self.device is None or pulse_threads() < self._pulse or self._is_frozen():
            return False
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        from longstride.sound.output.source import FRAME_BYTES

        if self._sink is None:
            form = QAudioFormat()
            form.setSampleRate(RATE)
            form.setChannelCount(2)
            form.setSampleFormat(QAudioFormat.SampleFormat.Float)
            self._sink = QAudioSink(self.device, form)
            self._sink.setBufferSize(BUFFER * PER_MS * FRAME_BYTES)
        self.feed.taken = 0
        self.feed.boost = max(1.0, self._gain)
        self.feed.seek(int(place * PER_MS), until * PER_MS, gentle=gentle)
        self._be_as_loud_as(self._gain / self.feed.boost)
        self._source.renew()
        self._sink.start(self._source)
        self._freed = False
        return self._sink.error() == QtAudio.Error.NoError

    def stop(self) -> None:
        """Fade and stop: the volume works on what is already in the buffer, the feed does not."""
        if self._sink is None or self.count() is None:
            return
        if self._is_frozen():
            self._sink.setVolume(0.0)
            return
        if not self._position.adrift:
            for volume in _MUTE_STEPS:
                self._sink.setVolume(volume * self._volume)
                QThread.msleep(_MUTE_STEP)
        self._sink.reset()

    def drop(self) -> None:
        """Let go of the sink, so that the next start makes another."""
        if self._sink is not None and not self._is_frozen():
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = None

    def close(self) -> None:
        """Give everything back."""
        self._freed = True
        self.drop()
        self.device = None
        if "_source" in vars(self):
            self._source.close()

    def count(self) -> float | None:
        """Return the ms the sink has counted, None where it has given up."""
        if self._sink is None:
            return None
        from PySide6.QtMultimedia import QtAudio

        stopped = self._sink.state() == QtAudio.State.StoppedState
        return None if stopped else self._sink.processedUSecs() / 1000

    def take_up(self, until: int) -> None:
        """Give a sink that runs what belongs behind the frames it has not played yet."""
        ahead = self.feed.taken / PER_MS - (self.count() or 0.0)
        begin = int((self._position.at + ahead) * PER_MS)
        self.feed.seek(begin, until * PER_MS, gentle=True)
        self._be_as_loud_as(self._gain / self.feed.boost)

    def turn_to(self, gain: float) -> None:
        """Be so many times as loud as made, without a gap.

        A device can only take away, and does so at once. What is louder than anything so far
        comes with the next frames that are taken.
        """
        self._gain = gain
        if "feed" in vars(self):
            self.feed.boost = max(self.feed.boost, gain)

    def glide(self) -> None:
        """Move the volume a little towards what it is to be."""
        away = self._gain / self.feed.boost - self._volume
        if away and self._sink is not None and not self._is_frozen():
            self._be_as_loud_as(self._volume + min(max(away, -_GLIDE), _GLIDE))

    def server_answers(self) -> None:
        """Take note that the sound server is not hanging."""
        self._freed = True
        self._pulse = max(self._pulse, pulse_threads())

    def _be_as_loud_as(self, volume: float) -> None:
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _is_frozen(self) -> bool:
        """Return True where touching the sink may wait half a minute for a server that hangs.

        It would keep the whole interpreter waiting. Such a sink is left alone until it counts
        again, or the list of devices or the end of Qt's own threads shows what became of it.
        """
        if self._sink is None or not self._position.adrift or self.count() is None:
            return False
        self._freed = self._freed or pulse_threads() < self._pulse
        return self._pulse > 0 and not self._freed
