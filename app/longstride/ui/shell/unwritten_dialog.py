"""Before the window is closed on a run that the journal does not take."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_FILE = "A file keeps all of it; import it later in Settings."


class LeftOver(StrEnum):
    """What to do with what is not written down."""

    STAY = "stay"
    AGAIN = "again"
    SAVE = "save"
    LOSE = "lose"


class UnwrittenDialog(Overlay):
    """Asks what to do; ``chosen`` carries a LeftOver. Esc leaves the window open."""

    chosen = Signal(LeftOver)

    def __init__(self, theme: Theme, host: QWidget, titles: tuple[str, ...], why: str) -> None:
        super().__init__(theme, host, "Not everything is written down", width=680)
        what = what_waits(titles)
        for words, role in ((what, "strong"), (why, ""), (_FILE, "quiet")):
            self.card.column.addWidget(label(words, role, wrap=True))
        self.again = button("Try again", "primary")
        self.save = button("Save it to a file…")
        self.lose = button("Close and lose it", "ghost")
        self.again.setDefault(True)
        self.again.setAccessibleDescription(f"{what} {why} {_FILE}")
        self.again.clicked.connect(lambda: self._choose(LeftOver.AGAIN))
        self.save.clicked.connect(lambda: self._choose(LeftOver.SAVE))
        self.lose.clicked.connect(lambda: self._choose(LeftOver.LOSE))
        self.buttons(self.again, self.save, self.lose)
        self.again.setFocus()

    def reject(self) -> None:
        """Esc stays."""
        self._choose(LeftOver.STAY)

    def _choose(self, choice: LeftOver) -> None:
        self.done(0)
        self.chosen.emit(choice)


def what_waits(titles: tuple[str, ...]) -> str:
    """Return in a sentence which runs are not written down."""
    if len(titles) == 1:
        return f"Your run through {titles[0]} is not all in the journal yet."
    named = f"{', '.join(titles[:-1])} and {titles[-1]}"
    return f"Your runs through {named} are not all in the journal yet."
