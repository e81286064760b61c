"""What is shown of films: what they are for, and what is said of all; free of Qt."""

from __future__ import annotations

from enum import StrEnum

from longstride.core.history.angle import STRIDES
from longstride.core.history.measure import TRIES, MeasureKind

LOCAL = "Nothing leaves this machine."


class Use(StrEnum):
    """What is measured on a picture; the value is what its page is called."""

    STRIDE = "Film"
    THOMAS = "Thomas test"

    @property
    def kind(self) -> MeasureKind:
        """The kind of its number."""
        return MeasureKind.THIGH_BACK if self is Use.STRIDE else MeasureKind.THOMAS_ANGLE

    @property
    def repeats(self) -> int:
        """How many times make a fair number."""
        return STRIDES if self is Use.STRIDE else TRIES


NO_FILM = (
    "This Longstride came without what reads clips and pictures (PyAV). Get the full program from "
    "where you have this one, or install it with pip install av; numbers can be entered by hand "
    "meanwhile."
)
