"""Looking through a clip for the frame on which the thigh is furthest back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label


class FindBox(QWidget):
    """``found`` is asked for, and left; progress stands between."""

    asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = button("Find the furthest back")
        self.stop = button("Cancel", "ghost")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Frames looked at")
        self.bar.setFixedWidth(160)
        self._words = label(role="quiet")
        row = FlowLayout(self, gap=12)
        for part in (self.search, self.bar, self.stop, self._words):
            row.addWidget(part)
        self.search.clicked.connect(self.asked)
        self.stop.clicked.connect(self.left)
        self.rest()

    def rest(self, words: str = "") -> None:
        """Show that nothing is looked for, and what came of it."""
        had_keyboard = self.stop.hasFocus()
        self.search.show()
        self.bar.hide()
        self.stop.hide()
        if had_keyboard:
            self.search.setFocus()
        self._say(words)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the frames have been looked at."""
        if self.search.isVisibleTo(self):
            had_keyboard = self.search.hasFocus()
            self.search.hide()
            self.bar.show()
            self.stop.show()
            if had_keyboard:
                self.stop.setFocus()
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)
        self._words.setText(f"{done} of {total} frames")
        self._words.show()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
