"""Somebody found on a picture, and 33 points of their body, by BlazePose full.

Two networks, as their makers chain them (Bazarevsky 2020, arXiv 2006.10204): one looks for somebody
in a small square picture, the other for the points in a square cut out around them and turned
upright.
"""

from dataclasses import dataclass
from functools import cache
from math import atan2, cos, hypot, pi, sin
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from longstride.core.errors import FilmError
from longstride.core.picture import Picture
from longstride.film.net import Array, Net, sigmoid

SEARCHED = 224  # pixels of the square in which somebody is looked for
CUT = 256  # pixels of the square in which the points are
SURE = 0.5  # of somebody being there
_GRIDS = ((28, 2), (14, 2), (7, 6))  # cells a side, and guesses a cell
_ROOM = 1.25  # around somebody
_POINTS = 33  # of a body; the model gives some more
_FILES = ("person.npz", "body.npz")

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Square:
    """A square of a picture in pixels, its upper edge turned clockwise by ``angle`` radians."""

    x: float
    y: float
    side: float
    angle: float = 0.0

    @classmethod
    def around(cls, x: float, y: float, reach_x: float, reach_y: float) -> "Square":
        """Return the square around hips and reach of a body, the body upright in it."""
        reach = hypot(reach_x - x, reach_y - y)
        angle = pi / 2 - atan2(y - reach_y, reach_x - x)
        return cls(x, y, 2 * reach * _ROOM, angle)

    def places(self, right: Array, down: Array) -> tuple[Array, Array]:
        """Return where on the picture a place of the square is, itself given -0.5 to 0.5."""
        turn_x, turn_y = np.float32(cos(self.angle)), np.float32(sin(self.angle))
        x = self.x + self.side * (right * turn_x - down * turn_y)
        y = self.y + self.side * (right * turn_y + down * turn_x)
        return x.astype(np.float32), y.astype(np.float32)


@dataclass(frozen=True, eq=False)
class Body:
    """``points`` are (33, 2) in pixels of the picture, ``seen`` 0 to 1 how surely each is seen."""

    points: Array
    seen: Array


class Finder:
    """Finds somebody on pictures; for one thread at a time. FilmError where the model is not."""

    def __init__(self, models: Path) -> None:
        try:
            self._person, self._body = (Net(models / name) for name in _FILES)
        except (OSError, ValueError, KeyError) as error:
            raise FilmError(
                "The model that suggests points is missing or damaged; place them by hand, or "
                "install Longstride again."
            ) from error

    def find(self, picture: Picture) -> Body | None:
        """Return the body on a picture, None where nobody is seen.

        It is looked for anew on every frame of a clip: following it from frame to frame is twice as
        quick and was several degrees worse on drawn runners.
        """
        pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
        square = self._search(pixels)
        return self._points(pixels, square) if square else None

    def _search(self, pixels: Pixels) -> Square | None:
        height, width = pixels.shape[:2]
        whole = Square(width / 2, height / 2, max(width, height))
        said = self._person.run(_cut(pixels, whole, SEARCHED) / np.float32(127.5) - np.float32(1))
        scores = sigmoid(said["scores"][:, 0])
        best = int(scores.argmax())
        if scores[best] < SURE:
            return None
        offsets = said["boxes"][best, 4:8].reshape(2, 2) / np.float32(SEARCHED)
        places = offsets + _anchors()[best] - np.float32(0.5)
        x, y = whole.places(places[:, 0], places[:, 1])
        return Square.around(float(x[0]), float(y[0]), float(x[1]), float(y[1]))

    def _points(self, pixels: Pixels, square: Square) -> Body | None:
        said = self._body.run(_cut(pixels, square, CUT) / np.float32(255))
        if said["presence"][0] < SURE:
            return None
        rows = said["points"].reshape(-1, 5)
        places = rows[:, :2] / np.float32(CUT) - np.float32(0.5)
        x, y = square.places(places[:, 0], places[:, 1])
        points = np.stack([x, y], axis=1)[:_POINTS]
        return Body(points, sigmoid(rows[:_POINTS, 3]))


@cache
def _anchors() -> Array:
    """Return the middle of the cell that each guess belongs to, 0 to 1."""
    grids = []
    for cells, guesses in _GRIDS:
        middles = (np.arange(cells, dtype=np.float32) + 0.5) / cells
        down, right = np.meshgrid(middles, middles, indexing="ij")
        places = np.stack([right, down], axis=2).reshape(-1, 2)
        grids.append(places.repeat(guesses, axis=0))
    return np.concatenate(grids)


def _cut(pixels: Pixels, square: Square, size: int) -> Array:
    """Return a square of a picture as (size, size, 3), blended between pixels, black outside."""
    middles = np.asarray((np.arange(size) + 0.5) / size - 0.5, np.float32)
    x, y = square.places(middles[None, :], middles[:, None])
    x, y = x - 0.5, y - 0.5  # a pixel's place is its middle
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right, below = x - left, y - top
    out = np.zeros((size, size, 3), np.float32)
    for down, share_down in ((0, 1 - below), (1, below)):
        for across, share in ((0, 1 - right), (1, right)):
            out += (share_down * share)[..., None] * _taken(pixels, top + down, left + across)
    return out


def _taken(pixels: Pixels, rows: NDArray[np.int_], columns: NDArray[np.int_]) -> Array:
    height, width = pixels.shape[:2]
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    found = pixels[rows.clip(0, height - 1), columns.clip(0, width - 1)]
    return np.asarray(found * inside[..., None], np.float32)
