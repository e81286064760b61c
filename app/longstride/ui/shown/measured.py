"""What Measure shows of the journal: every number, and the stills that were kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.core.flow.drill import Side
from longstride.core.history.angle import error_band
from longstride.core.history.measure import (
    MeasureKind,
    Measurement,
    change,
    error_of,
    series,
    side_words,
)
from longstride.core.history.measure_words import value_words
from longstride.ui.shown.angle_drawing import Drawing
from longstride.ui.shown.film import Use
from longstride.ui.shown.still_files import SMALL, read_still
from longstride.ui.widgets.charts.dates import short_day
from longstride.ui.widgets.text import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QImage

    from longstride.core.history.still import Still
    from longstride.engine import Engine


@dataclass(frozen=True, slots=True)
class ShownStill:
    """A picture that was kept, and what was measured on it.

    ``measured`` is the angle, and the trunk's where that was measured too; ``image`` is small, and
    null where its file is gone.
    """

    still: Still
    measured: tuple[Measurement, ...]
    image: QImage

    @property
    def id(self) -> UUID:
        """Of the still."""
        return self.still.id

    @property
    def use(self) -> Use:
        """What it was for."""
        return Use.THOMAS if self.measured[0].kind is MeasureKind.THOMAS_ANGLE else Use.STRIDE

    @property
    def day(self) -> date:
        """The athlete's day it belongs to."""
        return self.measured[0].day

    @property
    def side(self) -> Side:
        """The leg."""
        return self.still.marks.side

    @property
    def value(self) -> float:
        """The angle, in degrees."""
        return self.measured[0].value

    @property
    def title(self) -> str:
        """What it is, such as "Film, right, 18°"."""
        return f"{self.use.value}, {self.side.value}, {round(self.value)}°"

    @property
    def words(self) -> str:
        """How it was taken."""
        return self.measured[0].protocol


def still_drawing(still: ShownStill) -> Drawing:
    """Return the angle of a still as it is drawn on it."""
    stride = still.use is Use.STRIDE
    marks = still.still.marks
    error = error_band(marks.by, running=stride).unchanged_below
    return Drawing(marks, still.value, error, not stride)


@dataclass(frozen=True, slots=True)
class Measured:
    """Every measurement, oldest first, and the stills, newest first.

    ``no_film`` is why no film can be read here, "" where it can.
    """

    today: date
    measurements: tuple[Measurement, ...] = ()
    stills: tuple[ShownStill, ...] = ()
    no_film: str = ""


def measure_title(kind: MeasureKind) -> str:
    """Return ``Hip extension (°), modified Thomas test``."""
    thomas = ", modified Thomas test" if kind is MeasureKind.THOMAS_ANGLE else ""
    return f"{kind.form.title} ({kind.form.unit}){thomas}"


def latest_words(measurements: tuple[Measurement, ...], kind: MeasureKind, today: date) -> str:
    """Return the newest result of each side with its day, "" where there is none."""
    found = []
    for side in sides(kind):
        if points := series(measurements, kind, side):
            day, value = points[-1]
            name = f"{side.value} " if side else ""
            found.append((day, f"{name}{value_words(kind, value)}"))
    if not found:
        return ""
    day = max(day for day, _ in found)
    return f"{', '.join(words for _, words in found)} · {short_day(day, today)}"


def change_words(measurements: tuple[Measurement, ...], kind: MeasureKind, today: date) -> str:
    """Return what changed on each side since the first result, and the sides compared."""
    found = {side: p for side in sides(kind) if (p := series(measurements, kind, side))}
    said = []
    for side, points in found.items():
        if len(points) > 1:
            (first, before), (_, after) = points[0], points[-1]
            name = side.value.capitalize() if side else "Result"
            error = error_of(measurements, kind, {(side, first), (side, points[-1][0])})
            words = change(kind, before, after, error).words
            said.append(f"{name}: {words} since {short_day(first, today)}.")
    if len(found) == len(Side):
        error = error_of(measurements, kind, {(side, found[side][-1][0]) for side in Side})
        left, right = (found[side][-1][1] for side in Side)
        said.append(sentence(side_words(kind, left, right, error)))
    return " ".join(said)


def sides(kind: MeasureKind) -> tuple[Side | None, ...]:
    """Return the sides that a kind has, None alone where it has none."""
    return tuple(Side) if kind.form.sided else (None,)


def read_measured(engine: Engine) -> Measured:
    """Read every number and still; JournalError."""
    from longstride.film.reel import is_here
    from longstride.ui.shown.film import NO_FILM

    journal, file = engine.records.journal, engine.records.pictures.file
    measurements, stills = journal.measurements(), journal.stills()
    shown = shown_stills(measurements, stills, lambda still: read_still(file(still), SMALL))
    return Measured(engine.today(), measurements, shown, "" if is_here() else NO_FILM)


def shown_stills(
    measurements: tuple[Measurement, ...],
    stills: tuple[Still, ...],
    image_of: Callable[[UUID], QImage],
) -> tuple[ShownStill, ...]:
    """Return the stills with their numbers, newest first; the trunk's was taken with the angle."""
    by_id = {each.id: each for each in measurements}
    leans = {
        (each.taken, each.side): each
        for each in measurements
        if each.kind is MeasureKind.TRUNK_LEAN
    }
    shown = []
    for still in reversed(stills):
        angle = by_id.get(still.measurement)
        if angle is not None:
            lean = leans.get((angle.taken, angle.side))
            measured = (angle, lean) if lean is not None else (angle,)
            shown.append(ShownStill(still, measured, image_of(still.id)))
    return tuple(shown)
