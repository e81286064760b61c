"""Where the sound is now, from a device that counts in steps and may fall silent for ever."""

AWAKE = 40.0  # ms; a device takes the first few at once, even one that is asleep
_PATIENCE = 1.0  # s without a step before a device that ran counts as lost
_START_PATIENCE = 3.0  # s for one that has to wake first
_FAR = 150.0  # ms; beyond it the count is believed at once


class Position:
    """A position in ms that follows a device's count, and runs on by itself where there is none.

    Times are seconds of any monotonic clock.
    """

    def __init__(self) -> None:
        self.adrift = True
        self._at = self._base = self._count = 0.0
        self._seen = self._moved = 0.0

    @property
    def at(self) -> float:
        """The position when the count was last seen, in ms."""
        return self._at

    @property
    def runs(self) -> bool:
        """True where time alone carries the position on until the next look."""
        return self.adrift or self._count >= AWAKE

    def begin(self, position: float, now: float, sounding: bool, count: float = 0.0) -> None:
        """Start from a position, on a device that has just been started there or on none."""
        self._at, self._seen = position, now
        self.adrift = not sounding
        self.device_started(now, count)

    def device_started(self, now: float, count: float = 0.0) -> None:
        """Take note that a device counts from here on; more than 0 is one that stands still."""
        self._base, self._count, self._moved = self._at - count, count, now

    def see(self, count: float | None, now: float) -> bool:
        """Take the ms a device counts, None without one; True where it runs but is not followed."""
        passed, self._seen = (now - self._seen) * 1000, now
        moved = count is not None and count > self._count
        if count is not None and moved:
            self._count, self._moved = count, now
        if self.adrift:
            self._at += passed
            return moved and self._count >= AWAKE
        if count is None or now - self._moved > self._patience:
            self.adrift = True
        elif self._count >= AWAKE:
            self._follow(self._at + passed)
        return False

    def follow(self) -> None:
        """Let the device that was last seen carry the position on, from where it is."""
        self._base = self._at - self._count
        self.adrift = False

    @property
    def _patience(self) -> float:
        return _PATIENCE if self._count >= AWAKE else _START_PATIENCE

    def _follow(self, expected: float) -> None:
        """Smooth the device's steps away; on a jump believe the device."""
        error = self._base + self._count - expected
        self._at = self._base + self._count if abs(error) > _FAR else expected + 0.04 * error
