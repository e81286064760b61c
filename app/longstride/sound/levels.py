"""How loud the parts of a mix are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Levels:
    """How much louder or softer than made, in dB."""

    voice_db: float = 0.0
    tones_db: float = 0.0
