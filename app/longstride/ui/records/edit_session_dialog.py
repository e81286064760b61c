"""Changing what was said of a session: its day, the ratings, the note."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from longstride.core.history.bounds import LONGEST_NOTE
from longstride.core.history.session import AfterRating, Session
from longstride.core.letters import typed_lines
from longstride.ui.look.theme import Theme
from longstride.ui.shown.session_text import when_text
from longstride.ui.widgets.fields import DayField
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.rating import EFFORT_WORDS, STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import button, label, overline


class EditSessionDialog(Overlay):
    """Shows a session; ``edited`` carries it as it is now, only if something is another."""

    edited = Signal(Session)

    def __init__(self, theme: Theme, host: QWidget, session: Session, today: date) -> None:
        super().__init__(theme, host, f"Edit {session.title}", width=620)
        self._session = session
        self._when = when_text(session, today)
        after = session.after or AfterRating()
        self.day = DayField(theme, "Day", session.day, max(today, session.day))
        self.before = Rating(theme, "Stiffness before", STIFFNESS_WORDS)
        self.after = Rating(theme, "Stiffness after", STIFFNESS_WORDS)
        self.effort = Rating(theme, "How hard it was", EFFORT_WORDS)
        self.note = QPlainTextEdit(after.note)
        self.save = button("Save", "primary")
        self.cancel = button("Leave it as it was", "ghost")
        self.before.choose(session.stiffness_before)
        self.after.choose(after.stiffness)
        self.effort.choose(after.effort)
        self._lay_out(theme)
        self.save.setDefault(True)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.day.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(76))
        self.card.column.addWidget(label(self._when, "quiet"))
        for question, widget in (
            ("Day", self.day),
            ("Stiffness before", self.before),
            ("Stiffness after", self.after),
            ("How hard was it?", self.effort),
            ("Note", self.note),
        ):
            self.card.column.addSpacing(4)
            self.card.column.addWidget(overline(question))
            self.card.column.addWidget(widget)
        self.buttons(self.save, self.cancel)

    @property
    def answer(self) -> Session:
        """The session as it is filled in."""
        before = self._session.after
        after = replace(
            before or AfterRating(),
            stiffness=self.after.answer,
            effort=self.effort.answer,
            note=typed_lines(self.note.toPlainText())[:LONGEST_NOTE],
        )
        unsaid = before is None and after == AfterRating()
        return replace(
            self._session,
            day=self.day.day,
            stiffness_before=self.before.answer,
            after=None if unsaid else after,
        )

    def _finish(self) -> None:
        answer = self.answer
        self.accept()
        if answer != self._session:
            self.edited.emit(answer)
