"""The plans there are to follow, each with what it is and a button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from longstride.core.counting import counted
from longstride.core.flow.plan import Plan
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import CardGrid, Reflow
from longstride.ui.widgets.text import button, clear, label


class PlanCards(QWidget):
    """Every plan as a card; ``chosen`` carries the Plan that is wanted."""

    chosen = Signal(Plan)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = CardGrid(theme, least=320)
        self._plans: Sequence[Plan] = ()
        self.setLayout(self._grid)

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Show the plans there are."""
        if plans == self._plans:
            return
        self._plans = plans
        clear(self._grid)
        for plan in plans:
            self._grid.addWidget(self._card(plan))

    def _card(self, plan: Plan) -> Card:
        card = Card()
        card.setAccessibleName(plan.title)
        for text, role in _words(plan):
            card.column.addWidget(label(text, role, wrap=True))
        card.column.addSpacing(8)
        card.column.addStretch(1)
        follow = _follow_button(plan)
        follow.clicked.connect(lambda: self.chosen.emit(plan))
        follow.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        card.column.addWidget(follow)
        return card


class PlanRows(QWidget):
    """The plans in a dialog, one under the other; ``chosen`` carries the Plan that is wanted."""

    chosen = Signal(Plan)

    def __init__(self, theme: Theme, plans: Sequence[Plan]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for plan in plans:
            row = Reflow(theme, 520, gap=16)
            side, lines = bare_column(2)
            for text, role in _words(plan):
                lines.addWidget(label(text, role, wrap=True))
            follow = _follow_button(plan)
            follow.clicked.connect(lambda _=False, plan=plan: self.chosen.emit(plan))
            row.add(side, 3)
            row.add(follow, 1)
            column.addWidget(row)


def _words(plan: Plan) -> tuple[tuple[str, str], ...]:
    weeks = counted(len(plan.weeks), "week")
    return (
        (plan.title, "heading"),
        (f"{plan.purpose} {weeks}.", ""),
        (f"{plan.whom}.", "quiet"),
    )


def _follow_button(plan: Plan) -> QPushButton:
    made = button("Follow")
    made.setAccessibleName(f"Follow {plan.title}")
    return made
