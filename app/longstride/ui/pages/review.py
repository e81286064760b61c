"""Review: every session, newest first, and the details of the chosen one."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from longstride.core.session import Session
from longstride.ui.pages.session_model import COLUMNS, SessionModel
from longstride.ui.pages.session_text import (
    rating_lines,
    record_text,
    steps_text,
    total_text,
    when_text,
    work_text,
)
from longstride.ui.theme import Theme
from longstride.ui.widgets.card import Card, Sheet
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, clear, label

_MOST_ROWS = 10
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class ReviewPage(Sheet):
    """Shows Sessions, newest first; ``choose_flow`` invites from the empty page."""

    choose_flow = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Review", parent)
        self._names = _NO_NAMES
        self._sub = label(role="quiet", wrap=True)
        self._model = SessionModel(self)
        self.table = SessionTable(theme, self._model)
        self.details = SessionDetails()
        self._empty = self._empty_card()
        self._filled = Reflow(theme, 1040)
        listed = Card("Sessions")
        listed.column.addWidget(self.table)
        listed.column.addStretch(1)
        self._filled.add(listed, 11)
        self._filled.add(self.details, 4)
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(label("Review", "title"))
        lines.addWidget(self._sub)
        for widget in (head, self._empty, self._filled):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.table.selectionModel().selectionChanged.connect(self._selected)

    def show_sessions(
        self, sessions: tuple[Session, ...], names: Mapping[str, str] = _NO_NAMES
    ) -> None:
        """Show sessions in their order; ``names`` are drills' names by id."""
        self.unveil()
        self._names = names
        self._model.show_sessions(sessions)
        self._sub.setText(total_text(sessions) if sessions else "Nothing here yet")
        self._empty.setVisible(not sessions)
        self._filled.setVisible(bool(sessions))
        self.table.fit_rows()
        if sessions:
            self.table.selectRow(0)

    def _selected(self, chosen: QItemSelection, _before: QItemSelection) -> None:
        if rows := {index.row() for index in chosen.indexes()}:
            self.details.show_session(self._model.session(min(rows)), self._names)

    def _empty_card(self) -> Card:
        card = Card()
        card.column.addWidget(label("Your sessions will stand here", "heading", wrap=True))
        words = (
            "After each flow: how long you worked, how stiff you were before and after, "
            "and every step you did."
        )
        card.column.addWidget(label(words, "quiet", wrap=True))
        card.column.addSpacing(12)
        choose = button("Choose a first flow", "primary")
        choose.clicked.connect(self.choose_flow)
        card.column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        return card


class SessionTable(QTableView):
    """One row a session; columns that have no room are left to the details."""

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName("Sessions, newest first")
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        theme.changed.connect(self.fit_rows)

    def fit_rows(self) -> None:
        """Take the height of the rows, up to as many as a page shows well."""
        row = self._theme.px(44)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        shown = min(_MOST_ROWS, self.model().rowCount())
        head = self._theme.px(32)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(shown * row + head + 2)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column what it needs, the flow the rest; hide from the right what is left."""
        widths = [self._theme.px(width) for width in (164, 180, 84, 92, 216, 160)]
        room = self.viewport().width()
        shown = len(COLUMNS)
        while shown > 2 and sum(widths[:shown]) > room:
            shown -= 1
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column >= shown)
            self.setColumnWidth(column, width)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        if shown == len(COLUMNS):
            header.setSectionResizeMode(shown - 1, QHeaderView.ResizeMode.Stretch)


class RowDelegate(QStyledItemDelegate):
    """Draws a whole row as one: no ring round the single cell that has the keyboard."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class SessionDetails(Card):
    """What was done in one session, step by step, and how it felt."""

    def __init__(self) -> None:
        super().__init__("Details")
        self._title = label(role="heading", wrap=True)
        self._when = label(role="quiet", wrap=True)
        self.texts: tuple[str, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.column.addWidget(self._title)
        self.column.addWidget(self._when)
        self.column.addSpacing(8)
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def show_session(self, session: Session, names: Mapping[str, str]) -> None:
        """Show a session; ``names`` are drills' names by id."""
        self._title.setText(session.title)
        self._when.setText(f"{when_text(session)} · {work_text(session)} at work")
        clear(self._lines)
        said = (*rating_lines(session), _capital(steps_text(session)))
        done = tuple(record_text(record, names) for record in session.steps)
        self.texts = said + done
        for line in said:
            self._lines.addWidget(label(line, wrap=True))
        for line in done:
            self._lines.addWidget(label(line, "quiet", wrap=True))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
