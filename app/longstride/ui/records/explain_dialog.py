"""How something is made, in plain words: streak and score, or what changed in a month."""

from PySide6.QtWidgets import QWidget

from longstride.core.history import consistency_score as score
from longstride.core.history import streak
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

Parts = tuple[tuple[str, str], ...]  # what is meant, and how it is made

REGULAR: Parts = (("Streak", streak.HOW_MADE), ("Consistency", score.HOW_MADE))


class ExplainDialog(Overlay):
    """Says it, and closes."""

    def __init__(self, theme: Theme, host: QWidget, parts: Parts = REGULAR) -> None:
        title = "What counts" if parts is REGULAR else "How we know"
        super().__init__(theme, host, title)
        for what, words in parts:
            self.card.column.addSpacing(4)
            self.card.column.addWidget(label(what, "quiet", wrap=True))
            self.card.column.addWidget(label(words, wrap=True))
        self.done_button = button("Good", "primary")
        self.done_button.clicked.connect(self.accept)
        self.buttons(self.done_button)
        self.done_button.setFocus()
