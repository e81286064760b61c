"""Adding a session that was done without the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from longstride.core.history.bounds import LONGEST_NOTE, LONGEST_TITLE
from longstride.core.letters import typed_line, typed_lines
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.fields import DayField, NumberField
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import button, label, overline

MOST_MINUTES = 300
_OTHER = "Something else"


@dataclass(frozen=True, slots=True)
class Added:
    """What was done: a flow by its id, or ``title`` and ``minutes`` of something else."""

    day: date
    flow: str | None
    title: str
    minutes: float
    before: int | None
    after: int | None
    note: str


class AddSessionDialog(Overlay):
    """Asks what was done; ``added`` carries an Added."""

    added = Signal(Added)

    def __init__(self, theme: Theme, host: QWidget, titles: Mapping[str, str], today: date) -> None:
        super().__init__(theme, host, "Add a session", width=620)
        self.day = DayField(theme, "Day", today, today)
        self.flows = Choice(theme, "What you did")
        named = tuple((title, flow) for flow, title in titles.items())
        self.flows.offer((*named, (_OTHER, None)), named[0][1] if named else None)
        self.title = QLineEdit()
        self.minutes = NumberField("Minutes", "Minutes")
        self.before = Rating(theme, "Stiffness before", STIFFNESS_WORDS)
        self.after = Rating(theme, "Stiffness after", STIFFNESS_WORDS)
        self.note = QPlainTextEdit()
        self.trouble = label(role="warn", wrap=True)
        self.save = button("Add", "primary")
        self.cancel = button("Cancel", "ghost")
        self._lay_out(theme)
        self.save.setDefault(True)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.flows.activated.connect(lambda _: self._show_other())
        self._show_other()
        self.day.setFocus()

    @property
    def answer(self) -> Added:
        """What is filled in now."""
        flow = self.flows.value
        return Added(
            self.day.day,
            flow if isinstance(flow, str) else None,
            typed_line(self.title.text()),
            self.minutes.number or 0,
            self.before.answer,
            self.after.answer,
            typed_lines(self.note.toPlainText())[:LONGEST_NOTE],
        )

    def _lay_out(self, theme: Theme) -> None:
        self.title.setPlaceholderText("What was it? For example: hip class")
        self.title.setAccessibleName("What it was")
        self.title.setMaxLength(LONGEST_TITLE)
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(64))
        self.trouble.hide()
        for question, widgets in (
            ("Day", (self.day,)),
            ("What did you do?", (self.flows, self.title, self.minutes)),
            ("Stiffness before", (self.before,)),
            ("Stiffness after", (self.after,)),
            ("Note", (self.note, self.trouble)),
        ):
            self.card.column.addSpacing(4)
            self.card.column.addWidget(overline(question))
            for widget in widgets:
                self.card.column.addWidget(widget)
        self.buttons(self.save, self.cancel)

    def _show_other(self) -> None:
        for widget in (self.title, self.minutes):
            widget.setVisible(self.flows.value is None)

    def _finish(self) -> None:
        answer = self.answer
        trouble = _trouble(answer)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if trouble:
            self.reveal(self.trouble)
            return
        self.accept()
        self.added.emit(answer)


def _trouble(answer: Added) -> str:
    if answer.flow is not None:
        return ""
    if not answer.title:
        return "Say in a few words what it was."
    if not 1 <= answer.minutes <= MOST_MINUTES:
        return f"Enter how long it was, 1 to {MOST_MINUTES} minutes."
    return ""
