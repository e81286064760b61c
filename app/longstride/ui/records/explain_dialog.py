"""How the streak and the score are made, in plain words."""

from PySide6.QtWidgets import QWidget

from longstride.core.history import consistency_score as score
from longstride.core.history import streak
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline


class ExplainDialog(Overlay):
    """Says it, and closes."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "How this is made")
        for heading, words in (("Streak", streak.HOW_MADE), ("Consistency", score.HOW_MADE)):
            self.card.column.addSpacing(4)
            self.card.column.addWidget(overline(heading))
            self.card.column.addWidget(label(words, wrap=True))
        self.done_button = button("Good", "primary")
        self.done_button.clicked.connect(self.accept)
        self.buttons(self.done_button)
        self.done_button.setFocus()
