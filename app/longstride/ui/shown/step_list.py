"""The steps of a flow as a list: a mark of the stage and the drill."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from longstride.core.flow.drill import Stage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import StepLine
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.text import clear, label


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
    """The names of steps in their order, for a narrow place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)

    def show_steps(self, steps: tuple[StepLine, ...], most: int = 500) -> None:
        """List the steps; after ``most`` of them only how many more there are."""
        clear(self._grid)
        for row, step in enumerate(steps[:most]):
            self._grid.addWidget(StageMark(self._theme, step.stage), row, 0)
            self._grid.addWidget(step_name(step), row, 1)
        if more := sum(not step.left_out for step in steps[most:]):
            self._grid.addWidget(label(f"and {more} more", "quiet"), len(steps[:most]), 1)


def step_name(step: StepLine, role: str = "") -> QLabel:
    """Return a step's name, struck out where it is left out."""
    if not step.left_out:
        return label(step.name, role, wrap=True)
    name = label(step.name, "gone", wrap=True)
    name.setAccessibleName(f"{step.name}, left out")
    return name
