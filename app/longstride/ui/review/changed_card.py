"""What changed in a month, in sentences that the numbers bear out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from longstride.core.history.what_changed import Finding, MonthChanges
from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import Explain
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import button, clear, label

HOW = "How do we know?"
NOTHING_YET = (
    "Nothing to tell yet, and no hurry. After a few weeks of answers and range checks, what has "
    "changed stands here."
)


class ChangedCard(Card):
    """At most three sentences, each with how it is made; ``wants`` carries Explain."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: MonthChanges | None = None
        self.how_buttons: list[QPushButton] = []
        self._heading = label(role="overline", wrap=True)
        self.column.addWidget(self._heading)
        body, self._sentences = bare_column(12)
        self.column.addWidget(body)

    def show_changes(self, changes: MonthChanges) -> None:
        """Show the sentences of a month, or that there are none yet."""
        if changes == self._shown:
            return
        self._shown = changes
        title = changed_title(changes)
        self.setAccessibleName(title)
        self._heading.setText(title.upper())
        self._heading.setAccessibleName(title)
        clear(self._sentences)
        self.how_buttons = []
        if not changes.findings:
            self._sentences.addWidget(label(NOTHING_YET, "quiet", wrap=True))
        for finding in changes.findings:
            self._sentences.addWidget(self._told(finding))

    def _told(self, finding: Finding) -> QWidget:
        how = button(HOW, "chip")
        how.setAccessibleName(f"{HOW} {finding.sentence}")
        how.clicked.connect(lambda: self.wants.emit(Explain(finding)))
        self.how_buttons.append(how)
        row = QWidget()
        FlowLayout(row, gap=8).addWidget(how)
        told = Reflow(self._theme, 640, gap=8)
        told.add(label(finding.sentence, "lead", wrap=True), 1)
        told.add(row, 0)
        return told


def changed_title(changes: MonthChanges) -> str:
    """Return ``What changed in November 2026``."""
    return f"What changed in {changes.month:%B %Y}"
