"""Tempo: how long each phase of one repetition lasts.

Four digits in the order eccentric, stretched pause, concentric, contracted pause, whatever the
drill starts with. Working range of the eccentric 2-6 s; above 10 s a repetition brings no more
(Schoenfeld 2015, doi 10.1007/s40279-015-0304-0).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

EXPLOSIVE_PLAN = 1000
LONG_REP = 10_000

_NOTATION = re.compile(r"([1-9xX])[-/ ]?(\d)[-/ ]?([1-9xX])[-/ ]?(\d)")


class Phase(StrEnum):
    """A part of one repetition."""

    ECCENTRIC = "eccentric"
    STRETCHED = "stretched"
    CONCENTRIC = "concentric"
    CONTRACTED = "contracted"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Milliseconds of each phase; ``explosive`` phases are planned at one second."""

    eccentric: int
    stretched: int
    concentric: int
    contracted: int
    explosive: frozenset[Phase] = frozenset()

    @property
    def rep(self) -> int:
        """Milliseconds of one whole repetition."""
        return self.eccentric + self.stretched + self.concentric + self.contracted

    def phases(self, first: Phase = Phase.ECCENTRIC) -> tuple[tuple[Phase, int], ...]:
        """Return the phases that last, in the movement's own order, each with its length."""
        ring = [(phase, int(getattr(self, phase.value))) for phase in Phase]
        turn = 2 if first is Phase.CONCENTRIC else 0
        return tuple((phase, ms) for phase, ms in ring[turn:] + ring[:turn] if ms)

    def __str__(self) -> str:
        digits = (
            "X" if phase in self.explosive else str(getattr(self, phase.value) // 1000)
            for phase in Phase
        )
        return "-".join(digits)


def parse_tempo(text: str) -> Tempo:
    """Read ``4-1-2-0``, ``4120``, ``4/1/2/0`` or with ``X``; ValueError says what is wrong."""
    found = _NOTATION.fullmatch(text.strip())
    if not found:
        raise ValueError(
            f'{text!r} is not a tempo; write four digits such as "4-1-2-0": lowering, pause, '
            "rising, pause, with X for as fast as control allows; lowering and rising last at "
            "least one second"
        )
    digits = [digit.upper() for digit in found.groups()]
    lengths = [EXPLOSIVE_PLAN if digit == "X" else int(digit) * 1000 for digit in digits]
    explosive = frozenset(p for p, digit in zip(Phase, digits, strict=True) if digit == "X")
    eccentric, stretched, concentric, contracted = lengths
    return Tempo(eccentric, stretched, concentric, contracted, explosive)
