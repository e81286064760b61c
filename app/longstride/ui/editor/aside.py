"""At the editor's right: the step that is chosen, or the flow's own words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.editor.picks import Picks
from longstride.ui.editor.step_card import StepCard
from longstride.ui.editor.view import EditorView
from longstride.ui.editor.words_card import WordsCard
from longstride.ui.intentions import Intention
from longstride.ui.look.theme import Theme

_STEP, _WORDS = "step", "words"


class Aside(QWidget):
    """``wants`` carries what is to be done with the step or the words."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view = EditorView()
        self.turn = Picks("Shown here", (("This step", _STEP), ("The flow's words", _WORDS)))
        self.step = StepCard(theme)
        self.words = WordsCard(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.turn, self.step, self.words):
            column.addWidget(widget)
        self.turn.show_value(_STEP)
        self.turn.chosen.connect(lambda _: self._fit())
        self.step.wants.connect(self.wants)
        self.words.wants.connect(self.wants)

    def show_view(self, view: EditorView, step: int, figures: Mapping[str, Figure]) -> None:
        """Show a step of a flow, and its words."""
        self._view = view
        if view.steps:
            moves = view.moves(step, -1) is not None, view.moves(step, 1) is not None
            self.step.show_step(step, view.steps[step], moves, figures)
        self.words.show_view(view)
        self._fit()

    def turn_to_steps(self) -> None:
        """Show the chosen step."""
        self.turn.show_value(_STEP)
        self._fit()

    def turn_to_words(self) -> None:
        """Show the flow's own words."""
        self.turn.show_value(_WORDS)
        self._fit()

    def _fit(self) -> None:
        has_step = bool(self._view.steps) and self.turn.value == _STEP
        self.turn.setVisible(bool(self._view.steps))
        self.step.setVisible(has_step)
        self.words.setVisible(not has_step)
