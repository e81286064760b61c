"""How much the voice says."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Talk(StrEnum):
    """How much the voice says: by what the athlete knows, or from most to none."""

    EXPERIENCE = "experience"
    FULL = "full"
    CUES = "cues"
    COUNTS = "counts"
    TONES = "tones"

    @property
    def speaks(self) -> bool:
        """False where only tones are wanted."""
        return self is not Talk.TONES


class Familiarity(IntEnum):
    """How well an athlete knows a drill."""

    NEW = 0
    KNOWN = 1
    PRACTISED = 2


MANY = 99


@dataclass(frozen=True, slots=True)
class Says:
    """What is said in one bout.

    ``setup``: the place in full and not its short form; ``preview``: the movement beforehand;
    ``counts``: the seconds of the second repetition of a step's first bout; ``every_second``: the
    seconds of all; ``cues``: how many at most; ``marks``: halfway and the time that has passed.
    """

    speaks: bool = True
    setup: bool = True
    preview: bool = True
    counts: bool = True
    every_second: bool = False
    cues: int = MANY
    feel: bool = True
    marks: bool = True


def says(talk: Talk, familiarity: Familiarity = Familiarity.NEW) -> Says:
    """Return what is said at a level; only by experience does it matter how well one knows it."""
    if talk is Talk.EXPERIENCE:
        return _BY_EXPERIENCE[familiarity]
    return _BY_LEVEL[talk]


_FULL = Says()
_BY_LEVEL = {
    Talk.FULL: _FULL,
    Talk.CUES: Says(preview=False, counts=False, marks=False),
    Talk.COUNTS: Says(every_second=True, cues=0, feel=False),
    Talk.TONES: Says(speaks=False, cues=0, feel=False, counts=False, marks=False),
}
_BY_EXPERIENCE = {
    Familiarity.NEW: _FULL,
    Familiarity.KNOWN: Says(setup=False, preview=False, counts=False),
    Familiarity.PRACTISED: Says(
        setup=False, preview=False, counts=False, cues=1, feel=False, marks=False
    ),
}
