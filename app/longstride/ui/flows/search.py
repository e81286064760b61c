"""What stands above the flows: their search, what begins a new one, and two questions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.ui.flows.fitting import Has, all_gear
from longstride.ui.flows.questions import Questions
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard
from longstride.ui.widgets.flow_layout import Reflow, flowing
from longstride.ui.widgets.search_field import SearchField
from longstride.ui.widgets.text import SignedButton, button, label


class FlowSearch(QWidget):
    """``changed`` says that the words or the answers are others now."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = SearchField(theme, "Search a flow, a drill or a muscle")
        self.new = SignedButton(theme, "add", "New flow")
        self.bring = button("Import a file…", "ghost")
        self.questions = Questions(theme)
        self._lay_out(theme)
        self.words.settled.timeout.connect(self.changed)
        self.questions.changed.connect(self.changed)

    @property
    def has(self) -> Has:
        """What the athlete has."""
        return self.questions.has

    @property
    def wanted(self) -> str:
        """The words that are searched for."""
        return self.words.text().strip()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """All that is pressed or filled in, in its order."""
        return self.words, self.new, self.bring, *self.questions.fields

    def offer(self, cards: tuple[FlowCard, ...]) -> None:
        """Ask what leaves some of these flows out."""
        self.questions.ask_for(all_gear(cards))
        self.questions.setVisible(len(cards) > 1)

    def clear(self) -> None:
        """Let go of words and time; where there are none, have all gear."""
        questions = self.questions
        if self.wanted or self.has.minutes:
            self.words.clear()
            self.words.settled.stop()
            questions.take_back_time()
        else:
            questions.have_all()
        self.changed.emit()
        self.words.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        head = Reflow(theme, 680, gap=16)
        head.add(label("Flows", "title"), 0)
        head.add(self.words, 1)
        head.add(flowing(self.new, self.bring), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(head)
        column.addWidget(self.questions)
