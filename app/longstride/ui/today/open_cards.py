"""The cards of Today for what was left open: a run cut off, a session not rated."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.core.history.session import Session
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Discard, Resume
from longstride.ui.intentions.records import LeaveUnrated, Rate
from longstride.ui.look.theme import Theme
from longstride.ui.shown.session_text import when_text
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, label


class Interrupted(Card):
    """A quiet line for a run that was cut off, where something else comes first.

    ``wants`` Resume or Discard.
    """

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._id: UUID | None = None
        self.words = label(role="lead", wrap=True)
        go_on = button("Go on")
        go_on.clicked.connect(lambda: self._ask(Resume))
        let_go = button("Leave it there", "ghost")
        let_go.clicked.connect(lambda: self._ask(Discard))
        _lay_in_line(self, theme, self.words, (go_on, let_go))

    def show_session(self, session: Session, today: date) -> None:
        """Offer a session; its place is named the way the athlete counts."""
        self._id = session.id
        step = min(session.next_step + 1, session.step_count)
        self.words.setText(
            f"{session.title} from {when_text(session, today)} stopped at step {step} of "
            f"{session.step_count}."
        )
        self.setAccessibleName(self.words.text())

    def _ask(self, intention: type[Resume] | type[Discard]) -> None:
        if self._id is not None:
            self.wants.emit(intention(self._id))


class Unrated(Card):
    """Reminds of a session that was not rated; ``wants`` Rate or LeaveUnrated."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._session: Session | None = None
        self.words = label(role="lead", wrap=True)
        answer, leave = button("Answer"), button("Leave it", "ghost")
        answer.clicked.connect(lambda: self._ask(Rate))
        leave.clicked.connect(lambda: self._ask(LeaveUnrated))
        _lay_in_line(self, theme, self.words, (answer, leave))

    def show_session(self, session: Session, today: date) -> None:
        """Ask about a session."""
        self._session = session
        self.words.setText(
            f"How did {session.title} from {when_text(session, today)} leave your hips?"
        )
        self.setAccessibleName(self.words.text())

    def _ask(self, intention: type[Rate] | type[LeaveUnrated]) -> None:
        if self._session is not None:
            self.wants.emit(intention(self._session))


def _lay_in_line(card: Card, theme: Theme, words: QWidget, answers: tuple[QWidget, ...]) -> None:
    """Lay a question and its answers side by side, in a narrow window below each other."""
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(0, 0, 0, 0)
    for answer in answers:
        row.addWidget(answer)
    row.addStretch(1)
    line = Reflow(theme, 760)
    line.add(words, 3)
    line.add(buttons, 1)
    card.column.setContentsMargins(24, 16, 24, 16)
    card.column.addWidget(line)
