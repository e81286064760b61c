"""Whether something hurt, where and how; any pain is answered with what is advised."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from longstride.core.history.bounds import LONGEST_PLACE
from longstride.core.history.pain import advice_on
from longstride.core.history.session import Pain, PainKind
from longstride.core.letters import typed_line
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label

_PAINS = (("No pain", PainKind.NONE), ("Dull", PainKind.DULL), ("Sharp", PainKind.SHARP))


class PainForm(QWidget):
    """Nothing in it is preselected. ``answered`` comes with each answer.

    ``known`` is what is known before, which stands where nothing is answered; None for nothing.
    """

    answered = Signal()

    def __init__(self, known: Pain | None = None) -> None:
        super().__init__()
        self._known = known
        self.pains = tuple(button(text, "pick") for text, _ in _PAINS)
        self._group = OneOf(self)
        self.where = QLineEdit()
        self._words = label(wrap=True)
        self.advice = _notice(self._words)
        self._lay_out()
        self._group.chosen.connect(lambda _: self._answer())
        self._show()

    @property
    def pain(self) -> Pain:
        """What is answered now."""
        kind = self.kind
        return Pain(kind, typed_line(self.where.text()) if kind is not PainKind.NONE else "")

    @property
    def kind(self) -> PainKind:
        """What the pain was like: as chosen, else as it was known before."""
        if (place := self._group.checkedId()) >= 0:
            return _PAINS[place][1]
        return self._known.kind if self._known else PainKind.NONE

    def begin(self, known: Pain) -> None:
        """Take it that something hurt, until it is answered how."""
        self._known = self._known or known
        self._answer()

    def _lay_out(self) -> None:
        self.where.setPlaceholderText("Where? For example: front of the left hip")
        self.where.setAccessibleName("Where it hurts")
        self.where.setMaxLength(LONGEST_PLACE)
        self.where.setText(self._known.where if self._known else "")
        kinds = QWidget()
        row = FlowLayout(kinds, gap=8)
        for place, each in enumerate(self.pains):
            self._group.add(each, place)
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (kinds, self.where, self.advice):
            column.addWidget(widget)

    def _answer(self) -> None:
        """Show what is advised, and have a screen reader say it."""
        self._show()
        if advice := self._words.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, advice))
        self.answered.emit()

    def _show(self) -> None:
        advice = advice_on(self.kind)
        self.where.setVisible(bool(advice))
        self._words.setText(advice)
        self.advice.setAccessibleName(advice)
        self.advice.setVisible(bool(advice))


def _notice(words: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "notice")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 14, 20, 14)
    column.addWidget(words)
    return frame
