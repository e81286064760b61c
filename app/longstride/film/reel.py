"""Clips and pictures, frame by frame: the only place of PyAV, which is imported when used."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from longstride.core.errors import FilmError
from longstride.core.picture import Picture

THUMBNAILS = 12
RING = 60  # pictures kept for stepping back
SHOWN = 960  # pixels of the longer side of a picture in the ring
LONGEST = 600_000_000  # us of a clip that are read: ten minutes


def is_here() -> bool:
    """Whether film can be read at all; a program built without PyAV reads none."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Footage:
    """What a file holds.

    ``width`` and ``height`` are of the picture as it is seen, turned upright. ``times`` are the
    frames' us from the first, rising; a picture has the one time 0. ``fps`` is the mean rate as
    stored, 0 for a picture. ``cut`` where the clip is longer than what is read of it.
    """

    name: str
    width: int
    height: int
    fps: float
    times: tuple[int, ...]
    rotation: int = 0
    is_picture: bool = False
    cut: bool = False

    def index_at(self, us: int) -> int:
        """Return the frame that shows at a moment: the last one not after it."""
        raise NotImplementedError


class Reel:
    """One open clip or picture; for one thread at a time. Closing it twice is no matter.

    FilmError in a sentence for the athlete wherever the file is or becomes unreadable.
    """

    footage: Footage

    def __init__(self, path: Path) -> None:
        raise NotImplementedError

    def picture_at(self, index: int, most: int | None = SHOWN) -> Picture:
        """Return a frame, exactly the one asked for, at most ``most`` pixels on its longer side.

        None gives it whole. Those of ``SHOWN`` pixels are kept in a ring, for stepping back.
        """
        raise NotImplementedError

    def thumbnails(self, count: int = THUMBNAILS, most: int = 160) -> Sequence[Picture]:
        """Return pictures evenly over the clip, fewer where it has fewer frames."""
        raise NotImplementedError

    def close(self) -> None:
        """Let the file go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a clip, by which a still tells what it was taken from."""
    raise NotImplementedError(FilmError, path)
