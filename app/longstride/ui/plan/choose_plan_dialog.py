"""Asks which plan to follow: one of those there are, or none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from longstride.core.flow.plan import Plan
from longstride.ui.look.theme import Theme
from longstride.ui.plan.plan_list import PlanRows
from longstride.ui.shown.plans import Plans
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_WORDS = "What you did is kept, whichever you choose, and you can change your mind at once."
_NONE = "Without a plan, Today suggests what suits the day."


class ChoosePlanDialog(Overlay):
    """``chosen`` carries a Plan, ``ended`` comes where none is to be followed any more."""

    chosen = Signal(Plan)
    ended = Signal()

    def __init__(self, theme: Theme, host: QWidget, plans: Plans, following: bool) -> None:
        super().__init__(theme, host, "Choose a plan", width=720)
        column = self.card.column
        column.addWidget(label(_WORDS, "quiet", wrap=True))
        if plans.refusal:
            column.addWidget(label(plans.refusal, "warn", wrap=True))
        rows = PlanRows(theme, plans.offered)
        rows.chosen.connect(self._choose)
        column.addSpacing(6)
        column.addWidget(rows)
        if following:
            column.addSpacing(6)
            column.addWidget(label(_NONE, "quiet", wrap=True))
            self.none = button("Follow no plan")
            self.none.clicked.connect(self._end)
            column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_button = button("Close", "ghost")
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.close_button)

    def _choose(self, plan: Plan) -> None:
        self.accept()
        self.chosen.emit(plan)

    def _end(self) -> None:
        self.accept()
        self.ended.emit()
