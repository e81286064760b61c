"""A repetition told in a sentence: "4 down, 1 pause, 2 up"."""

from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.run_line import Run, RunLine
from longstride.ui.player.tempo_bar import Segment


class TempoWords(RunLine):
    """The phases of one repetition in their order; one of them stands out in its colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 34, parent, steady=True)
        self.setAccessibleName("Tempo in words")

    def show_rep(self, segments: tuple[Segment, ...], lit: int | None) -> None:
        """Show the phases of a repetition, and which of them is under way or is the work."""
        self.show_runs(tuple(_runs(segments, lit)))


def _runs(segments: tuple[Segment, ...], lit: int | None) -> list[Run]:
    runs = []
    for index, segment in enumerate(segments):
        here = index == lit
        comma = ", " if index + 1 < len(segments) else ""
        runs.append(Run(segment.label, segment.role if here else "text", here, comma))
    return runs
