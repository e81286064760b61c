"""Keeps what was measured on a picture: the number, how it was taken, and the picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from longstride.core.history.measure import MeasureKind, Measurement, number_text
from longstride.ui.measure.kept import measurements_of
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart

if TYPE_CHECKING:
    from longstride.ui.intentions.measure import KeepAngle
    from longstride.ui.measure.film_file import FilmFile

_KEPT = "measured"


class Keeping(WritingPart):
    """Writes beside the window, and offers the way back."""

    def __init__(self, front: Front, film: FilmFile) -> None:
        super().__init__(front)
        self._film = film

    def keep(self, wish: KeepAngle) -> None:
        """Keep an angle and its picture."""
        engine = self._engine
        made = measurements_of(wish, engine.today(), engine.now())

        def work() -> None:
            for each in made:
                engine.records.journal.measure(each)

        self._keep(made, work)

    def keep_cadence(self, spm: float, steps: int) -> None:
        """Keep steps a minute that were counted on a clip."""
        made = self._cadence(spm, steps)
        self._keep((made,), lambda: self._engine.records.journal.measure(made))

    def delete(self, still: UUID) -> None:
        """Take a still and its numbers out."""

    def _keep(self, made: tuple[Measurement, ...], work: Callable[[], None]) -> None:
        journal = self._engine.records.journal

        def undo() -> None:
            for each in made:
                journal.unmeasure(each.id)

        words = f"Kept: {' · '.join(map(kept_text, made))}."
        self._write(work, lambda _: self._offer_undo(_KEPT, words, undo))

    def _cadence(self, spm: float, steps: int) -> Measurement:
        kind, engine = MeasureKind.CADENCE, self._engine
        taken, value = engine.now().astimezone(UTC), round(spm, 1)
        words = f"from a clip, {steps} steps"
        return Measurement(uuid4(), engine.today(), taken, kind, None, value, kind.form.unit, words)


def kept_text(made: Measurement) -> str:
    """Return ``thigh behind the vertical, right 18°``."""
    side = f", {made.side.value}" if made.side else ""
    return f"{made.kind.form.title.lower()}{side} {number_text(made.value, made.kind.form.unit)}"
