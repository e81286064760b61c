"""When the athlete is reminded, in one quiet row; it is set on Settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import ShowPage
from longstride.ui.widgets.text import button, label


class ReminderRow(QWidget):
    """``wants`` carries ShowPage, to where reminders are set."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._words = label(role="quiet", wrap=True)
        self.change = button("Change", "ghost")
        self.change.setAccessibleName("Change the reminder")
        self.change.clicked.connect(lambda: self.wants.emit(ShowPage("settings", "reminders")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.change)

    def show_words(self, words: str) -> None:
        """Show when the athlete is reminded, such as ``17:30 on run days``."""
        self._words.setText(f"Reminder: {words}")
