"""How many frames a second a figure is given: fewer where painting one takes long."""

from dataclasses import dataclass

SLOW = 3.0  # ms of painting from which on every second frame is left out: a fifth of a processor
QUICK = 2.0  # ms at which all of them come again; between the two nothing changes
_SHARE = 0.125  # of the newest frame in the mean: one that was late alone changes nothing
FULL, HALF = 16, 33  # ms from one frame to the next


@dataclass
class Pace:
    """Takes how long each frame took to paint, and says whether the next is due."""

    mean: float = 0.0
    halved: bool = False
    _last: float | None = None

    def painted(self, took: float) -> None:
        """Take how many ms a frame took to paint."""
        self.mean += (took - self.mean) * _SHARE
        self.halved = self.mean > (QUICK if self.halved else SLOW)

    def is_due(self, now: float) -> bool:
        """Say whether a frame is to be painted at a time in ms; what is asked for then counts."""
        least = (HALF if self.halved else FULL) - FULL / 2
        if self._last is not None and 0 <= now - self._last < least:
            return False
        self._last = now
        return True
