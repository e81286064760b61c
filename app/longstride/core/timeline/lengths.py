"""How long sentences are: as measured, or guessed where nothing has been rendered yet."""

from collections.abc import Iterator, Mapping
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


def paced(known: Lengths) -> Lengths:
    """Return lengths in which what is not measured is guessed, longer for a voice that is slow."""
    guessed = sum(estimate(text).ms for text in known)
    measured = sum(length.ms for length in known.values())
    return _Paced(known, max(1.0, measured / guessed) if guessed else 1.0)


@dataclass(frozen=True, slots=True)
class _Paced(Mapping[str, Length]):
    """Measured lengths, and for every other sentence a guess at ``pace`` times the usual one."""

    known: Lengths
    pace: float

    def __getitem__(self, text: str) -> Length:
        return self.known.get(text) or Length(round(estimate(text).ms * self.pace))

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
