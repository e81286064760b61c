"""What stands where no flow fits: why, in a sentence, and the way back."""

from PySide6.QtCore import Qt, Signal

from longstride.ui.flows.fitting import Has
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.text import button, label

SHORTER = "Longer ones can be made shorter on their own page."


class Nothing(Card):
    """``cleared`` when the athlete wants to see flows again."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("No flow found")
        self.words = label(role="lead", wrap=True)
        self.clear = button("Clear")
        self.clear.clicked.connect(self.cleared)
        self.column.setSpacing(16)
        self.column.addWidget(self.words)
        self.column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)

    def show_why(self, wanted: str, has: Has, *, any_flow: bool) -> None:
        """Say why nothing is shown; without any flow at all there is nothing to clear."""
        self.words.setText(why_nothing(wanted, has) if any_flow else NO_FLOW)
        self.clear.setVisible(any_flow)
        asked = "the search and the time" if wanted or has.minutes else "the gear"
        self.clear.setAccessibleName(f"Clear {asked}")


NO_FLOW = "There is no flow here that can be used just now."


def why_nothing(wanted: str, has: Has) -> str:
    """Return in a friend's words why no flow is shown."""
    if wanted and (has.minutes or has.missing):
        return f"Nothing that fits what you have goes by “{wanted}”. Shall we start again?"
    if wanted:
        return f"No flow goes by “{wanted}” yet. Try a drill, a muscle, or fewer letters."
    if has.minutes:
        return f"Nothing here fits into {has.minutes} minutes as it is. {SHORTER}"
    return "Every flow here needs something you do not have at hand just now."
