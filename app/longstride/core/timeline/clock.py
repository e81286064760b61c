"""Where the time comes from: what sounds is the clock, and silence has a clock too."""

from typing import Protocol


class Clock(Protocol):
    """Milliseconds that only go forward; what they count from does not matter."""

    def now(self) -> int:
        """Return the present in ms."""
        ...


class Output(Protocol):
    """What a Player drives: sound whose own position is the clock, or silence on a clock."""

    def play(self, position: int, until: int) -> None:
        """Sound from ``position`` and stop by itself at ``until`` (both ms)."""
        ...

    def stop_at(self, until: int) -> None:
        """Change where to stop while playing."""
        ...

    def pause(self) -> None:
        """Fall silent at once and keep the position."""
        ...

    def position(self) -> int:
        """Return the ms being heard now, never past ``until``."""
        ...


class SilentOutput:
    """An Output without sound, on a Clock; ``speed`` 2.0 runs twice as fast.

    ``trouble`` is why nothing is heard, "" where nobody expects it.
    """

    def __init__(self, clock: Clock, speed: float = 1.0, trouble: str = "") -> None:
        self.trouble = trouble
        self._clock = clock
        self._speed = speed
        self._position = 0
        self._until = 0
        self._since: int | None = None

    def load(self, mix: object) -> None:
        """Take note of nothing: to silence, every mix is alike."""

    def play(self, position: int, until: int) -> None:
        """Run from ``position`` to ``until``."""
        self._position, self._until = position, until
        self._since = self._clock.now()

    def stop_at(self, until: int) -> None:
        """Run up to another position than was said at first."""
        self._until = until

    def pause(self) -> None:
        """Stop running and keep the position."""
        self._position = self.position()
        self._since = None

    def position(self) -> int:
        """Return the ms reached."""
        if self._since is None:
            return self._position
        passed = int((self._clock.now() - self._since) * self._speed)
        return min(self._position + passed, self._until)
