"""A small picture laid over a part on the page: its columns across it, its rows along it."""

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QImage, QTransform

from longstride.ui.widgets.figure.strip import Section, Strip, mixed_section

SOLID = QImage.Format.Format_RGB32
CLEAR = QImage.Format.Format_ARGB32_Premultiplied


@dataclass(slots=True)
class Grid:
    """Where the columns and rows lie, in pixels across and along the strip."""

    left: float
    right: float
    low: float
    high: float
    columns: int
    rows: int

    @property
    def step(self) -> float:
        """How wide a column is, in pixels."""
        return (self.right - self.left) / self.columns

    @property
    def tall(self) -> float:
        """How high a row is, in pixels."""
        return (self.high - self.low) / self.rows

    @property
    def middles(self) -> list[float]:
        """Where the middle of each row is, in pixels along the strip."""
        return [self.low + self.tall * (n + 0.5) for n in range(self.rows)]

    def levels(self, sections: Sequence[Section]) -> Iterator[Section]:
        """Yield the section at every row."""
        at, last = 0, len(sections) - 2
        for v in self.middles:
            while at < last and sections[at + 1].v < v:
                at += 1
            one, two = sections[at], sections[at + 1]
            gap = two.v - one.v
            share = (v - one.v) / gap if gap > 1e-6 else 0.0
            yield mixed_section(one, two, 0.0 if share < 0 else 1.0 if share > 1 else share)

    def brush(self, strip: Strip, cells: "array[int]", form: QImage.Format) -> QBrush:
        """Return a brush of a picture's cells, laid where the strip is."""
        picture = QImage(cells.tobytes(), self.columns, self.rows, self.columns * 4, form)
        brush = QBrush(picture)
        (sx, sy), wide, tall = strip.across, self.step, self.tall
        brush.setTransform(
            QTransform(
                sx * wide,
                sy * wide,
                strip.tx * tall,
                strip.ty * tall,
                strip.x + sx * self.left + strip.tx * self.low,
                strip.y + sy * self.left + strip.ty * self.low,
            )
        )
        return brush


def grid_of(
    strip: Strip, sections: Sequence[Section], ends: tuple[float, float], size: tuple[int, int]
) -> Grid:
    """Return a grid of columns and rows that covers some sections.

    ``ends`` are how far they are rounded along the strip, in pixels.
    """
    blunt = math.sqrt(max(0.0, 1 - strip.flat**2))
    start, end = (e.half * blunt + 2.0 for e in (sections[0], sections[-1]))
    return covering(
        (min(e.u - e.half for e in sections) - 1.0, max(e.u + e.half for e in sections) + 1.0),
        (
            min(e.v for e in sections) - max(start, 2.0 - ends[0]),
            max(e.v for e in sections) + max(end, 2.0 + ends[1]),
        ),
        size,
    )


def covering(
    across: tuple[float, float], along: tuple[float, float], size: tuple[int, int]
) -> Grid:
    """Return a grid whose outermost cells have their middles where something begins and ends.

    Beyond them a brush begins again from its other side, and half a cell of it is mixed in.
    """
    (left, right), (low, high), (columns, rows) = across, along, size
    wide, tall = (right - left) / (columns - 1) / 2, (high - low) / (rows - 1) / 2
    return Grid(left - wide, right + wide, low - tall, high + tall, columns, rows)
