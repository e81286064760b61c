"""The flow at a glance: its title, how long it is, and its steps as a strip."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from longstride.core.durations import clock_text
from longstride.ui.editor.field import show_remarks
from longstride.ui.editor.view import EditorView, StepView
from longstride.ui.look.theme import Theme
from longstride.ui.shown.stages import stage_color
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.stage_strip import Block, paint_marks
from longstride.ui.widgets.text import button, label

_MOST_MARKS = 80
_NO_TITLE = "No title yet"
_NO_TOTAL = "–"
_MOST = 240  # letters


class Summary(QWidget):
    """``asked`` comes where the athlete wants to change the words."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label(role="title", wrap=True)
        self.purpose = label(role="quiet", wrap=True)
        self.remarks = label("", "warn", wrap=True)
        self.remarks.hide()
        self.change = button("Change the words", "chip")
        self.total = label(role="display")
        self.aim = label(role="quiet")
        self.strip = StepMarks(theme)
        self._lay_out(theme)

    def show_view(self, view: EditorView) -> None:
        """Show a flow's title, its length, what is promised, and its stages."""
        self.title.setText(view.title or _NO_TITLE)
        purpose = _start(view.words.get("purpose", ""))
        self.purpose.setText(purpose)
        self.purpose.setVisible(bool(purpose))
        wrong = [each for each in view.at_words if each.stops]
        show_remarks(self.remarks, wrong or view.at_words)  # never a warning as a mistake
        total = _NO_TOTAL if view.total is None else clock_text(view.total)
        self.total.setText(total)
        self.total.setAccessibleName(f"Total {total}" if view.total is not None else "No total")
        self.aim.setText(view.aim)
        self.aim.setVisible(bool(view.aim))
        self.strip.show_steps(view.steps)

    def _lay_out(self, theme: Theme) -> None:
        words, length = QWidget(), QWidget()
        for holder, widgets, side in (
            (
                words,
                (self.title, self.purpose, self.remarks, self.change),
                Qt.AlignmentFlag.AlignLeft,
            ),
            (length, (self.total, self.aim), Qt.AlignmentFlag.AlignRight),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for widget in widgets:
                wraps = isinstance(widget, QLabel) and widget.wordWrap()
                column.addWidget(widget, 0, Qt.AlignmentFlag(0) if wraps else side)
            column.addStretch(1)
        top = Reflow(theme, 420, gap=16)
        top.add(words, 3)
        top.add(length, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(top)
        whole.addWidget(self.strip)
        self.change.clicked.connect(self.asked)


class StepMarks(QLabel):
    """One flat mark a step, as wide as it is long; its text says the stages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[StepView, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[StepView, ...]) -> None:
        """Show steps by their stage and their length."""
        self._steps = steps
        stages = dict.fromkeys(step.stage.value for step in steps)
        self.setText(", ".join(stages).capitalize() or "No steps yet")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marks(painter, QRectF(self.rect()), _blocks(self._steps), self._theme)


def _blocks(steps: tuple[StepView, ...]) -> tuple[Block, ...]:
    """Return a mark for each step; where there is no room for so many, for each stage."""
    whole = len(steps) <= _MOST_MARKS
    groups = ([step] for step in steps) if whole else _by_stage(steps)
    return tuple(
        Block(max(1, sum(step.length for step in group)), 1.0, stage_color(group[0].stage))
        for group in groups
    )


def _by_stage(steps: tuple[StepView, ...]) -> Iterator[list[StepView]]:
    for _, group in groupby(steps, key=lambda step: step.stage):
        yield list(group)


def _start(text: str) -> str:
    """Return as much of a text as leaves the steps in view."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"
