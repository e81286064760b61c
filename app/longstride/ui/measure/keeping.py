"""Keeps what was measured on a picture: the number, how it was taken, and the picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.core.history.measure import MeasureKind, Measurement, number_text
from longstride.core.history.still import Still, source_name
from longstride.ui.measure.film_file import FilmFile
from longstride.ui.measure.kept import measurements_of
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart

if TYPE_CHECKING:
    from longstride.core.picture import Picture
    from longstride.ui.intentions.measure import KeepAngle
    from longstride.ui.shown.measured import ShownStill

_KEPT, _DELETED = "measured", "still"


class Keeping(WritingPart):
    """Writes beside the window, and offers the way back."""

    def __init__(self, front: Front, film: FilmFile) -> None:
        super().__init__(front)
        self._film = film

    def keep(self, wish: KeepAngle) -> None:
        """Keep an angle and its picture."""
        engine, file = self._engine, self._film.file
        made = measurements_of(wish, engine.today(), engine.now())
        if file is None:
            return

        def work(picture: Picture) -> None:
            still = _still(wish, made[0], file)
            engine.records.keep_still(picture, still, *made)

        self._film.with_picture(wish.frame, work, lambda _: self._told(made), self._refuse)

    def keep_cadence(self, spm: float, steps: int) -> None:
        """Keep steps a minute that were counted on a clip."""
        made = (self._cadence(spm, steps),)
        work = self._putting(made)
        self._write(work, lambda _: self._offer(made))

    def delete(self, still: ShownStill) -> None:
        """Take a still and its numbers out; its picture goes later, so that it can be had back."""
        back = self._putting(still.measured)
        words = f"Deleted: {still.title}."
        self._write(self._taking(still.measured), lambda _: self._offer_undo(_DELETED, words, back))

    def _told(self, made: tuple[Measurement, ...]) -> None:
        self.written.emit()
        self._offer(made)

    def _offer(self, made: tuple[Measurement, ...]) -> None:
        words = f"Kept: {' · '.join(map(kept_text, made))}."
        self._offer_undo(_KEPT, words, self._taking(made))

    def _putting(self, measured: tuple[Measurement, ...]) -> Callable[[], None]:
        def put() -> None:
            for each in measured:
                self._engine.records.journal.measure(each)

        return put

    def _taking(self, measured: tuple[Measurement, ...]) -> Callable[[], None]:
        def take() -> None:
            for each in measured:
                self._engine.records.journal.unmeasure(each.id)

        return take

    def _cadence(self, spm: float, steps: int) -> Measurement:
        kind, engine = MeasureKind.CADENCE, self._engine
        taken, value = engine.now().astimezone(UTC), round(spm, 1)
        words = f"from a clip, {steps} steps"
        return Measurement(uuid4(), engine.today(), taken, kind, None, value, kind.form.unit, words)


def _still(wish: KeepAngle, angle: Measurement, file: Path) -> Still:
    """Return what is kept of a picture beside the number; FilmError where its clip is gone."""
    from longstride.film.reel import sha256_of

    return Still(
        id=uuid4(),
        measurement=angle.id,
        moment=wish.moment,
        marks=wish.marks,
        filmed_fps=wish.filmed_fps,
        source=source_name(file.name),
        sha256=sha256_of(file),
    )


def kept_text(made: Measurement) -> str:
    """Return ``thigh behind the vertical, right 18°``."""
    side = f", {made.side.value}" if made.side else ""
    return f"{made.kind.form.title.lower()}{side} {number_text(made.value, made.kind.form.unit)}"
