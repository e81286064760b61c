"""Plan: its weeks, the turns of the running one, the athlete's days; or the plans there are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import ChoosePlan, EndPlan, FollowPlan, LightenWeek
from longstride.ui.intentions.window import AskWho
from longstride.ui.look.theme import Theme
from longstride.ui.plan.calendar_row import CalendarRow
from longstride.ui.plan.change_card import ChangeCard
from longstride.ui.plan.days_card import DaysCard
from longstride.ui.plan.plan_list import PlanCards
from longstride.ui.plan.reminder_row import ReminderRow
from longstride.ui.plan.turn_list import TurnList
from longstride.ui.plan.view import PlanView
from longstride.ui.shown.plan_words import return_week
from longstride.ui.shown.plans import Plans
from longstride.ui.widgets.card import Card, ScrollPage, bare_column
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.hills import Hills
from longstride.ui.widgets.text import button, label

_INVITING = (
    "A plan says what each week holds and when it is lighter. It waits for you: what you do not "
    "get to moves on or is left out, and nothing ever counts against you. Without one, Today "
    "suggests what suits the day."
)


class PlanPage(ScrollPage):
    """``wants`` carries an Intention."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Plan")
        self._view: PlanView | None = None
        self._name = label(role="overline", wrap=True)
        self._heading = label(role="display", wrap=True)
        self._words = label(role="quiet", wrap=True)
        self._change = self._button("Change plan", ChoosePlan())
        self._lighten = self._button("Make this week lighter", LightenWeek())
        self._ask = self._button("Change my answers", AskWho())
        self._end = self._button("End it", EndPlan())
        self.hills = Hills(theme)
        self.turns = TurnList(theme)
        self.changes = ChangeCard(theme)
        self.days = DaysCard(theme)
        self.reminder = ReminderRow()
        self.calendar = CalendarRow()
        self._refusal = label(role="warn", wrap=True)
        self.plans = PlanCards(theme)
        self._lay_out(theme)
        self.turns.wants.connect(self.wants)
        self.changes.wants.connect(self.wants)
        self.days.wants.connect(self.wants)
        self.reminder.wants.connect(self.wants)
        self.calendar.wants.connect(self.wants)
        self.plans.chosen.connect(lambda plan: self.wants.emit(FollowPlan(plan)))

    def show_plan(self, view: PlanView, first: int, target: int) -> None:
        """Show the plan that is followed; weeks begin on the weekday ``first``."""
        self.unveil()
        was, self._view = self._view, view
        self._show_head(view.title, view.heading, view.words)
        self._turn_to(followed=True)
        self._over.setVisible(view.over)
        self.again.setText(f"Again from week {return_week(view.now.following.plan)}")
        self._end.setVisible(not view.over)
        self._change.setVisible(not view.over)
        self._lighten.setVisible(view.lightens)
        self.changes.show_changes(view.changes)
        self.hills.show_hills(view.weeks)
        self.turns.show_plan(view)
        self.turns.setVisible(not view.over)
        self.calendar.show_calendar(view.now)
        self.days.show_days(view.now.anchors, view.afters, first, target)
        if was is None:
            self._begin_at_the_top()

    def show_none(self, plans: Plans) -> None:
        """Show that no plan is followed, and those there are."""
        self.unveil()
        was, self._view = self._view, None
        self._show_head("", "A plan, if you like one", _INVITING)
        self._turn_to(followed=False)
        self._refusal.setText(plans.refusal)
        self._refusal.setVisible(bool(plans.refusal))
        self.plans.show_plans(plans.offered)
        if was is not None:
            self._begin_at_the_top()

    def _begin_at_the_top(self) -> None:
        """Show another page from its head: as its buttons went, the focus went down with them."""
        self.verticalScrollBar().setValue(0)

    def _show_head(self, name: str, heading: str, words: str) -> None:
        self._name.setText(name.upper())
        self._name.setAccessibleName(name)
        self._name.setVisible(bool(name))
        self._heading.setText(heading)
        self._words.setText(words)

    def _turn_to(self, *, followed: bool) -> None:
        for widget in (self._change, self._lighten, self._end, self.hills, self._cards):
            widget.setVisible(followed)
        self._over.setVisible(False)
        for other in (self.plans, self._refusal):
            other.setVisible(not followed)

    def _lay_out(self, theme: Theme) -> None:
        head, lines = bare_column(4)
        for widget in (self._name, self._heading, self._words):
            lines.addWidget(widget)
        self._actions = QWidget()
        row = FlowLayout(self._actions, gap=8)
        for each in (self._change, self._lighten, self._ask, self._end):
            row.addWidget(each)
        top = Reflow(theme, 980)
        top.add(head)
        top.add(self._actions, 0)
        self._over = self._over_card()
        self._cards = Reflow(theme, 900)
        left, column = bare_column(24)
        for card in (self.turns, self._over, self.changes):
            column.addWidget(card)
        column.addStretch(1)
        self._cards.add(left, 16)
        right, beside = bare_column(24)
        beside.addWidget(self.days)
        in_time = Card()
        in_time.setAccessibleName("In time")
        in_time.column.addWidget(self.reminder)
        in_time.column.addWidget(self.calendar)
        beside.addWidget(in_time)
        beside.addStretch(1)
        self._cards.add(right, 9)
        for part in (top, self.hills, self._cards, self._refusal, self.plans):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _over_card(self) -> Card:
        card = Card("What comes next")
        holder = QWidget()
        row = FlowLayout(holder, gap=12)
        self.again = button("Again from week 5", "primary")
        self.again.clicked.connect(self._begin_again)
        row.addWidget(self.again)
        row.addWidget(self._button("Another plan", ChoosePlan(), ""))
        row.addWidget(self._button("No plan", EndPlan()))
        card.column.addWidget(holder)
        card.column.addStretch(1)
        return card

    def _button(self, text: str, wish: Intention, role: str = "ghost") -> QPushButton:
        made = button(text, role)
        made.clicked.connect(lambda: self.wants.emit(wish))
        return made

    def _begin_again(self) -> None:
        if self._view is not None:
            plan = self._view.now.following.plan
            self.wants.emit(FollowPlan(plan, return_week(plan)))
