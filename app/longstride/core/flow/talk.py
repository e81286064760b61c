"""How much the voice says."""

from enum import StrEnum


class Talk(StrEnum):
    """How much the voice says, from most to none."""

    FULL = "full"
    CUES = "cues"
    COUNTS = "counts"
    TONES = "tones"

    @property
    def speaks(self) -> bool:
        """False where only tones are wanted."""
        return self is not Talk.TONES

    @property
    def counts(self) -> bool:
        """True where the seconds and repetitions are counted aloud."""
        return self in {Talk.FULL, Talk.COUNTS}

    @property
    def coaches(self) -> bool:
        """True where short cues are spoken during the work."""
        return self in {Talk.FULL, Talk.CUES}
