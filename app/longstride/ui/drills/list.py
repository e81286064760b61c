"""The catalogue as a list: one light row a drill, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import (
    QItemSelectionModel,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from longstride.ui.drills.cards import DrillCard
from longstride.ui.look.theme import Theme
from longstride.ui.shown.finding import nearest_first
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.row_list import Index, RowList, Rows, paint_ground

_ROW = 58
_LEFT, _RIGHT = 28, 12
ROOM = _LEFT + _RIGHT  # px at 100 % beside a name


class DrillList(RowList):
    """Shows the drills that have the words wanted; ``opened`` carries the id of the marked one."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Drills")
        self._theme = theme
        self._cards: tuple[DrillCard, ...] = ()
        self._words: list[str] = []
        self._model: Rows[DrillCard] = Rows(self, _TOLD)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(theme, self))
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def shown(self) -> tuple[DrillCard, ...]:
        """The drills in the list, top first."""
        return self._model.things

    def show_cards(self, cards: tuple[DrillCard, ...]) -> None:
        """List other drills."""
        self._cards = cards
        self.narrow("")

    def narrow(self, words: str) -> None:
        """List the drills that have all the words, nearest first.

        The marked one stays so if it is there; for other words it is the nearest.
        """
        other, self._words = words.split() != self._words, words.split()
        marked = None if other and self._words else self.currentIndex().data(_ID)
        self._model.show_things(nearest_first(self._cards, lambda card: card.found_by, words))
        self.mark(marked)

    def mark(self, drill: str | None) -> None:
        """Mark a drill by its id; the first one where it is not listed."""
        ids = [card.id for card in self.shown]
        if ids:
            place = self._model.index(ids.index(drill) if drill in ids else 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(place, flag)
            self.scrollTo(place)

    def _fit(self) -> None:
        """Keep a few rows in sight however narrow the window is."""
        self.setMinimumHeight(self._theme.px(_ROW * 3))
        self.doItemsLayout()

    def _tell(self, now: Index) -> None:
        if now.isValid():
            self.opened.emit(now.data(_ID))


def _told_aloud(card: DrillCard) -> str:
    """Return what a screen reader says of a drill."""
    return f"{card.name}, {stage_name(card.stage)}, {card.dose}"


_ID = Qt.ItemDataRole.UserRole
_CARD = Qt.ItemDataRole.UserRole + 1
_TOLD: Mapping[int, Callable[[DrillCard], object]] = MappingProxyType(
    {
        Qt.ItemDataRole.DisplayRole: lambda card: card.name,
        Qt.ItemDataRole.ToolTipRole: lambda card: card.name,
        _ID: lambda card: card.id,
        _CARD: lambda card: card,
        Qt.ItemDataRole.AccessibleTextRole: _told_aloud,
    }
)


class _Painter(QStyledItemDelegate):
    """Paints a row: the stage as a bar, the name, and its other names or its place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: DrillCard = index.data(_CARD)
        row: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, row, option.state, inset=2)
        px = self._theme.px
        bar = QRectF(row.left() + px(12), row.top() + px(16), px(4), row.height() - px(32))
        painter.setBrush(self._theme.color(stage_color(card.stage)))
        painter.drawRoundedRect(bar, px(2), px(2))
        words = row.adjusted(px(_LEFT), px(8), -px(_RIGHT), -px(8))
        below = " · ".join(card.aliases) or card.facts[0]
        self._write(painter, words, _TOP, card.name, (15, QFont.Weight.DemiBold, "text"))
        self._write(painter, words, _BOTTOM, below, (13, QFont.Weight.Normal, "quiet"))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        flags: int,
        text: str,
        look: tuple[int, QFont.Weight, str],
    ) -> None:
        size, weight, role = look
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.color(role))
        right = Qt.TextElideMode.ElideRight
        painter.drawText(place, flags, painter.fontMetrics().elidedText(text, right, place.width()))
        painter.setPen(Qt.PenStyle.NoPen)


_TOP = int(Qt.AlignmentFlag.AlignTop.value)
_BOTTOM = int(Qt.AlignmentFlag.AlignBottom.value)
