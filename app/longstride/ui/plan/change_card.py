"""What the plan changed: every change with its reason and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.look.theme import Theme
from longstride.ui.plan.changes import PlanChange
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, clear, label


class ChangeCard(Card):
    """Changes one under the other, hidden while there are none; ``wants`` what undoes one."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("What the plan changed")
        self._theme = theme
        self._changes: tuple[PlanChange, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.column.addLayout(self._rows)
        self.hide()

    def show_changes(self, changes: tuple[PlanChange, ...]) -> None:
        """Show changes; those that are the same stay as they are."""
        self.setVisible(bool(changes))
        if changes == self._changes:
            return
        self._changes = changes
        had_keyboard = self._has_keyboard
        clear(self._rows)
        for change in changes:
            self._rows.addWidget(self._row(change))
        if had_keyboard and (first := self.findChild(QPushButton)):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and focus is not self and self.isAncestorOf(focus)

    def _row(self, change: PlanChange) -> QWidget:
        row = Reflow(self._theme, 480, gap=12)
        words, column = bare_column(2)
        column.addWidget(label(change.name, "strong", wrap=True))
        column.addWidget(label(change.told, "quiet", wrap=True))
        undo = button(change.text, "ghost")
        undo.setAccessibleName(f"{change.text}: {change.name}")
        undo.clicked.connect(lambda: self.wants.emit(change.wish))
        side, beside = bare_column(0)
        beside.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row.add(words)
        row.add(side, 0)
        return row
