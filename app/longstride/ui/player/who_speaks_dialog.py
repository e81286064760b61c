"""Where a screen reader runs: which of the two voices leads a flow. Asked once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.settings import Narrator
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_WORDS = (
    "A screen reader is running, and two voices at once are hard to follow.",
    "With Longstride, its own voice leads you and counts, and your screen reader is left in peace "
    "while a flow runs.",
    "With your screen reader, you hear from it each step and how to get into place, and tones "
    "carry the rhythm. Nobody counts the seconds aloud.",
)
_LATER = "You can change your mind in Settings, Voice."


class WhoSpeaksDialog(Overlay):
    """Asks; ``chosen`` carries a Narrator. Esc leaves the speaking to Longstride."""

    chosen = Signal(Narrator)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "Who speaks while a flow runs?", width=600)
        for words in _WORDS:
            self.card.column.addWidget(label(words, wrap=True))
        self.card.column.addWidget(label(_LATER, "quiet", wrap=True))
        self.longstride = button("Longstride", "primary")
        self.reader = button("My screen reader")
        self.longstride.setDefault(True)
        self.longstride.setAccessibleDescription(" ".join((*_WORDS, _LATER)))
        self.longstride.clicked.connect(self.reject)
        self.reader.clicked.connect(lambda: self._choose(Narrator.READER))
        self.buttons(self.longstride, self.reader)
        self.longstride.setFocus()

    def reject(self) -> None:
        """Esc is the same as Longstride."""
        self._choose(Narrator.LONGSTRIDE)

    def _choose(self, narrator: Narrator) -> None:
        self.done(0)
        self.chosen.emit(narrator)
