"""What the athlete wants of clips, pictures and the stills that are kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from longstride.core.flow.drill import Side
    from longstride.core.history.angle import Marks
    from longstride.ui.shown.film import Use
    from longstride.ui.shown.measured import ShownStill


class FilmWish(Intention):
    """What the film desk does."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OpenFilm(FilmWish):
    """Look at a clip or a picture, for what is measured now or another use; None asks for one."""

    use: Use | None = None
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class SeeFrame(FilmWish):
    """See a frame of what is open, counted from 0."""

    frame: int


@dataclass(frozen=True, slots=True)
class SuggestPoints(FilmWish):
    """Have points suggested on a frame."""

    frame: int
    side: Side


@dataclass(frozen=True, slots=True)
class FindFurthest(FilmWish):
    """Look through the clip for the frame on which the thigh is furthest back."""

    side: Side


@dataclass(frozen=True, slots=True)
class StopFinding(FilmWish):
    """Leave what is looked for."""


@dataclass(frozen=True, slots=True)
class KeepAngle(FilmWish):
    """Keep the angle on a frame, ``moment`` us into its clip, and its picture.

    ``filmed_fps`` 0 for a picture; ``controlled``: the pelvis was, in the Thomas test.
    """

    use: Use
    frame: int
    marks: Marks
    moment: int = 0
    filmed_fps: int = 0
    controlled: bool = False


@dataclass(frozen=True, slots=True)
class KeepCadence(FilmWish):
    """Keep steps a minute that were counted on a clip, between so many steps."""

    spm: float
    steps: int


@dataclass(frozen=True, slots=True)
class DeleteStill(FilmWish):
    """Take a still and its number out; it can be had back."""

    still: ShownStill


@dataclass(frozen=True, slots=True)
class SeeStill(FilmWish):
    """See the picture of a still, as large as it was kept."""

    still: UUID


@dataclass(frozen=True, slots=True)
class OpenBeside(FilmWish):
    """Look at another clip beside the one that is open."""


@dataclass(frozen=True, slots=True)
class SeeBeside(FilmWish):
    """See a frame of the clip beside, counted from 0."""

    frame: int


@dataclass(frozen=True, slots=True)
class LeadToFilm(FilmWish):
    """Go to where a film is measured, with how to make one."""

    use: Use
