"""The pace of the breath.

4 s in and 6 s out by default, about six a minute; 4 to 10 a minute can be chosen. A longer
exhale raised vagal tone in athletes (Laborde 2021, doi 10.3390/su13147775); nothing found says
that paced breath adds range, so no text promises it.
"""

from dataclasses import dataclass
from enum import StrEnum

SHORTEST_CYCLE = 6_000  # ten breaths a minute
LONGEST_CYCLE = 15_000  # four breaths a minute


class BreathKind(StrEnum):
    """Which half of a breath."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Breath:
    """One breath: whole seconds in and out, no hold. ValueError outside 4-10 a minute."""

    inhale: int = 4000
    exhale: int = 6000

    def __post_init__(self) -> None:
        if self.inhale % 1000 or self.exhale % 1000 or min(self.inhale, self.exhale) < 1000:
            raise ValueError("breathing in and out each last a whole number of seconds")
        if not SHORTEST_CYCLE <= self.cycle <= LONGEST_CYCLE:
            raise ValueError(
                f"{self.inhale // 1000} s in and {self.exhale // 1000} s out is not between four "
                "and ten breaths a minute; choose 6 to 15 s in all"
            )

    @property
    def cycle(self) -> int:
        """Milliseconds of one whole breath."""
        return self.inhale + self.exhale

    def count_in(self, hold: int) -> int:
        """Return how many whole breaths come nearest to a hold of so many ms, at least one."""
        return max(1, (hold + self.cycle // 2) // self.cycle)

    def longer_exhale(self) -> "Breath":
        """Return the same breath with one more second out, as far as the range allows."""
        if self.cycle + 1000 > LONGEST_CYCLE:
            return self
        return Breath(self.inhale, self.exhale + 1000)
