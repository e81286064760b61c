"""Sessions as a table, one row each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from longstride.ui.look.rings import paint_ring
from longstride.ui.look.theme import Theme
from longstride.ui.review.session_model import COLUMNS, SessionModel

_WAYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
}


class SessionTable(QTableView):
    """One row a session; columns that have no room are left to the details.

    It never scrolls: the page does. ``left`` carries 1 where the keyboard goes on to older
    sessions, -1 to newer ones: by Page Down and Page Up, or by an arrow past its end.
    """

    left = Signal(int)

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__()
        self._theme = theme
        self._least = 0
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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        theme.changed.connect(lambda: self.fit_rows(self._least))

    def fit_rows(self, least: int = 0) -> None:
        """Take the height of the rows, or of ``least`` where they are fewer."""
        row = self._theme.px(44)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self._least = least
        head = self._theme.px(32)
        self.horizontalHeader().setFixedHeight(head)
        rows = max(least, self.model().rowCount())
        self.setFixedHeight(rows * row + head + 4)  # with the ring of the focus
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Up: 0, Qt.Key.Key_Down: self.model().rowCount() - 1}
        key = Qt.Key(event.key())
        if key in _WAYS and ends.get(key, self.currentIndex().row()) == self.currentIndex().row():
            self.left.emit(_WAYS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_ring(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

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
