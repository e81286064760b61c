"""What a sound device is given when it asks: the mix from one frame to another, then silence."""

import numpy as np

from longstride.sound.frames import PER_MS, Samples, gentle_rise, ramp, stretch
from longstride.sound.mixer import Mix, limit

_FADE = ramp(10 * PER_MS)
_RISE = gentle_rise(800 * PER_MS)
_LOOK = PER_MS  # how far beyond a cut to look for sound


class Feed:
    """Frames in order, asked for and told what to be in one thread.

    A cut through a sound is eased over 10 ms, a cut through silence is left alone, so that a
    tick that begins right there keeps its edge. ``boost`` is how many times louder than made the
    next frames are; whoever wants it softer turns the device down, which is heard at once.
    """

    def __init__(self) -> None:
        self._wanted: Mix | None = None
        self._mix: Mix | None = None
        self._frame = self._begin = self._end = 0
        self._gentle = False
        self.boost = self._boosted = 1.0
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

    def seek(self, begin: int, end: int, *, gentle: bool = False) -> None:
        """Take frames from ``begin`` next, and silence from ``end`` on.

        ``gentle`` is for what comes out of silence: it begins softly. The very start of a mix is
        made that way already.
        """
        self._gentle = gentle and begin > 0
        self._boosted = self.boost
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
        self._strengthen(block[:heard])
        return block

    def _ease(self, mix: Mix, frame: int, block: Samples) -> None:
        fade = len(_FADE)
        if self._gentle and frame < self._begin + len(_RISE):
            block *= stretch(_RISE, frame - self._begin, len(block))
        if frame < self._begin + fade and mix.block(self._begin - _LOOK, _LOOK).any():
            block *= stretch(_FADE, frame - self._begin, len(block))
        if frame + len(block) > self._end - fade and mix.block(self._end, _LOOK).any():
            block *= stretch(_FADE[::-1], frame - self._end + fade, len(block), 0.0)

    def _strengthen(self, block: Samples) -> None:
        """Make louder than made, passing from the strength before over a block's length."""
        if self.boost == self._boosted == 1.0:
            return
        block *= np.linspace(self._boosted, self.boost, len(block), dtype=np.float32)
        limit(block)
        self._boosted = self.boost


def _cross(block: Samples, old: Samples) -> None:
    """Pass from the old sound to the new one over the first 10 ms, exact where they agree."""
    count = min(len(block), len(_FADE))
    left = (old[:count] - block[:count]) * _FADE[::-1][:count]
    block[:count] += left
