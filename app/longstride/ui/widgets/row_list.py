"""A list of painted rows of one height: what it lists, how it scrolls, what a row lies on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from longstride.ui.look.rings import rings_are_shown
from longstride.ui.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Thing = TypeVar("Thing")


class RowList(QListView):
    """Scrolls by the pixel, and lights the row under the mouse."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


class Rows(QAbstractListModel, Generic[Thing]):
    """Things as rows; ``told`` is what one says for each role."""

    def __init__(self, parent: QObject, told: Mapping[int, Callable[[Thing], object]]) -> None:
        super().__init__(parent)
        self._told = told
        self.things: tuple[Thing, ...] = ()

    def show_things(self, things: tuple[Thing, ...]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.things = things
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        told = self._told.get(role)
        return told(self.things[index.row()]) if told else None


def paint_ground(
    painter: QPainter, theme: Theme, row: QRect, state: QStyle.StateFlag, inset: int = 1
) -> bool:
    """Paint what a row lies on, so many px within it; return whether it is the chosen one."""
    marked = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if marked or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("raised", 1.0 if marked else 0.5))
        if marked and state & QStyle.StateFlag.State_HasFocus and rings_are_shown():
            painter.setPen(theme.color("text"))
        painter.drawRoundedRect(QRectF(row).adjusted(inset, inset, -inset, -inset), 12, 12)
    painter.setPen(Qt.PenStyle.NoPen)
    return marked
