"""After a flow: how it feels now, how hard it was, whether anything hurt, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from longstride.core.history.bounds import LONGEST_NOTE
from longstride.core.history.session import AfterRating, Pain
from longstride.core.letters import typed_lines
from longstride.ui.look.theme import Theme
from longstride.ui.shown.pain_form import PainForm
from longstride.ui.shown.session_text import change_text
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.rating import EFFORT_WORDS, STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import button, label, overline


class AfterDialog(Overlay):
    """Asks, and answers with one of two signals: ``rated`` with an AfterRating, or ``skipped``.

    ``before`` is stiffness as rated before the flow, ``farewell`` a warm word that was said at
    its end. Everything may be left out. ``pain`` is what is known of what hurt in it, which then
    is asked first and stands where it is left out; None where nothing did.
    """

    rated = Signal(AfterRating)
    skipped = Signal()

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        flow_title: str,
        before: int | None = None,
        farewell: str = "",
        pain: Pain | None = None,
    ) -> None:
        super().__init__(theme, host, f"After {flow_title}", width=620)
        if farewell:
            self.card.column.addWidget(label(farewell, "good", wrap=True))
        self._before = before
        self.stiffness = Rating(theme, "How stiff are your hips now?", STIFFNESS_WORDS)
        self._change = label(role="good", wrap=True)
        self.effort = Rating(theme, "How hard was it?", EFFORT_WORDS)
        self.pain = PainForm(pain)
        self.where, self.pains, self.advice = self.pain.where, self.pain.pains, self.pain.advice
        self.note = QPlainTextEdit()
        self.save = button("Save", "primary")
        self.save.setDefault(True)
        self.skip = button("Skip", "ghost")
        self._lay_out(known=pain is not None)
        self._connect()
        (self.pain.where if pain else self.stiffness).setFocus()

    @property
    def answer(self) -> AfterRating:
        """What is filled in now."""
        return AfterRating(
            stiffness=self.stiffness.answer,
            effort=self.effort.answer,
            pain=self.pain.pain,
            note=typed_lines(self.note.toPlainText())[:LONGEST_NOTE],
        )

    def reject(self) -> None:
        """Esc is the same as Skip."""
        self.skipped.emit()
        super().reject()

    def _lay_out(self, *, known: bool) -> None:
        column = self.card.column
        self._change.hide()
        self.note.setPlaceholderText("A note, if you like")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._theme.px(76))
        asked = "Something hurt: where, and how?" if known else "Did anything hurt?"
        hurts = (asked, (self.pain,))
        usual = (
            ("How stiff are your hips now?", (self.stiffness, self._change)),
            ("How hard was it?", (self.effort,)),
        )
        questions = (hurts, *usual) if known else (*usual, hurts)
        for question, widgets in (*questions, ("Note", (self.note,))):
            column.addSpacing(6)
            column.addWidget(overline(question))
            for widget in widgets:
                column.addWidget(widget)
        self.buttons(self.save, self.skip)

    def _connect(self) -> None:
        self.pain.answered.connect(lambda: self.reveal(self.pain.advice))
        self.stiffness.rated.connect(self._show_change)
        self.save.clicked.connect(self._finish)
        self.skip.clicked.connect(self.reject)

    def _show_change(self, now: int | None) -> None:
        self._change.setText(change_text(self._before, now))
        self._change.setVisible(bool(self._change.text()))

    def _finish(self) -> None:
        self.rated.emit(self.answer)
        self.accept()
