"""Sessions as a table, one row each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from longstride.ui.look.theme import Theme
from longstride.ui.review.session_model import COLUMNS, SessionModel

_MOST_ROWS = 10


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
        self.setFixedHeight(shown * row + head + 4)  # with the ring of the focus
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
