"""The steps of an open flow, a row each: the figure, the drill, its dose, and a preview."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import StepLine, figure_of
from longstride.ui.shown.stages import stage_name
from longstride.ui.shown.step_list import StageMark, step_name
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.figure.picture import FigurePicture
from longstride.ui.widgets.text import button, clear, label

_WIDE, _HIGH = 84, 56  # px of a figure at 100 %
_MARK, _PICTURE, _WORDS, _PREVIEW = range(4)  # columns


class StepRows(QWidget):
    """Steps in their order, under the names of their stages.

    ``preview`` carries the number of the step that is to be seen and heard, from 0.
    """

    preview = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[StepLine, ...] = ()
        self._figures: Mapping[str, Figure] = {}
        self._pictures: tuple[FigurePicture, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(_WORDS, 1)
        theme.changed.connect(self._make_room)

    def show_steps(self, steps: tuple[StepLine, ...]) -> None:
        """List the steps."""
        clear(self._grid)
        self._steps = steps
        self._pictures = tuple(FigurePicture(self._theme, _HIGH) for _ in steps)
        row, stage = 0, None
        for number, step in enumerate(steps):
            if step.stage is not stage:
                stage = step.stage
                heading = label(stage_name(stage), "caption")
                heading.setContentsMargins(0, 10 if row else 0, 0, 0)
                self._grid.addWidget(heading, row, 0, 1, 4)
                row += 1
            self._add_step(row, step, number)
            row += 1
        self._dress()

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id."""
        if figures is not self._figures:
            self._figures = figures
            self._dress()

    def _dress(self) -> None:
        for step, picture in zip(self._steps, self._pictures, strict=True):
            figure = None if step.left_out else figure_of(step, self._figures)
            picture.show_figure(figure, f"{step.name} as a figure")
        self._make_room()

    def _make_room(self) -> None:
        """Keep a column for the figures, where there are some."""
        any_figure = any(not picture.isHidden() for picture in self._pictures)
        self._grid.setColumnMinimumWidth(_PICTURE, self._theme.px(_WIDE) if any_figure else 0)

    def _add_step(self, row: int, step: StepLine, number: int) -> None:
        words, column = bare_column(2)
        column.addWidget(step_name(step, "strong"))
        if step.dose:
            column.addWidget(label(step.dose, "quiet", wrap=True))
        picture, look = self._pictures[number], self._look(step, number)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (words, look):
            picture.lively.watch(part)
        self._grid.addWidget(StageMark(self._theme, step.stage), row, _MARK)
        self._grid.addWidget(picture, row, _PICTURE)
        self._grid.addWidget(words, row, _WORDS, middle)
        self._grid.addWidget(look, row, _PREVIEW, middle)

    def _look(self, step: StepLine, number: int) -> QPushButton:
        look = button("Preview", "chip")
        look.setAccessibleName(f"Preview {step.name}")
        look.setToolTip("One repetition, seen and heard")
        look.clicked.connect(lambda: self.preview.emit(number))
        self._pictures[number].lively.watch(look)
        return look
