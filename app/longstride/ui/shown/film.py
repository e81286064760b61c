"""What is shown of films: what they are for, and what is open; free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from longstride.core.history.angle import STRIDES
from longstride.core.history.measure import TRIES

LOCAL = "Nothing leaves this machine."


class Use(StrEnum):
    """What is measured on a picture; the value is what its page is called."""

    STRIDE = "Film"
    THOMAS = "Thomas test"

    @property
    def repeats(self) -> int:
        """How many times make a fair number."""
        return STRIDES if self is Use.STRIDE else TRIES


@dataclass(frozen=True, slots=True)
class Source:
    """A clip or a picture that is open.

    ``width`` and ``height`` in pixels as it is seen; ``moments`` in us, one for each frame;
    ``stored_fps`` 0 for a picture.
    """

    name: str
    width: int
    height: int
    moments: tuple[int, ...] = (0,)
    stored_fps: float = 0.0

    @property
    def is_clip(self) -> bool:
        """Whether there is more than one frame."""
        return len(self.moments) > 1

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return self.moments[-1] / 1_000_000
