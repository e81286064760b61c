"""A button to tap along with, which tells the rate of the taps."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from longstride.core.clock import Clock
from longstride.ui.widgets.push_button import PushButton

ENOUGH_TAPS = 6
MOST_TAPS = 24
PAUSE = 2000  # ms after which a new count begins


class TapButton(PushButton):
    """Tap it with the mouse or Space; ``rated`` carries taps a minute once there are enough."""

    rated = Signal(int)

    def __init__(self, clock: Clock, text: str) -> None:
        super().__init__(text)
        self._clock = clock
        self._taps: list[int] = []
        self.setAutoDefault(False)
        self.pressed.connect(self._tap)

    def _tap(self) -> None:
        now = self._clock.now()
        if self._taps and now - self._taps[-1] > PAUSE:
            self._taps.clear()
        self._taps = [*self._taps, now][-MOST_TAPS:]
        if (rate := tap_rate(self._taps)) is not None:
            self.rated.emit(rate)


def tap_rate(taps: Sequence[int]) -> int | None:
    """Return taps a minute from their moments in ms, None while there are too few."""
    if len(taps) < ENOUGH_TAPS or taps[-1] == taps[0]:
        return None
    return round(60_000 * (len(taps) - 1) / (taps[-1] - taps[0]))
