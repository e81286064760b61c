"""The catalogue as a list: one light row a drill, however many there are."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from longstride.ui.drills.cards import DrillCard
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import has_words
from longstride.ui.shown.stages import stage_color, stage_name

Index = QModelIndex | QPersistentModelIndex
_ROW = 58
_LEFT, _RIGHT = 28, 12
ROOM = _LEFT + _RIGHT  # px at 100 % beside a name


class DrillList(QListView):
    """Shows the drills that have the words wanted; ``opened`` carries the id of the marked one."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: tuple[DrillCard, ...] = ()
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName("Drills")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def shown(self) -> tuple[DrillCard, ...]:
        """The drills in the list, top first."""
        return self._model.cards

    def show_cards(self, cards: tuple[DrillCard, ...]) -> None:
        """List other drills."""
        self._cards = cards
        self.narrow("")

    def narrow(self, words: str) -> None:
        """List the drills that have all the words; the marked one stays so if it is there."""
        marked = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._model.show_cards(tuple(c for c in self._cards if has_words(c.words, words)))
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
            self.opened.emit(now.data(Qt.ItemDataRole.UserRole))


class _Rows(QAbstractListModel):
    """Drill cards as rows; a screen reader hears name, stage and dose."""

    cards: tuple[DrillCard, ...] = ()

    def show_cards(self, cards: tuple[DrillCard, ...]) -> None:
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return card.name
        if role == Qt.ItemDataRole.UserRole:
            return card.id
        if role == Qt.ItemDataRole.UserRole + 1:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.name}, {stage_name(card.stage)}, {card.dose}"
        return None


class _Painter(QStyledItemDelegate):
    """Paints a row: the stage as a bar, the name, and its other names or its place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: DrillCard = index.data(Qt.ItemDataRole.UserRole + 1)
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(row), state)
        px = self._theme.px
        bar = QRectF(row.left() + px(12), row.top() + px(16), px(4), row.height() - px(32))
        painter.setBrush(self._theme.color(stage_color(card.stage)))
        painter.drawRoundedRect(bar, px(2), px(2))
        words = row.adjusted(px(_LEFT), px(8), -px(_RIGHT), -px(8))
        below = " · ".join(card.aliases) or card.facts[0]
        self._write(painter, words, _TOP, card.name, (15, QFont.Weight.DemiBold, "text"))
        self._write(painter, words, _BOTTOM, below, (13, QFont.Weight.Normal, "quiet"))
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        marked = bool(state & QStyle.StateFlag.State_Selected)
        if marked or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("raised", 1.0 if marked else 0.5))
            if marked and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(self._theme.color("text"))
            painter.drawRoundedRect(row.adjusted(2, 2, -2, -2), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)

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
