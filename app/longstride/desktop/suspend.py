"""Know that the machine was asleep: a flow that a closed lid cut off is paused, not played on."""

import time
from collections.abc import Callable

from longstride.core.timeline.clock import Clock

_MS = 1_000_000  # nanoseconds


class SteadyClock:
    """Milliseconds that stand still while the machine sleeps (on Linux)."""

    def now(self) -> int:
        """Return the present in ms."""
        return time.monotonic_ns() // _MS


class BootClock:
    """Milliseconds that go on while the machine sleeps.

    Linux has a clock for it. Elsewhere this is the steady clock, so that a sleep simply goes
    unnoticed.
    """

    def __init__(self) -> None:
        self._read = _boot_reader()

    def now(self) -> int:
        """Return the present in ms."""
        return self._read() // _MS


class SleepWatch:
    """Tells how long the machine has slept, by two clocks of which one sleeps with it.

    Where no clock sleeps with it, or the program alone was stopped, it tells by how long it was
    not asked: ask it many times a second.
    """

    # Two clocks are never read at the very same instant.
    SLACK = 200
    # However busy the machine, somebody who follows a flow asks again before.
    UNASKED = 120_000

    def __init__(self, boot: Clock | None = None, steady: Clock | None = None) -> None:
        self._boot = boot or BootClock()
        self._steady = steady or SteadyClock()
        self._gap = self._apart()
        self._asked = self._steady.now()

    def slept(self) -> int:
        """Return the ms slept since this was last asked, 0 where the machine stayed awake."""
        gap, now = self._apart(), self._steady.now()
        asleep, self._gap = gap - self._gap, gap
        unasked, self._asked = now - self._asked, now
        if asleep > self.SLACK:
            return asleep
        return unasked if unasked > self.UNASKED else 0

    def _apart(self) -> int:
        return self._boot.now() - self._steady.now()


def _boot_reader() -> Callable[[], int]:
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None:
        return time.monotonic_ns
    return lambda: time.clock_gettime_ns(clock)
