"""What the next dose of a flow should be: a sentence, what can be done about it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.history.verdict import Verdict
from longstride.ui.shown.dose_words import why
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

if TYPE_CHECKING:
    from longstride.core.history.counsel import Counsel
    from longstride.records.doses import DoseNow


class CounselBox(QWidget):
    """One verdict in one sentence.

    ``taken`` and ``left`` carry the Proposal that was answered so, ``taken_back`` the DoseChange;
    ``lighter`` asks for a start that is lighter from its beginning.
    """

    taken = Signal(object)
    left = Signal(object)
    taken_back = Signal(object)
    lighter = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counsel: Counsel | None = None
        self._sentence = label(role="strong", wrap=True)
        self._why = label(role="quiet", wrap=True)
        self.take = button("Take it", "chip")
        self.put_off = button("Not yet", "chip")
        self.take_back = button("Take it back", "chip")
        self.take.clicked.connect(lambda: self._tell(self.taken))
        self.put_off.clicked.connect(lambda: self._tell(self.left))
        self.take_back.clicked.connect(self._take_back)
        self.start_lighter = button("Start lighter", "chip")
        self.start_lighter.clicked.connect(self.lighter)
        self.ask_why = button("Why", "pick")
        self.ask_why.setCheckable(True)
        self.ask_why.toggled.connect(self._why.setVisible)
        self._lay_out()
        self.show_dose(None)

    def show_dose(self, dose: DoseNow | None) -> None:
        """Show the counsel of a dose; a blank keeps its place while that is None."""
        counsel = self._counsel = dose.counsel if dose else None
        self._sentence.setText(counsel.sentence if counsel else " ")
        self._why.setText(why(counsel.verdict) if counsel else "")
        self._why.setVisible(self.ask_why.isChecked())
        for each in (self.take, self.put_off, self.take_back, self.start_lighter):
            each.setAccessibleDescription(counsel.sentence if counsel else "")
        for each in (self.take, self.put_off):
            each.setVisible(counsel is not None and counsel.proposal is not None)
        self.take_back.setVisible(counsel is not None and counsel.take_back is not None)
        lighter = counsel is not None and counsel.verdict is Verdict.LIGHTER
        self.start_lighter.setVisible(lighter)

    def close_why(self) -> None:
        """Put the reasons away, as for another flow."""
        self.ask_why.setChecked(False)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        for each in (self.take, self.put_off, self.take_back, self.start_lighter, self.ask_why):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._sentence, buttons, self._why):
            column.addWidget(widget)

    def _tell(self, answered: SignalInstance) -> None:
        if self._counsel and self._counsel.proposal:
            answered.emit(self._counsel.proposal)

    def _take_back(self) -> None:
        if self._counsel and self._counsel.take_back:
            self.taken_back.emit(self._counsel.take_back)
