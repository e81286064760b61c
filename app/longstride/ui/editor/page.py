"""The editor: the steps of a flow at the left, what is chosen of it at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.editor.aside import Aside
from longstride.ui.editor.head import EditorHead
from longstride.ui.editor.keys import add_keys
from longstride.ui.editor.step_list import EditedSteps
from longstride.ui.editor.summary import Summary
from longstride.ui.editor.troubles import Troubles
from longstride.ui.editor.view import EditorView, Remark
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import ChooseDrill
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import ScrollPage, bare_column
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, label

_HINT = (
    "Drag a step within its stage, or press Alt with the up and down keys. Ctrl+Z takes any "
    "change back."
)
_EMPTY = "No steps yet. Add a drill: each goes to its stage by itself."


class EditorPage(ScrollPage):
    """Shows an EditorView; ``wants`` carries what is to be done with it."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Editor")
        self.view = EditorView()
        self._figures: Mapping[str, Figure] = {}
        self._step = 0
        self.head = EditorHead(theme)
        self.troubles = Troubles()
        self.summary = Summary(theme)
        self.steps = EditedSteps(theme)
        self.empty = label(_EMPTY, "quiet", wrap=True)
        self.add = button("Add a drill")
        self.add.setToolTip("Add a drill (Ins)")
        self.aside = Aside(theme)
        self._lay_out(theme)
        self._connect()
        add_keys(self)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of drills by id."""
        return self._figures

    @property
    def step(self) -> int:
        """The number of the step that is chosen, from 0."""
        return self._step

    def show_view(self, view: EditorView, step: int | None = None) -> None:
        """Show a flow, with another step chosen where one is named."""
        self.unveil()
        self.view = view
        wanted = self._step if step is None else step
        self._step = max(0, min(wanted, len(view.steps) - 1))
        self.head.show_view(view)
        self.troubles.show_view(view)
        self.summary.show_view(view)
        self.steps.setVisible(bool(view.steps))
        self.empty.setVisible(not view.steps)
        self.steps.show_view(view, self._step)
        if step is not None:
            self.aside.turn_to_steps()
        self._show_aside()

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id."""
        if figures is not self._figures:
            self._figures = figures
            self._show_aside()

    def begin(self) -> None:
        """Put the keyboard where one begins: on the title of what is new, else on the steps."""
        if self.view.steps:
            self.steps.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_words()

    def tell(self, text: str) -> None:
        """Have a screen reader say what came of a change."""
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_words(self, key: str = "title") -> None:
        """Show the flow's own words, with the keyboard on one of them."""
        self.aside.turn_to_words()
        self._go_to(self.aside.words.field(key))

    def show_first_remark(self) -> None:
        """Go to the field of the first mistake, or the first warning where there is none."""
        for remark in (*self.view.mistakes, *self.view.warnings):
            self.show_remark(remark)
            return

    def show_remark(self, remark: Remark) -> None:
        """Go to the field that a remark is about."""
        if remark.step is None:
            self.show_words(remark.key)
        else:
            self.steps.mark(remark.step)
            self._choose(remark.step)
            self._go_to(self.aside.step.field(remark.key))

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def _show_aside(self) -> None:
        self.aside.show_view(self.view, self._step, self._figures)

    def _choose(self, step: int) -> None:
        if step >= 0:
            self._step = step
            self.aside.turn_to_steps()
            self._show_aside()

    def _lay_out(self, theme: Theme) -> None:
        left, column = bare_column(16)
        for widget in (self.summary, self.empty, self.steps, self.add):
            column.addWidget(widget)
        column.addWidget(label(_HINT, "caption", wrap=True))
        column.addStretch(1)
        right, inside = bare_column(0)
        inside.addWidget(self.aside)
        inside.addStretch(1)
        columns = Reflow(theme, 860)
        columns.add(left, 15)
        columns.add(right, 10)
        self.column.setSpacing(16)
        self._stack(self.head, self.troubles, columns)

    def _stack(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)
        layout = self.column
        assert isinstance(layout, QVBoxLayout), "a page is a column"
        layout.addStretch(1)

    def _connect(self) -> None:
        for part in (self.head, self.troubles, self.steps, self.aside):
            part.wants.connect(self.wants)
        self.head.back.connect(lambda: self.wants.emit(ShowPage("flows")))
        self.head.found.connect(self.show_first_remark)
        self.summary.asked.connect(self.show_words)
        self.steps.chosen.connect(self._choose)
        self.steps.opened.connect(lambda: self._go_to(self.aside.step.dose.kind.first))
        self.add.clicked.connect(lambda: self.wants.emit(ChooseDrill()))
