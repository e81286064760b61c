"""How long sentences are: as measured, or guessed where nothing has been rendered yet."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Length:
    """A rendered sentence as measured: its ms, and after how many ms the ear hears its beat."""

    ms: int
    onset: int = 0


Lengths = Mapping[str, Length]


def estimate(text: str) -> Length:
    """Return a generous guess for a sentence that has not been rendered yet."""
    return Length(200 + 62 * len(text))
