"""The cards of Today about the dose: how sore the athlete is, and what the next one should be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import (
    LeaveSoreness,
    PutOffDose,
    RateSoreness,
    TakeDose,
    UndoDose,
)
from longstride.ui.look.theme import Theme
from longstride.ui.shown.counsel_box import CounselBox
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.rating import Rating
from longstride.ui.widgets.text import button, label, overline

if TYPE_CHECKING:
    from longstride.ui.today.view import Soreness, TodayView

QUESTION = "How sore are you today?"
SORENESS_WORDS = {0: "not at all", 10: "very"}
_LEAVE = "Not now"
_PLACE = 150  # px at 100 %
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SorenessScale(Rating):
    """A scale that is answered in one touch, and by keys once Enter is pressed.

    ``settled`` comes with each answer. Before that ``marked`` is whether keys chose another.
    """

    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QUESTION, SORENESS_WORDS)
        self._known: int | None = None

    @property
    def marked(self) -> bool:
        """Whether an answer was chosen that is not settled yet."""
        return self.answer != self._known

    def show_answer(self, answer: int | None) -> None:
        """Show what was answered before."""
        self._known = answer
        self.choose(answer)

    def settle(self) -> None:
        """Take what is chosen as the answer."""
        if self.marked:
            self._known = self.answer
            self.settled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.settle()
        else:
            super().keyPressEvent(event)


class _PlacedCard(Card):
    """As high as the question at the least, so that all keeps its place where counsel follows."""

    def __init__(self, theme: Theme, heading: str = "") -> None:
        super().__init__(heading)
        self._theme = theme
        theme.changed.connect(self._keep_place)
        self._keep_place()

    def _keep_place(self) -> None:
        self.setMinimumHeight(self._theme.px(_PLACE))


class SorenessCard(_PlacedCard):
    """Asks on the morning after work; ``wants`` RateSoreness or LeaveSoreness.

    ``asking`` comes when that begins, as where an answer is changed, or ends, as at noon.
    """

    wants = Signal(Intention)
    asking = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(QUESTION)
        self._soreness: Soreness | None = None
        self._changing = False
        self.scale = SorenessScale(theme)
        self.scale.settled.connect(self._answer)
        self.scale.rated.connect(lambda _: self._name_leave())
        self.leave = button(_LEAVE, "ghost")
        self.leave.clicked.connect(self._leave_or_settle)
        self._noon = QTimer(self, singleShot=True)
        self._noon.timeout.connect(self._end)
        head = QHBoxLayout()
        head.addWidget(overline(QUESTION), 1)
        head.addWidget(self.leave)
        self.column.setContentsMargins(24, 12, 24, 20)
        self.column.addLayout(head)
        self.column.addWidget(self.scale)
        self.column.addStretch(1)

    @property
    def asks(self) -> bool:
        """Whether the question is open, or its answer is being changed."""
        soreness = self._soreness
        return soreness is not None and (self._changing or soreness.asked)

    def show_soreness(self, soreness: Soreness) -> None:
        """Ask, or keep quiet; a number that keys have marked stays."""
        if self._soreness is None or self._soreness.day != soreness.day:
            self._changing = False
        if self._soreness != soreness or not self.scale.marked:
            self.scale.show_answer(soreness.answer)
        self._soreness = soreness
        self._noon.stop()
        if soreness.asked:
            self._noon.start(soreness.left)
        self._name_leave()
        self.setVisible(self.asks)

    def change(self) -> None:
        """Have the answer of the day changed."""
        self._changing = True
        self._name_leave()
        self.show()
        self.asking.emit(True)
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._noon.stop()

    def _answer(self) -> None:
        self._changing = False
        if self._soreness:
            self.wants.emit(RateSoreness(self._soreness.day, self.scale.answer))

    def _leave_or_settle(self) -> None:
        if self.scale.marked:
            self.scale.settle()
        elif self._changing:
            self._changing = False
            self._end()
        elif self._soreness:
            self.wants.emit(LeaveSoreness(self._soreness.day))
            self._end()

    def _name_leave(self) -> None:
        """Say on the button what it does with what is chosen."""
        answer = self.scale.answer
        kept = "No answer" if answer is None else f"Keep {answer}"
        self.leave.setText(kept if self.scale.marked else "Close" if self._changing else _LEAVE)

    def _end(self) -> None:
        if self._soreness:
            self._soreness = replace(self._soreness, asked=False)
        self.hide()
        self.asking.emit(False)


class DoseCard(_PlacedCard):
    """What the next dose should be, and how sore the athlete said to be.

    ``wants`` TakeDose, PutOffDose or UndoDose; ``change`` comes where that answer is to be another.
    """

    wants = Signal(Intention)
    change = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Your dose")
        self._speaks = False
        self.counsel = CounselBox()
        self.counsel.taken.connect(lambda each: self.wants.emit(TakeDose(each)))
        self.counsel.left.connect(lambda each: self.wants.emit(PutOffDose(each)))
        self.counsel.taken_back.connect(lambda each: self.wants.emit(UndoDose(each)))
        self._sore = QWidget()
        self._said = label(role="quiet", wrap=True)
        self.change_it = button("Change", "pick")
        self.change_it.setAccessibleName("Change how sore you are")
        self.change_it.clicked.connect(self.change)
        row = QHBoxLayout(self._sore)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self.change_it)
        self.column.addWidget(self.counsel)
        self.column.addWidget(self._sore)
        self.column.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Take the dose of the next flow and the answer of the day."""
        answer = view.soreness.answer
        self.counsel.show_dose(view.dose)
        speaks = view.dose is not None or (bool(view.dosed) and not view.is_complete)
        self.counsel.setVisible(speaks)
        self._sore.setVisible(answer is not None)
        self._said.setText("" if answer is None else f"You are {answer} of 10 sore today.")
        self._speaks = answer is not None or speaks

    def forget(self) -> None:
        """Say nothing more of a flow that is not the next one now."""
        self.counsel.hide()
        self._speaks = not self._sore.isHidden()
        self.setVisible(self._speaks and self.isVisible())

    def give_way(self, asking: bool) -> None:
        """Be hidden while the question is open, and where there is nothing to say."""
        self.setVisible(self._speaks and not asking)
