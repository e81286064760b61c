"""The steps of a flow as a list: a mark of the stage, the drill, the dose."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from longstride.core.flow.drill import Stage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import StepLine
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.text import button, clear, label


class StageMark(QLabel):
    """A small upright bar in the colour of a stage."""

    def __init__(self, theme: Theme, stage: Stage) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        self.setToolTip(stage_name(stage))
        self.setAccessibleName(stage_name(stage))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(5), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(stage_color(self._stage)))
        width, height = self._theme.px(4), self._theme.px(18)
        painter.drawRoundedRect(
            QRectF(0, (self.height() - height) / 2, width, height), width / 2, width / 2
        )


class StepList(QWidget):
    """Steps in their order. ``doses`` False leaves the names alone, for a narrow place.

    ``preview`` carries the number of the step that is to be seen and heard, from 0.
    """

    preview = Signal(int)

    def __init__(self, theme: Theme, doses: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._doses = doses
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 5 if doses else 0)

    def show_steps(self, steps: tuple[StepLine, ...], most: int = 500) -> None:
        """List the steps; after ``most`` of them only how many more there are."""
        clear(self._grid)
        row = 0
        stage: Stage | None = None
        for number, step in enumerate(steps[:most]):
            if self._doses and step.stage is not stage:
                stage = step.stage
                row = self._add_stage(row, stage)
            row = self._add_step(row, step, number)
        if more := sum(not step.left_out for step in steps[most:]):
            self._grid.addWidget(label(f"and {more} more", "quiet"), row, 1)

    def _add_stage(self, row: int, stage: Stage) -> int:
        heading = label(stage_name(stage), "caption")
        heading.setContentsMargins(0, 10 if row else 0, 0, 0)
        self._grid.addWidget(heading, row, 0, 1, 4)
        return row + 1

    def _name(self, step: StepLine) -> QLabel:
        """Return a step's name, struck out where it is left out."""
        if not step.left_out:
            return label(step.name, "strong" if self._doses else "", wrap=True)
        name = label(step.name, "gone", wrap=True)
        name.setAccessibleName(f"{step.name}, left out")
        return name

    def _add_step(self, row: int, step: StepLine, number: int) -> int:
        self._grid.addWidget(StageMark(self._theme, step.stage), row, 0)
        self._grid.addWidget(self._name(step), row, 1)
        if self._doses:
            if step.dose:
                self._grid.addWidget(label(step.dose, "quiet", wrap=True), row, 2)
            look = button("Preview", "chip")
            look.setAccessibleName(f"Preview {step.name}")
            look.clicked.connect(lambda: self.preview.emit(number))
            self._grid.addWidget(look, row, 3, Qt.AlignmentFlag.AlignVCenter)
        return row + 1
