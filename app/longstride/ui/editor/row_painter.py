"""Paints the rows of a flow's steps, each as high as its words ask for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from longstride.core.durations import clock_text
from longstride.core.flow.drill import Stage
from longstride.ui.editor.rows import ROW, Index, Row
from longstride.ui.editor.view import Remark, StepView
from longstride.ui.look.theme import Theme
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.row_list import paint_ground

_WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignRight.value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_BOLD = QFont.Weight.DemiBold
_HANDLE, _NUMBER, _CLOCK = 26, 40, 64  # px at 100 %: the dots, the number, the length


class RowPainter(QStyledItemDelegate):
    """Name and dose stand on one line where they have room; ``heights`` are those of the rows."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.heights: list[int] = []
        self._one_line: dict[tuple[object, ...], bool] = {}

    @property
    def left(self) -> int:
        """Where names and remarks begin."""
        return self._theme.px(_HANDLE + _NUMBER)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.heights[index.row()])  # asked of every row with each change of one

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        place, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.step is None:
            self._paint_stage(painter, place, row.stage)
        else:
            marked = paint_ground(painter, self._theme, place, state)
            ground = "surface" if marked else "raised"
            if row.remark is not None:
                self._paint_remark(painter, place, row.remark)
            else:
                self._paint_step(painter, place, row, ground)
        painter.restore()

    def remedy_place(self, row: QRect, remark: Remark) -> QRect:
        """Return where the words of a remedy lie in a row."""
        if not remark.remedy:
            return QRect()
        width = self._metrics(15, _BOLD).horizontalAdvance(remark.remedy) + self._theme.px(24)
        return QRect(row.right() - width, row.top(), width, row.height())

    # -- how high ----------------------------------------------------------------------------

    def height(self, row: Row) -> int:
        """Return how high a row is."""
        px = self._theme.px
        if row.step is None:
            return px(36)
        if row.remark is not None:
            return max(px(36), self._remark_height(row.remark) + px(12))
        return px(48) if self._is_one_line(row.step) else px(72)

    def _remark_height(self, remark: Remark) -> int:
        width = self._view.viewport().width()
        room = self._remark_room(QRect(0, 0, width, 10_000), remark)
        return self._metrics(15).boundingRect(room, _WRAP, remark.text).height()

    def _remark_room(self, row: QRect, remark: Remark) -> QRect:
        right = self.remedy_place(row, remark).width() + self._theme.px(8)
        return row.adjusted(self.left + self._theme.px(28), 0, -right, 0)

    def _is_one_line(self, step: StepView) -> bool:
        """Whether name and dose have room beside each other."""
        room = self._row_width()
        key = (step.name, step.parts, room, self._theme.scale)
        if key not in self._one_line:
            name = self._metrics(17, _BOLD).horizontalAdvance(step.name)
            needed = self.left + name + self._dose_width(step) + self._theme.px(24)
            self._one_line[key] = needed <= room
        return self._one_line[key]

    def _row_width(self) -> int:
        return self._view.viewport().width() - self._theme.px(_CLOCK)

    def _dose_width(self, step: StepView) -> int:
        metrics, px = self._metrics(13), self._theme.px
        return sum(metrics.horizontalAdvance(part) + px(26) for part in step.parts)

    def _metrics(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        return QFontMetrics(self._theme.font(size, weight))

    # -- what is seen ------------------------------------------------------------------------

    def _paint_stage(self, painter: QPainter, row: QRect, stage: Stage) -> None:
        place = row.adjusted(self._theme.px(8), self._theme.px(8), 0, 0)
        self._write(painter, place, stage_name(stage), 13, stage_color(stage), _MIDDLE, _BOLD)

    def _paint_remark(self, painter: QPainter, row: QRect, remark: Remark) -> None:
        side, color = self._theme.px(18), "coral" if remark.stops else "amber"
        sign = QRectF(row.left() + self.left, row.center().y() - side / 2, side, side)
        draw_icon(painter, "trouble", sign, self._theme.color(color))
        room = self._remark_room(row, remark)
        self._write(painter, room, remark.text, 15, color, _WRAP)
        place = self.remedy_place(row, remark)
        self._write(painter, place, remark.remedy, 15, "text", _CENTRE, _BOLD)

    def _paint_step(self, painter: QPainter, row: QRect, shown: Row, ground: str) -> None:
        step, px = shown.step, self._theme.px
        assert step is not None, "a heading has no step"
        self._paint_handle(painter, row)
        line = row if self._is_one_line(step) else QRect(row.left(), row.top(), row.width(), px(40))
        count = QRect(line.left() + px(_HANDLE), line.top(), px(_NUMBER - 8), line.height())
        self._write(painter, count, str(shown.number + 1), 15, "quiet", _RIGHT)
        clock = line.adjusted(line.width() - px(_CLOCK), 0, -px(12), 0)
        length = clock_text(step.length) if step.length else "–"
        self._write(painter, clock, length, 15, "text", _RIGHT, _BOLD)
        room = QRect(
            line.left() + self.left, line.top(), self._row_width() - self.left, line.height()
        )
        self._write(painter, room, step.name, 17, "text", _MIDDLE, _BOLD)
        self._paint_parts(painter, row, step, ground)

    def _paint_handle(self, painter: QPainter, row: QRect) -> None:
        """Paint the six dots that say that it can be dragged."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("faint"))
        side, gap, left = self._theme.px(3), self._theme.px(5), row.left() + self._theme.px(10)
        for column in range(2):
            for line in (-1, 0, 1):
                y = row.center().y() + line * gap - side / 2
                painter.drawEllipse(QRectF(left + column * gap, y, side, side))

    def _paint_parts(self, painter: QPainter, row: QRect, step: StepView, ground: str) -> None:
        """Paint the dose in pills: at the right end, or from the left where it stands below."""
        px, metrics = self._theme.px, self._metrics(13)
        height, below = px(26), not self._is_one_line(step)
        x = self.left if below else self._row_width() - self._dose_width(step)
        y = row.top() + px(40) if below else row.center().y() - height // 2
        for part in step.parts:
            width = metrics.horizontalAdvance(part) + px(20)
            place = QRect(row.left() + x, y, min(width, row.width() - x), height)
            painter.setBrush(self._theme.color(ground))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(place), height / 2, height / 2)
            self._write(painter, place, part, 13, "text", _CENTRE)
            x += width + px(6)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        size: int,
        role: str,
        flags: int,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.color(role))
        if not flags & int(Qt.TextFlag.TextWordWrap.value):
            right = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, right, place.width())
        painter.drawText(place, flags, text)
        painter.setPen(Qt.PenStyle.NoPen)
