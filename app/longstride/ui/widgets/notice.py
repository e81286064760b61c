"""What the athlete should know, in a sentence: what was done, what is new, what is in trouble."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_LEAST, _A_LETTER = 5000, 80  # ms a notice stays, and more for each of its letters


class Kind(StrEnum):
    """What a notice is about; the value is what a screen reader says first."""

    DONE = "Done"
    NEWS = "Note"
    TROUBLE = "Trouble"


@dataclass(frozen=True)
class Offer:
    """What can be done about a notice: the words on its button, and what a click does once."""

    text: str
    take: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One sentence; it waits for no other where it ``answers``.

    That is what the athlete has just done, or wanted to be told at this very time.
    """

    text: str
    kind: Kind = Kind.TROUBLE
    offer: Offer | None = None
    answers: bool = False

    @property
    def goes(self) -> bool:
        """Whether it goes by itself: it is no trouble, and there is nothing to decide."""
        return self.kind is not Kind.TROUBLE and self.offer is None

    @property
    def shown_for(self) -> int:
        """The ms in which it can be read at leisure."""
        return _LEAST + _A_LETTER * len(self.text)
