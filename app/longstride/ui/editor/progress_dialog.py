"""Something that takes a while: how far it is, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label


class ProgressDialog(Overlay):
    """Shows how much of it is done; it is rejected by Cancel."""

    def __init__(self, theme: Theme, host: QWidget, title: str) -> None:
        super().__init__(theme, host, title)
        self.words = label("Getting the voice ready…", "quiet", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel = button("Cancel")
        self.cancel.clicked.connect(self.reject)
        self.card.column.addWidget(self.words)
        self.card.column.addWidget(self.bar)
        self.buttons(self.cancel)
        self.cancel.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show that so many of so many parts are done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.words.setText(f"{100 * done // max(1, total)} % done")
