"""The steps of a flow as rows of a list: a heading for each stage, steps, and what is said of them.

A row is light: of five hundred steps only those that are seen are painted.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from longstride.core.durations import clock_text
from longstride.core.flow.drill import Stage
from longstride.ui.editor.view import Remark, StepView
from longstride.ui.shown.stages import stage_name

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A stage's heading; or a step, counted from 0; or a remark on one."""

    stage: Stage
    number: int = -1
    step: StepView | None = None
    remark: Remark | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names the stage of what follows."""
        return self.step is None

    @property
    def text(self) -> str:
        """What a screen reader says of it."""
        if self.step is None:
            return stage_name(self.stage)
        if self.remark is not None:
            return remark_text(self.remark)
        parts = (f"{self.number + 1}, {self.step.name}", *self.step.parts)
        return ", ".join((*parts, clock_text(self.step.length)))


def remark_text(remark: Remark) -> str:
    """Return a remark with its kind, and what Enter does about it."""
    kind = "Mistake" if remark.stops else "Warning"
    remedy = f" Enter: {remark.remedy}." if remark.remedy else ""
    return f"{kind}: {remark.text}{remedy}"


def rows_of(steps: tuple[StepView, ...]) -> tuple[Row, ...]:
    """Return the rows of steps in their order; a heading stands wherever the stage is another."""
    rows: list[Row] = []
    stage: Stage | None = None
    for number, step in enumerate(steps):
        if step.stage is not stage:
            stage = step.stage
            rows.append(Row(stage))
        rows.append(Row(stage, number, step))
        rows += [Row(stage, number, step, remark) for remark in step.remarks]
    return tuple(rows)


class StepRows(QAbstractListModel):
    """Rows that change in place where only what they say is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show other rows; say whether they are others in kind, so that all begins anew."""
        before = self.rows
        if [_kind(row) for row in rows] != [_kind(row) for row in before]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        self.rows = rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def place_of(self, step: int) -> int:
        """Return the row of a step, -1 where there is none."""
        rows = enumerate(self.rows)
        return next((n for n, r in rows if r.number == step and r.remark is None), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole and row.remark is not None:
            return row.remark.text
        return None


def _kind(row: Row) -> tuple[object, ...]:
    """Return what decides how high a row is, and where it stands."""
    remark = row.remark
    return row.is_heading, row.number, row.stage, remark and (remark.text, remark.remedy)
