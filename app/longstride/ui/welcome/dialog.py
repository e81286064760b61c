"""The first questions, over the whole window."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from longstride.core.flow.plan import Plan
from longstride.core.history.plan.answers import Answers, Who
from longstride.core.history.week import LEAST_TARGET, MOST_TARGET
from longstride.ui.look.theme import Theme
from longstride.ui.welcome import words
from longstride.ui.welcome.who_button import LEAST, WhoButton
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.flow_layout import CardGrid, FlowLayout, Reflow
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import Paragraph, button, label

_WIDE = 1160


class WelcomeDialog(Overlay):
    """Asks, and answers with one signal: ``begun``, ``measured`` or ``skipped``.

    ``begun`` carries Answers and the Plan to follow, ``measured`` these or None where nothing was
    chosen: then the athlete wants the range check alone. It stays open until it is accepted, so
    that nothing is asked twice where the answers could not be written. Esc is Look around.
    """

    begun = Signal(Answers, Plan)
    measured = Signal(object, object)
    skipped = Signal()

    def __init__(self, theme: Theme, host: QWidget, week_start: int = 0) -> None:
        super().__init__(theme, host, "Longstride", width=_WIDE)
        self._plans: Mapping[str, Plan] | None = None
        self.who = {who: WhoButton(theme, who) for who in Who}
        self._group = OneOf(self)
        order = [(week_start + n) % 7 for n in range(7)]
        self.days = {day: _square(day_name[day][:1], day_name[day]) for day in order}
        self.targets = {
            n: _square(str(n), f"{n} days a week") for n in range(LEAST_TARGET, MOST_TARGET + 1)
        }
        self._target_group = OneOf(self)
        self._which = label(words.RUN_DAYS, "heading", wrap=True)
        self._proposal = Roomy(words.OPENING, "heading", words.LONG_PURPOSE)
        self._details = Roomy(words.LATER, "quiet", words.LONG_DETAILS)
        self._refusal = label(role="warn", wrap=True)
        self.look_around = button("Look around", "ghost")
        self.check = button("Range check first")
        self.start = button("Start", "big")
        self.start.setDefault(True)
        self.card.setProperty("role", "content")
        self.card.style().polish(self.card)  # it has worn another role
        self._lay_out()
        self._connect()
        self._tell()
        self.who[Who.RUNNER].setFocus()

    @property
    def answers(self) -> Answers | None:
        """What was answered; None before the first answer."""
        who = next((who for who, each in self.who.items() if each.isChecked()), None)
        if who is None:
            return None
        days = frozenset(day for day, each in self.days.items() if each.isChecked())
        target = next((n for n, each in self.targets.items() if each.isChecked()), None)
        return Answers(who, days if who.has_days else frozenset(), target)

    @property
    def plan(self) -> Plan | None:
        """The plan that is proposed; None before the first answer, and where it cannot be read."""
        answers = self.answers
        return (self._plans or {}).get(answers.plan) if answers else None

    @property
    def proposal(self) -> str:
        """What is proposed, in words."""
        return f"{self._proposal.text()} {self._details.text()}"

    @property
    def refusal(self) -> str:
        """Why the answers could not be kept, "" if nothing was refused."""
        return self._refusal.text()

    def show_plans(self, plans: Mapping[str, Plan]) -> None:
        """Have plans to propose."""
        self._plans = plans
        self._tell()

    def refuse(self, why: str) -> None:
        """Say why the answers could not be kept; they can be given again."""
        self._refusal.setText(why)
        self._refusal.show()
        self.reveal(self._refusal)
        self._let_choose(True)
        self._say(why)

    def reject(self) -> None:
        """Esc is the same as Look around."""
        self.skipped.emit()
        super().reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the window whole: nothing is behind these questions yet."""
        QPainter(self).fillRect(self.rect(), self._theme.color("ground"))

    def _lay_out(self) -> None:
        column = self.card.column
        column.setSpacing(14)
        column.addSpacing(8)
        column.addWidget(label("Who are you?", "display", wrap=True))
        column.addWidget(self._cards())
        column.addSpacing(14)
        questions = Reflow(self._theme, 900, gap=32)
        self._asked_days = self._question(self._which, list(self.days.values()))
        policy = self._asked_days.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands below stays where it is
        self._asked_days.setSizePolicy(policy)
        targets = self._row(self._target_group, list(self.targets.values()), 10)
        how_many = _stacked(label(words.TARGET, "heading", wrap=True), targets)
        for each in (self._asked_days, how_many):
            questions.add(each)
        column.addWidget(questions)
        column.addSpacing(14)
        line = QFrame()
        line.setProperty("role", "line")
        line.setAccessibleName("What Longstride proposes")
        column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self._foot())

    def _cards(self) -> QWidget:
        cards = QWidget()
        grid = CardGrid(self._theme, LEAST)
        cards.setLayout(grid)
        for place, each in enumerate(self.who.values()):
            self._group.add(each, place)
            grid.addWidget(each)
        return cards

    def _foot(self) -> QWidget:
        foot = Reflow(self._theme, 900, gap=24)
        said = _stacked(self._proposal, self._details)
        foot.add(said, 1)
        acts = QWidget()
        row = FlowLayout(acts, gap=12)
        for each in (self.start, self.check, self.look_around):
            row.addWidget(each)
        foot.add(acts, 0)
        both, column = bare_column(8)
        column.addWidget(foot)
        column.addWidget(self._refusal)
        self._refusal.hide()
        return both

    def _question(self, heading: QWidget, buttons: list[QPushButton]) -> QWidget:
        row = QWidget()
        line = FlowLayout(row, gap=10)
        for each in buttons:
            each.setCheckable(True)
            line.addWidget(each)
        return _stacked(heading, row)

    def _row(self, group: OneOf, buttons: list[QPushButton], gap: int) -> QWidget:
        row = QWidget()
        line = FlowLayout(row, gap=gap)
        for place, each in enumerate(buttons):
            group.add(each, place)
            line.addWidget(each)
        return row

    def _connect(self) -> None:
        for group in (self._group, self._target_group):
            group.chosen.connect(self._tell)
        for each in self.days.values():
            each.toggled.connect(self._tell)
        self.start.clicked.connect(self._begin)
        self.check.clicked.connect(self._measure)
        self.look_around.clicked.connect(self.reject)

    def _tell(self) -> None:
        """Say what is proposed from what was answered so far."""
        answers, plan = self.answers, self.plan
        self._asked_days.setVisible(answers is None or answers.who.has_days)
        warms_up = answers is not None and answers.who is Who.SPRINTER
        self._which.setText(words.WARM_UP_DAYS if warms_up else words.RUN_DAYS)
        self.start.setEnabled(plan is not None)
        if answers is None or self._plans is None:
            return
        self._proposal.setText(words.proposal(plan))
        self._details.setText(words.details(answers, plan) if plan else words.LATER)
        self._say(words.said(self.proposal))

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _begin(self) -> None:
        answers, plan = self.answers, self.plan
        if answers is not None and plan is not None:
            self._let_choose(False)
            self.begun.emit(answers, plan)

    def _measure(self) -> None:
        if self.plan is not None:
            self._let_choose(False)
        self.measured.emit(self.answers, self.plan)

    def _let_choose(self, on: bool) -> None:
        """Hold the answers while they are written down; once more would write them twice."""
        self.start.setEnabled(on and self.plan is not None)
        self.check.setEnabled(on)


class Roomy(Paragraph):
    """A paragraph at least as high as ``longest`` needs, so that nothing moves when it changes."""

    def __init__(self, text: str, role: str, longest: str) -> None:
        super().__init__(text)
        self._longest = longest
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def heightForWidth(self, width: int) -> int:
        wrap, measure = int(Qt.TextFlag.TextWordWrap.value), self.fontMetrics().boundingRect
        texts = (self._longest, self.text())
        return max(measure(0, 0, width, 10_000, wrap, text).height() for text in texts)


def _square(text: str, name: str) -> QPushButton:
    made = button(text, "square")
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def _stacked(*widgets: QWidget) -> QWidget:
    both, column = bare_column(10)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(1)
    assert isinstance(column, QVBoxLayout)
    return both
