"""Two layouts that follow the width they are given."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from longstride.ui.look.theme import Theme


class _Breaking(QLayout):
    """Keeps items for a layout that breaks into lines: its height follows from its width."""

    def __init__(self, parent: QWidget | None, gap: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True


class FlowLayout(_Breaking):
    """Items side by side at their own size, on as many lines as they need; none for hidden ones."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        return self._places(QRect(0, 0, width, 0))[1]

    def sizeHint(self) -> QSize:
        shown = (item for item in self._items if not item.isEmpty())
        width = sum(item.sizeHint().width() + self._gap for item in shown)
        return QSize(max(0, width - self._gap), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect)[0], strict=True):
            item.setGeometry(place)

    def _places(self, rect: QRect) -> tuple[list[QRect], int]:
        """Return where each item goes in ``rect``, and the height all of them need."""
        places: list[QRect] = []
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                places.append(QRect(x, y, 0, 0))
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            width = min(size.width(), rect.width())
            places.append(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line = max(line, size.height())
        return _levelled(places), y + line - rect.y()


class Reflow(QWidget):
    """Columns while they have room, one under the other below ``least`` px at 100 %."""

    def __init__(self, theme: Theme, least: int, gap: int = 24) -> None:
        super().__init__()
        self._theme = theme
        self._least = least
        self._columns: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        theme.changed.connect(self._turn)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Append a column that takes ``stretch`` shares of the width."""
        self._box.addWidget(widget, stretch)
        self._columns.append(widget)

    @property
    def is_stacked(self) -> bool:
        """True where there is no room for columns."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return the narrow form's need, so that the columns can give way to it."""
        least = [column.minimumSizeHint().width() for column in self._columns]
        return QSize(max(least, default=0), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        stacked = self.width() < self._theme.px(self._least)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )


class CardGrid(_Breaking):
    """Cards of one width in as many columns as fit, each at least ``least`` px wide at 100 %."""

    def __init__(self, theme: Theme, least: int, gap: int = 24) -> None:
        super().__init__(None, gap)
        self._theme = theme
        self._least = least

    def stand(self, order: Sequence[QWidget]) -> None:
        """Have all its cards stand in another order."""
        places: dict[QWidget | None, int] = {widget: place for place, widget in enumerate(order)}
        self._items.sort(key=lambda item: places[item.widget()])
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        columns, column_width = self._columns(width)
        shown = len(self._shown())
        rows = -(-shown // columns)
        return max(0, rows * (self._height(column_width) + self._gap) - self._gap)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(min(self._theme.px(self._least), 320), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        columns, width = self._columns(rect.width())
        height = self._height(width)
        for index, item in enumerate(self._shown()):
            row, column = divmod(index, columns)
            x = rect.x() + column * (width + self._gap)
            item.setGeometry(QRect(x, rect.y() + row * (height + self._gap), width, height))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _columns(self, width: int) -> tuple[int, int]:
        columns = max(1, (width + self._gap) // (self._theme.px(self._least) + self._gap))
        return columns, (width - (columns - 1) * self._gap) // columns

    def _height(self, width: int) -> int:
        return max((_height_at(item, width) for item in self._shown()), default=0)


def _height_at(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _levelled(places: list[QRect]) -> list[QRect]:
    """Move each place down to the middle of its line."""
    tallest: dict[int, int] = {}
    for place in places:
        tallest[place.y()] = max(tallest.get(place.y(), 0), place.height())
    return [place.translated(0, (tallest[place.y()] - place.height()) // 2) for place in places]


def flowing(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, in further lines where there is no room."""
    holder = QWidget()
    row = FlowLayout(holder, gap=8)
    for widget in widgets:
        row.addWidget(widget)
    return holder
