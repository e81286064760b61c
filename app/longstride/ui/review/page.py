"""Review: what the weeks held, what they changed, and every session."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.counting import counted
from longstride.core.history.session import Session
from longstride.core.history.stiffness import HONEST
from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import Add, Look, SaveReport
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.review import plots
from longstride.ui.review.changed_card import ChangedCard
from longstride.ui.review.chart_card import ChartCard
from longstride.ui.review.course_card import CourseCard
from longstride.ui.review.measure_card import MeasureCard
from longstride.ui.review.session_list import SessionList
from longstride.ui.review.year_card import YearCard
from longstride.ui.shown.past import FOUND, Past, Query, Range
from longstride.ui.shown.session_text import hours_text
from longstride.ui.widgets.card import Card, ScrollPage, bare_column
from longstride.ui.widgets.charts.rows import Rows
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label

_CHARTS = {
    "stiffness": (
        "Stiffness, before and after",
        "Rate your hips before and after a flow, and both stand here side by side.",
        "",
    ),
    "lowering": (
        "Slow lowering, min per week",
        "Flows with a slow way down, such as Eccentric hips, fill this one.",
        "",
    ),
    "minutes": (
        "At work, min per week",
        "Your first session puts the first bar here.",
        "",
    ),
    "score": (
        "Consistency score",
        "A few days of training draw the first line.",
        "",
    ),
    "areas": (
        "Minutes per area and side, against ten a week",
        "Here you will see which parts of the hips your flows reach.",
        "Gains in flexibility level off near ten minutes a week.",
    ),
    "changes": (
        "Stiffness by flow",
        "Rate a flow five times, and you see here what goes with it.",
        HONEST,
    ),
    "skipped": (
        "What gets done, and what gets skipped",
        "After a few flows you see here which drills are left out.",
        "",
    ),
}
CHART_TITLES = {name: title for name, (title, _, _) in _CHARTS.items()}
_LEFT = ("stiffness", "lowering", "minutes", "score")
_RIGHT = ("areas", "changes", "skipped")


class ReviewPage(ScrollPage):
    """Shows a Past and the sessions of a Query."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Review")
        self._past: Past | None = None
        self._sessions: tuple[Session, ...] | None = None
        self._names: Mapping[str, str] = MappingProxyType({})
        self._today = date.min
        self._sub = label(role="quiet", wrap=True)
        self.ranges = OneOf(self)
        self.report = button("Report as PDF")
        self._tools = self._make_tools()
        self._empty = self._empty_card()
        self.year = YearCard(theme)
        self.course = CourseCard(theme)
        self.changed = ChangedCard(theme)
        self.cards = {
            name: ChartCard(theme, title, empty, note)
            for name, (title, empty, note) in _CHARTS.items()
        }
        self.measures = MeasureCard(theme)
        self.sessions = SessionList(theme)
        self._charts = Reflow(theme, 900)
        self._charts.add(_stacked([self.cards[name] for name in _LEFT]))
        self._charts.add(_stacked([self.measures, *(self.cards[name] for name in _RIGHT)]))
        self._lay_out(theme)
        self._connect()

    @property
    def range(self) -> Range:
        """How far back is looked."""
        return tuple(Range)[self.ranges.checkedId()]

    @property
    def query(self) -> Query:
        """Which sessions are listed."""
        return self.sessions.query

    def show_past(self, past: Past) -> None:
        """Show what the weeks held; before the first time the page is blank."""
        if past is self._past:
            return
        self.unveil()
        self._past, self._names, self._today = past, past.names, past.today
        self.ranges.mark(tuple(Range).index(past.range))
        some = past.count > 0
        self._sub.setText(past_text(past) if some else "Nothing here yet")
        self._empty.setVisible(not some)
        self.year.setVisible(some)
        self.sessions.setVisible(some)
        self._tools.setVisible(some or bool(past.measurements))
        self._charts.setVisible(some or bool(past.measurements))
        self.changed.setVisible(some or bool(past.measurements))
        self.year.show_past(past)
        self.course.show_course(past.course)
        self.changed.show_changes(past.changed)
        self.sessions.offer_flows(past.titles)
        for name, card in self.cards.items():
            plot = getattr(plots, name)(past)
            card.show_plot(plot, "" if isinstance(plot, Rows) else None)
        self.measures.show_past(past)

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """List what the query found, newest first."""
        if sessions is self._sessions:
            return
        self._sessions = sessions
        self.sessions.show_sessions(sessions, self._names, self._today)
        self.year.show_day(self.query.day, sessions[:FOUND])

    def _follow(self) -> None:
        """Scroll to the session that the keyboard is on."""
        table = self.sessions.table
        if table.hasFocus():
            row = table.visualRect(table.currentIndex())
            at = table.viewport().mapTo(self.ground, row.center())
            self.ensureVisible(at.x(), at.y(), 0, 2 * row.height())

    def _lay_out(self, theme: Theme) -> None:
        words, lines = bare_column(4)
        lines.addWidget(label("Review", "title"))
        lines.addWidget(self._sub)
        head = Reflow(theme, 1000)
        head.add(words, 1)
        head.add(self._tools, 0)
        cards = (self._empty, self.year, self.course, self.changed, self._charts, self.sessions)
        for widget in (head, *cards):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.ranges.chosen.connect(lambda place: self.wants.emit(Look(tuple(Range)[place])))
        self.report.clicked.connect(self._ask_for_report)
        self.year.day_chosen.connect(self.sessions.narrow)
        for card in self.cards.values():
            card.wants.connect(self.wants)
        self.year.wants.connect(self.wants)
        self.changed.wants.connect(self.wants)
        self.measures.wants.connect(self.wants)
        self.sessions.wants.connect(self.wants)
        self.sessions.table.selectionModel().currentChanged.connect(self._follow)

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        line = FlowLayout(tools, gap=8)
        for place, each in enumerate(Range):
            chip = button(each.value, "chip")
            chip.setAccessibleName(f"Look back {each.value}")
            self.ranges.add(chip, place)
            line.addWidget(chip)
        self.ranges.mark(1)
        line.addWidget(self.report)
        return tools

    def _ask_for_report(self) -> None:
        if self._past is not None:
            self.wants.emit(SaveReport(self._past))

    def _empty_card(self) -> Card:
        card = Card()
        heading = label("Your sessions will stand here", "heading", wrap=True)
        card.setAccessibleName(heading.text())
        card.column.addWidget(heading)
        words = (
            "After each flow: how long you worked, how stiff you were before and after, "
            "and every step you did."
        )
        card.column.addWidget(label(words, "quiet", wrap=True))
        card.column.addSpacing(12)
        choose, add = button("Choose a first flow", "primary"), button("Add a session")
        choose.clicked.connect(lambda: self.wants.emit(ShowPage("flows")))
        add.clicked.connect(lambda: self.wants.emit(Add()))
        row = QWidget()
        line = FlowLayout(row, gap=12)
        line.addWidget(choose)
        line.addWidget(add)
        card.column.addWidget(row)
        return card


def past_text(past: Past) -> str:
    """Return ``3 months, 148 sessions, 21 h at work, 3 h 12 min of slow lowering``."""
    totals = past.shown_totals
    count = sum(total.sessions for total in totals)
    sessions = counted(count, "session")
    work = hours_text(sum(total.seconds for total in totals))
    lowering = hours_text(sum(total.eccentric_seconds for total in totals))
    reach = "All time" if past.range is Range.ALL else past.range.value
    return f"{reach}: {sessions}, {work} at work, {lowering} of slow lowering"


def _stacked(cards: list[Card]) -> QWidget:
    side, column = bare_column(24)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return side
