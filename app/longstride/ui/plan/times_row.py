"""The times of the athlete's days in a few lines, and whether anything is told then."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from longstride.core.history.plan.following import Anchor
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import ChooseTimes
from longstride.ui.intentions.window import ShowPage
from longstride.ui.plan.day_words import times_lines
from longstride.ui.widgets.text import button, label

_NONE = "No day has its own time yet."


class TimesRow(QWidget):
    """``wants`` carries ChooseTimes, or ShowPage to where reminders are set."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._words = label(role="quiet", wrap=True)
        self._untold = label(role="warn", wrap=True)
        self.set_button = button("Set times", "ghost")
        self.set_button.setAccessibleName("Set the times of your days")
        self.settings_button = button("Reminders", "ghost")
        self.settings_button.setAccessibleName("Go to the reminders on Settings")
        self.set_button.clicked.connect(lambda: self.wants.emit(ChooseTimes()))
        self.settings_button.clicked.connect(
            lambda: self.wants.emit(ShowPage("settings", "reminders"))
        )
        self._why = _row(self._untold, self.settings_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (_row(self._words, self.set_button), self._why):
            column.addWidget(widget)
        self.show_untold("")

    def show_times(self, anchors: Collection[Anchor], first: int) -> None:
        """Show which days have which time; nothing where there are no days."""
        self._words.setText("\n".join(times_lines(anchors, first)) or _NONE)
        self.setVisible(bool(anchors))

    def show_untold(self, words: str) -> None:
        """Show why nothing is told at these times, "" where all is well."""
        self._untold.setText(words)
        self._why.setVisible(bool(words))


def _row(words: QLabel, act: QPushButton) -> QWidget:
    """Return words with what is done about them at the right."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words, 1)
    row.addWidget(act)
    return holder
