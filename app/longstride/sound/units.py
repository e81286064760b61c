"""The units of sound: frames on one grid, and how loud the parts of a mix are."""

from dataclasses import dataclass

RATE = 48_000  # frames a second, everywhere in ``sound``
PER_MS = 48


@dataclass(frozen=True, slots=True)
class Levels:
    """How much louder or softer than made, in dB."""

    voice_db: float = 0.0
    tones_db: float = 0.0
