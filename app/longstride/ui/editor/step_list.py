"""The steps of the flow that is written: chosen, moved within their stage, repeated, taken out."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from longstride.ui.editor.row_painter import RowPainter
from longstride.ui.editor.rows import Index, Row, StepRows, rows_of
from longstride.ui.editor.view import EditorView
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import MoveStep
from longstride.ui.look.theme import Theme

_LEAST, _MOST = 200, 560  # px at 100 %


class EditedSteps(QListView):
    """``chosen`` carries the number of the marked step; ``opened`` comes where its dose is wanted.

    ``wants`` carries MoveStep, or what mends a remark.
    """

    chosen = Signal(int)
    opened = Signal()
    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = EditorView()
        self._dragged: int | None = None
        self._pressed = QPoint()
        self._target: int | None = None
        self.rows = StepRows(self)
        self.painter = RowPainter(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("Steps")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._fit)

    @property
    def step(self) -> int:
        """The number of the marked step from 0, -1 where none is."""
        return self._row_at(self.currentIndex()).number if self.currentIndex().isValid() else -1

    def show_view(self, view: EditorView, step: int) -> None:
        """Show the steps of a flow, one of them marked; the nearest where it is there no more."""
        self._view = view
        rows = rows_of(view.steps)
        is_higher = self._measure(rows)  # first: the view asks for it as soon as there are rows
        begins_anew = self.rows.show_rows(rows)
        if is_higher or begins_anew:
            self._lay_out()
        if begins_anew or self.step != step:
            self.mark(min(step, len(view.steps) - 1))

    def mark(self, step: int) -> None:
        """Mark a step and have it seen; -1 marks none."""
        place = self.rows.index(self.rows.place_of(step))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(place, flag)
        if place.isValid():
            self.scrollTo(place)

    def shift(self, by: int) -> None:
        """Move the marked step up (-1) or down (1) within its stage."""
        to = self._view.moves(self.step, by)
        if to is not None:
            self.wants.emit(MoveStep(self.step, to))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    # -- the mouse ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            row, self._pressed = self._row_at(index), place
            if row.remark is not None and self._remedy(index, row).contains(place):
                self._take(index)
                return
            self._dragged = row.number if row.step is not None and row.remark is None else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is not None and event.buttons() and (far or self._target is not None):
            self._aim(place)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        step, to, self._dragged, self._target = self._dragged, self._target, None, None
        super().mouseReleaseEvent(event)
        self.viewport().update()
        if step is not None and to is not None and to != step:
            self.wants.emit(MoveStep(step, to))

    def _aim(self, place: QPoint) -> None:
        """Take the nearest place of the dragged step's stage for its target."""
        assert self._dragged is not None, "only what is dragged has an aim"
        reach = self._view.reach(self._dragged)
        self._target = min(reach, key=lambda n: abs(self.line_of(n).center().y() - place.y()))
        self.viewport().update()

    def line_of(self, step: int) -> QRect:
        """Return where a step lies in the view."""
        return self.visualRect(self.rows.index(self.rows.place_of(step)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged is None or self._target is None:
            return
        line = self.line_of(self._target)
        y = line.bottom() if self._target > self._dragged else line.top()
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(line.left(), y - 1, line.width(), 3), self._theme.color("text"))

    # -- inside ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a few rows at least, all there are where they are few."""
        px = self._theme.px
        return QSize(px(400), max(px(_LEAST), min(px(_MOST), sum(self.painter.heights) + 8)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def _fit(self) -> None:
        """Give each row the height that its words ask for at this width."""
        if self._measure(self.rows.rows):
            self._lay_out()

    def _measure(self, rows: tuple[Row, ...]) -> bool:
        """Find how high rows are; say whether that is another height than before."""
        before, self.painter.heights = self.painter.heights, [*map(self.painter.height, rows)]
        return before != self.painter.heights

    def _lay_out(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()

    def _row_at(self, index: Index) -> Row:
        return self.rows.rows[index.row()]

    def _remedy(self, index: Index, row: Row) -> QRect:
        assert row.remark is not None, "only a remark has a remedy"
        return self.painter.remedy_place(self.visualRect(index), row.remark)

    def _take(self, index: Index) -> None:
        """Do what mends a remark, or go to the dose of a step."""
        if not index.isValid():
            return
        remark = self._row_at(index).remark
        if remark is not None and remark.wish is not None:
            self.wants.emit(remark.wish)
        else:
            self.opened.emit()

    def _tell(self, now: Index) -> None:
        self.chosen.emit(self._row_at(now).number if now.isValid() else -1)
