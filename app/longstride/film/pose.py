"""Points of a body suggested on a picture, by BlazePose full in plain numpy: a guess to correct."""

from collections.abc import Callable
from dataclasses import dataclass

from longstride.core.flow.drill import Side
from longstride.core.history.angle import Level, Marks
from longstride.core.picture import Picture
from longstride.film.reel import Reel

UNSURE = 0.5  # visibility under which a point is refused


def is_here() -> bool:
    """Whether the model's weights came with the program."""
    raise NotImplementedError


def suggest(picture: Picture, side: Side, level: Level = Level()) -> Marks:  # noqa: B008
    """Return the shoulder, hip and knee of a leg, each point marked as suggested.

    FilmError, a sentence, where nobody is seen or a point is unsure.
    """
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Furthest:
    """The frame of a clip at which a thigh is furthest back, as suggested there."""

    index: int
    marks: Marks


def furthest_back(
    reel: Reel, level: Level, towards: Side, go_on: Callable[[float], bool]
) -> Furthest:
    """Return where over the whole clip a thigh is furthest back.

    ``towards`` is the edge that the athlete faces. ``go_on`` is told 0 to 1 of the way and says
    False to stop: FilmError then, as where nobody is seen.
    """
    raise NotImplementedError
