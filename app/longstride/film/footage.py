"""What a clip holds, known as soon as it is open."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Footage:
    """What a file holds.

    ``width`` and ``height`` are of the picture as it is seen, turned upright. ``times`` are the
    frames' us from the first, rising; a picture has the one time 0. ``fps`` is the mean rate as
    stored, ``filmed_fps`` the one that the camera noted, both 0 where there is none. ``cut`` where
    the clip is longer than what is read of it.
    """

    name: str
    width: int
    height: int
    fps: float
    times: tuple[int, ...]
    filmed_fps: float = 0
    cut: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it is one picture alone."""
        return len(self.times) == 1

    def index_at(self, us: int) -> int:
        """Return the frame that shows at a moment: the last one not after it."""
        return max(0, bisect_right(self.times, us) - 1)
