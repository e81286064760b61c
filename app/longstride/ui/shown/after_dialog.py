"""After a flow: how it feels now, how hard it was, whether anything hurt, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from longstride.core.history.bounds import LONGEST_NOTE, LONGEST_PLACE
from longstride.core.history.pain import advice_on
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.letters import typed_line, typed_lines
from longstride.ui.look.theme import Theme
from longstride.ui.shown.session_text import change_text
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.rating import EFFORT_WORDS, STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import button, label, overline

_PAINS = (("No pain", PainKind.NONE), ("Dull", PainKind.DULL), ("Sharp", PainKind.SHARP))


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
        self._pain = pain
        self.stiffness = Rating(theme, "How stiff are your hips now?", STIFFNESS_WORDS)
        self._change = label(role="good", wrap=True)
        self.effort = Rating(theme, "How hard was it?", EFFORT_WORDS)
        self.pains = tuple(button(text, "chip") for text, _ in _PAINS)
        self._pain_group = OneOf(self)
        self.where = QLineEdit()
        self._words = label(wrap=True)
        self.advice = _notice(self._words)
        self.note = QPlainTextEdit()
        self.save = button("Save", "primary")
        self.save.setDefault(True)
        self.skip = button("Skip", "ghost")
        self._lay_out()
        self._connect()
        (self.where if pain else self.stiffness).setFocus()

    @property
    def answer(self) -> AfterRating:
        """What is filled in now."""
        kind = self._kind
        where = typed_line(self.where.text()) if kind is not PainKind.NONE else ""
        return AfterRating(
            stiffness=self.stiffness.answer,
            effort=self.effort.answer,
            pain=Pain(kind, where),
            note=typed_lines(self.note.toPlainText())[:LONGEST_NOTE],
        )

    @property
    def _kind(self) -> PainKind:
        """What the pain was like: as chosen, else as it was known before."""
        if (place := self._pain_group.checkedId()) >= 0:
            return _PAINS[place][1]
        return self._pain.kind if self._pain else PainKind.NONE

    def reject(self) -> None:
        """Esc is the same as Skip."""
        self.skipped.emit()
        super().reject()

    def _lay_out(self) -> None:
        column = self.card.column
        self._change.hide()
        self.where.setPlaceholderText("Where? For example: front of the left hip")
        self.where.setAccessibleName("Where it hurts")
        self.where.setMaxLength(LONGEST_PLACE)
        self.where.setText(self._pain.where if self._pain else "")
        self.note.setPlaceholderText("A note, if you like")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._theme.px(76))
        pains = QWidget()
        row = FlowLayout(pains, gap=8)
        for place, each in enumerate(self.pains):
            self._pain_group.add(each, place)
            row.addWidget(each)
        asked = "Something hurt: where, and how?" if self._pain else "Did anything hurt?"
        hurts = (asked, (pains, self.where, self.advice))
        usual = (
            ("How stiff are your hips now?", (self.stiffness, self._change)),
            ("How hard was it?", (self.effort,)),
        )
        questions = (hurts, *usual) if self._pain else (*usual, hurts)
        for question, widgets in (*questions, ("Note", (self.note,))):
            column.addSpacing(6)
            column.addWidget(overline(question))
            for widget in widgets:
                column.addWidget(widget)
        self.buttons(self.save, self.skip)
        self._show_pain()

    def _connect(self) -> None:
        self._pain_group.chosen.connect(lambda _: self._answer_pain())
        self.stiffness.rated.connect(self._show_change)
        self.save.clicked.connect(self._finish)
        self.skip.clicked.connect(self.reject)

    def _answer_pain(self) -> None:
        """Show what is advised, and have a screen reader say it."""
        self._show_pain()
        if advice := self._words.text():
            self.reveal(self.advice)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, advice))

    def _show_pain(self) -> None:
        advice = advice_on(self._kind)
        self.where.setVisible(bool(advice))
        self._words.setText(advice)
        self.advice.setAccessibleName(advice)
        self.advice.setVisible(bool(advice))

    def _show_change(self, now: int | None) -> None:
        self._change.setText(change_text(self._before, now))
        self._change.setVisible(bool(self._change.text()))

    def _finish(self) -> None:
        self.rated.emit(self.answer)
        self.accept()


def _notice(words: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "notice")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 14, 20, 14)
    column.addWidget(words)
    return frame
