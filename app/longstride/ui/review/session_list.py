"""The list of sessions: searched, narrowed to a flow or a day, and the details of one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from longstride.core.history.session import Session
from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import Add, Delete, Edit, Find
from longstride.ui.look.theme import Theme
from longstride.ui.review.leaf_row import LeafRow
from longstride.ui.review.session_model import SessionModel
from longstride.ui.review.session_table import SessionTable
from longstride.ui.shown.past import FOUND, Query
from longstride.ui.shown.session_text import (
    rating_lines,
    record_text,
    steps_text,
    when_text,
    work_text,
)
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import button, clear, label, sentence

_NOTHING = "No session has these words. Fewer words find more."


class SessionList(Reflow):
    """Shows the sessions of a Query; ``wants`` carries Find, Add, Edit and Delete."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 1040)
        self.query = Query()
        self._names: Mapping[str, str] = {}
        self._today = date.min
        self._model = SessionModel(self)
        self.table = SessionTable(theme, self._model)
        self.details = SessionDetails()
        self.search = QLineEdit()
        self.flows = Choice(theme, "Which flow")
        self.day = button("", "chip")
        self._words = label(role="quiet", wrap=True)
        self.leaves = LeafRow("sessions")
        self._from_below = False
        self.add(self._card(theme), 11)
        self.add(self.details, 4)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.search.textChanged.connect(
            lambda text: self._ask(replace(self.query, text=text, skip=0))
        )
        self.flows.activated.connect(
            lambda _: self._ask(replace(self.query, flow=self._flow(), skip=0))
        )
        self.table.left.connect(self._leaf)
        self.leaves.turned.connect(self._leaf)
        self.day.clicked.connect(lambda: self.narrow(None))
        self.details.wants.connect(self.wants)

    def narrow(self, day: date | None) -> None:
        """Ask for the sessions of one day, or of all again."""
        self._ask(replace(self.query, day=day, skip=0))

    def offer_flows(self, titles: Mapping[str, str]) -> None:
        """Offer flows by id to narrow the list to."""
        named = sorted((title, flow) for flow, title in titles.items())
        self.flows.offer((("All flows", None), *named), self.query.flow)

    def show_sessions(
        self, sessions: tuple[Session, ...], names: Mapping[str, str], today: date
    ) -> None:
        """Show what the query found, newest first; ``names`` are drills' names by id."""
        self._names, self._today = names, today
        shown, skip = sessions[:FOUND], self.query.skip
        if skip and not shown:  # the last one of the last page is gone
            self._ask(replace(self.query, skip=max(0, skip - FOUND)))
            return
        self._model.show_sessions(shown, today)
        self.table.fit_rows(FOUND if skip else 0)
        self.table.setVisible(bool(shown))
        self.details.setVisible(bool(shown))
        if self.leaves.show_page(skip, len(shown), more=len(sessions) > FOUND):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(len(shown))
        if shown:
            top = len(shown) - 1 if self._from_below else 0
            self.table.selectRow(self._row_of(self.details.session, top))
        self._from_below = False

    def _row_of(self, session: Session | None, otherwise: int) -> int:
        """Return where a session stands now, which may be another place than before."""
        shown = (self._model.session(row) for row in range(self._model.rowCount()))
        same = (row for row, each in enumerate(shown) if session and each.id == session.id)
        return next(same, otherwise)

    def _card(self, theme: Theme) -> Card:
        card = Card("Sessions")
        self.search.setPlaceholderText("Search title, note or place of pain")
        self.search.setAccessibleName("Search sessions")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.search.setAcceptDrops(False)  # a flow's file is dropped on the window
        self.search.setMinimumWidth(theme.px(280))
        self.day.hide()
        add = button("Add a session")
        add.setToolTip("One that you did without Longstride")
        add.clicked.connect(lambda: self.wants.emit(Add()))
        tools = QWidget()
        line = FlowLayout(tools, gap=12)
        for widget in (self.search, self.flows, self.day, add):
            line.addWidget(widget)
        card.column.addWidget(tools)
        card.column.addWidget(self._words)
        card.column.addWidget(self.table)
        card.column.addWidget(self.leaves)
        card.column.addStretch(1)
        return card

    def _flow(self) -> str | None:
        chosen = self.flows.value
        return chosen if isinstance(chosen, str) else None

    def _leaf(self, by: int) -> None:
        """Ask for the page of older sessions, or of newer ones."""
        leaf = self.leaves.older if by > 0 else self.leaves.newer
        if leaf.isEnabled() and not self.leaves.isHidden():
            self._from_below = by < 0 and self.table.hasFocus()
            self._ask(replace(self.query, skip=max(0, self.query.skip + by * FOUND)))

    def _ask(self, query: Query) -> None:
        if query == self.query:
            return
        self.query = query
        self.day.setVisible(query.day is not None)
        if query.day is not None:
            self.day.setText(f"{full_day(query.day)}  ×")
            self.day.setAccessibleName(f"Only {full_day(query.day)}; press for all days")
        self.wants.emit(Find(query))

    def _say(self, count: int) -> None:
        sought = self.query.text or self.query.flow
        words = "" if count else _NOTHING if sought else "No session on this day."
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _selected(self, chosen: QItemSelection, _before: QItemSelection) -> None:
        if rows := {index.row() for index in chosen.indexes()}:
            session = self._model.session(min(rows))
            self.details.show_session(session, self._names, self._today)


class SessionDetails(Card):
    """What was done in one session, step by step, and how it felt; ``wants`` Edit and Delete."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__("Details")
        self.session: Session | None = None
        self._title = label(role="heading", wrap=True)
        self._when = label(role="quiet", wrap=True)
        self.texts: tuple[str, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.column.addWidget(self._title)
        self.column.addWidget(self._when)
        self.column.addSpacing(8)
        self.column.addLayout(self._lines)
        self.column.addSpacing(12)
        self.column.addLayout(self._buttons())
        self.column.addStretch(1)

    def show_session(self, session: Session, names: Mapping[str, str], today: date) -> None:
        """Show a session; ``names`` are drills' names by id."""
        self.session = session
        self._title.setText(session.title)
        self._when.setText(f"{when_text(session, today)} · {work_text(session)} at work")
        clear(self._lines)
        said = (*rating_lines(session), sentence(steps_text(session)))
        done = tuple(record_text(record, names) for record in session.steps if record.drill)
        self.texts = said + done
        for line in said:
            self._lines.addWidget(label(line, wrap=True))
        for line in done:
            self._lines.addWidget(label(line, "quiet", wrap=True))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        edit, delete = button("Edit"), button("Delete", "ghost")
        edit.clicked.connect(lambda: self._ask(Edit))
        delete.clicked.connect(lambda: self._ask(Delete))
        row.addWidget(edit)
        row.addWidget(delete)
        row.addStretch(1)
        return row

    def _ask(self, intention: type[Edit] | type[Delete]) -> None:
        if self.session is not None:
            self.wants.emit(intention(self.session))
