"""What stands above the flow while it is in trouble: its file is another, its order is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from longstride.ui.editor.field import show_remarks
from longstride.ui.editor.view import EditorView
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import ReloadFile, SaveAsCopy, SortStages
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

_UNSORTED = (
    "The steps do not follow the order of the stages: open, activate, load, end range. A flow "
    "that goes back cannot be saved."
)


class Troubles(QWidget):
    """``wants`` carries what mends it."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.copy = self._button("Keep mine as a copy", SaveAsCopy())
        self.reload = self._button("Take what is in the file", ReloadFile())
        self.sort = self._button("Sort by stage", SortStages())
        origin, self._changed = self._row("The file", "", self.copy, self.reload)
        order, unsorted = self._row("The order", "", self.sort)
        unsorted.setText(_UNSORTED)
        wrong, self._wrong = self._row("Mistakes", "bad")
        unwise, self._unwise = self._row("Warnings", "warn")
        self._frames = (origin, order, wrong, unwise)
        self.hide()

    def show_view(self, view: EditorView) -> None:
        """Show what keeps the flow from being saved and stands at no field."""
        wrong = [each for each in view.homeless if each.stops]
        unwise = [each for each in view.homeless if not each.stops]
        self._changed.setText(view.origin)
        show_remarks(self._wrong, wrong)
        show_remarks(self._unwise, unwise)
        shown = (bool(view.origin), not view.is_sorted, bool(wrong), bool(unwise))
        for frame, on in zip(self._frames, shown, strict=True):
            frame.setVisible(on)
        self.setVisible(any(shown))

    def _row(self, name: str, role: str, *buttons: QPushButton) -> tuple[QFrame, QLabel]:
        frame, words, holder = QFrame(), label("", role, wrap=True), QWidget()
        frame.setProperty("role", "card")
        frame.setAccessibleName(name)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.setSpacing(8)
        inside.addWidget(words)
        row = FlowLayout(holder, gap=8)
        for each in buttons:
            row.addWidget(each)
        inside.addWidget(holder)
        self._column.addWidget(frame)
        holder.setVisible(bool(buttons))  # not sooner: it would be a window of its own
        return frame, words

    def _button(self, text: str, wish: Intention) -> QPushButton:
        made = button(text, "chip")
        made.clicked.connect(lambda: self.wants.emit(wish))
        return made
