"""What the rest of the program is told about the speaker, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

_EXTRAPOLATE = 500.0  # ms a position may run ahead of the last look at a device


class SoundState(StrEnum):
    """Whether there is sound, and if not why."""

    CLOSED = "closed"
    SOUNDING = "sounding"
    NO_LIBRARY = "no library"
    NO_DEVICE = "no device"
    LOST = "lost"

    @property
    def sounds(self) -> bool:
        """True where a device is there to be heard."""
        return self is SoundState.SOUNDING

    @property
    def sentence(self) -> str:
        """What to tell the athlete; empty where all is well."""
        return _SENTENCES.get(self, "")


_SENTENCES = {
    SoundState.NO_LIBRARY: "There is no sound because the system library libpulse0 is missing; "
    "install it and start Longstride again.",
    SoundState.NO_DEVICE: "No sound device was found; the flow runs in silence until you "
    "connect one.",
    SoundState.LOST: "The sound device stopped answering; the flow goes on in silence, and sound "
    "returns with the device.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sound thread last saw: a place in ms at a time in s, for one call of play.

    ``runs`` False stands still; ``adrift`` True runs on for as long as nobody looks again.
    """

    turn: int = 0
    place: float = 0.0
    seen: float = 0.0
    runs: bool = False
    adrift: bool = False

    def at(self, now: float) -> float:
        """Return the place at a time in s."""
        passed = (now - self.seen) * 1000 if self.runs else 0.0
        return self.place + (passed if self.adrift else min(passed, _EXTRAPOLATE))
