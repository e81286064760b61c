"""Leafing through a long list, a page at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.widgets.text import button, label


class LeafRow(QWidget):
    """Newer, Older, and which are shown; hidden where one page holds them all.

    ``turned`` carries -1 or 1.
    """

    turned = Signal(int)

    def __init__(self, things: str) -> None:
        super().__init__()
        self._things = things
        self.newer, self.older = button("Newer"), button("Older")
        self.words = label(role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        for by, leaf in ((-1, self.newer), (1, self.older)):
            leaf.setAccessibleName(f"{leaf.text()} {things}")
            leaf.clicked.connect(lambda _=False, by=by: self.turned.emit(by))
            row.addWidget(leaf)
        row.addWidget(self.words)
        row.addStretch(1)

    def show_page(self, skip: int, count: int, *, more: bool) -> bool:
        """Show where one is; return whether the keyboard stood on a button that now is dim."""
        had_keyboard = self.newer.hasFocus() or self.older.hasFocus()
        self.newer.setEnabled(skip > 0)
        self.older.setEnabled(more)
        self.words.setText(f"{skip + 1} to {skip + count}")
        self.words.setAccessibleName(f"{self._things} {self.words.text()}".capitalize())
        self.setVisible(skip > 0 or more)
        return had_keyboard and not (self.newer.hasFocus() or self.older.hasFocus())
