"""What a sound device is given when it asks: the mix from one frame to another, then silence."""

import numpy as np

from longstride.sound.frames import PER_MS, Samples, ramp
from longstride.sound.mixer import Mix

_FADE = ramp(10 * PER_MS)
_LOOK = PER_MS  # how far beyond a cut to look for sound


class Feed:
    """Frames in order, asked for and told what to be in one thread.

    A cut through a sound is eased over 10 ms, a cut through silence is left alone, so that a
    tick that begins right there keeps its edge.
    """

    def __init__(self) -> None:
        self._wanted: Mix | None = None
        self._mix: Mix | None = None
        self._frame = self._begin = self._end = 0
        self.taken = 0  # frames since whoever counts them set it to 0

    def load(self, mix: Mix) -> None:
        """Go on with another mix from the next frame that is taken."""
        self._wanted = mix

    def agrees(self, mix: Mix, begin: int) -> bool:
        """True where another mix is the same from a frame to the last that was taken."""
        count = min(self._frame, self._end) - begin
        if self._mix is None or count <= 0:
            return True
        return np.array_equal(mix.block(begin, count), self._mix.block(begin, count))

    def seek(self, begin: int, end: int) -> None:
        """Take frames from ``begin`` next, and silence from ``end`` on."""
        self._mix = self._wanted
        self._frame = self._begin = begin
        self._end = end

    def stop_at(self, end: int) -> None:
        """Take silence from another frame on."""
        self._end = end

    @property
    def ended(self) -> bool:
        """True where silence from behind the end has been taken already."""
        return self._frame > self._end

    def take(self, count: int) -> Samples:
        """Return the next frames, mono."""
        frame, self._frame = self._frame, self._frame + count
        self.taken += count
        heard = min(count, max(0, self._end - frame))
        block = np.zeros(count, np.float32)
        mix, old = self._wanted, self._mix
        if heard == 0 or mix is None:
            return block
        block[:heard] = mix.block(frame, heard)
        if old is not None and old is not mix:
            _cross(block[:heard], old.block(frame, heard))
        self._mix = mix
        self._ease(mix, frame, block[:heard])
        return block

    def _ease(self, mix: Mix, frame: int, block: Samples) -> None:
        fade = len(_FADE)
        if frame < self._begin + fade and mix.block(self._begin - _LOOK, _LOOK).any():
            block *= _stretch(_FADE, frame - self._begin, len(block), 1.0)
        if frame + len(block) > self._end - fade and mix.block(self._end, _LOOK).any():
            block *= _stretch(_FADE[::-1], frame - self._end + fade, len(block), 0.0)


def _stretch(fade: Samples, start: int, count: int, after: float) -> Samples:
    """Return ``count`` frames of an envelope from ``start``, 1 - ``after`` before the fade."""
    gains = np.full(count, after, np.float32)
    gains[: max(0, -start)] = 1.0 - after
    first, last = max(0, start), min(len(fade), start + count)
    if first < last:
        gains[first - start : last - start] = fade[first:last]
    return gains


def _cross(block: Samples, old: Samples) -> None:
    """Pass from the old sound to the new one over the first 10 ms, exact where they agree."""
    count = min(len(block), len(_FADE))
    left = (old[:count] - block[:count]) * _FADE[::-1][:count]
    block[:count] += left
