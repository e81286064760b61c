"""Keeps what was measured on a picture: the number, how it was taken, and the picture."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from longstride.core.history.measure import MeasureKind, Measurement, number_text
from longstride.ui.intentions import measure as wants
from longstride.ui.measure.film_file import FilmFile
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart

if TYPE_CHECKING:
    pass

_KEPT = "measured"


class Keeping(WritingPart):
    """Writes beside the window, and offers the way back."""

    def __init__(self, front: Front, film: FilmFile) -> None:
        super().__init__(front)
        self._film = film

    def keep_cadence(self, spm: float, steps: int) -> None:
        """Keep steps a minute that were counted on a clip."""
        kind = MeasureKind.CADENCE
        made = self._measurement(kind, round(spm, 1), f"from a clip, {steps} steps")
        journal = self._engine.records.journal
        words = f"Kept: {number_text(made.value, kind.form.unit)}."

        def offer(_: None) -> None:
            self._offer_undo(_KEPT, words, lambda: journal.unmeasure(made.id))

        self._write(lambda: journal.measure(made), offer)

    def keep(self, wish: wants.KeepAngle) -> None:
        """Keep an angle and its picture."""

    def delete(self, still: UUID) -> None:
        """Take a still and its numbers out."""

    def _measurement(self, kind: MeasureKind, value: float, protocol: str) -> Measurement:
        now = self._engine.now()
        return Measurement(
            id=uuid4(),
            day=self._engine.today(),
            taken=now.astimezone(UTC),
            kind=kind,
            side=None,
            value=value,
            unit=kind.form.unit,
            protocol=protocol,
        )
