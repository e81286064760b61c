"""A year of days as a grid: a column a week, a row a weekday, the fuller the day the brighter.

A real table underneath, so that a screen reader finds every day and says what it held.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from longstride.ui.look.rings import has_ring, paint_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.dates import MONTHS, full_day

_Index = QModelIndex | QPersistentModelIndex

LEVELS = 4
_SIZES = (1.0, 0.5, 0.68, 0.84, 1.0)
_WIDEST = 24  # px from week to week at 100 %
_LEAST = 12
_NAMES = 42
_RINGS = 4  # px of the focus ring on two sides
_TO_COME = "still to come"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class HeatDay:
    """A day: ``level`` 0-4 is how bright, ``words`` what it held; frozen days have a ring."""

    day: date
    level: int
    words: str
    frozen: bool = False


class YearModel(QAbstractTableModel):
    """Seven rows, a column a week; days to come are empty cells that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[HeatDay, ...], ...] = ()

    def show_days(self, days: Sequence[HeatDay]) -> None:
        """Replace all days; the first is the first of its week, the last is today."""
        self.beginResetModel()
        self._weeks = tuple(tuple(days[at : at + 7]) for at in range(0, len(days), 7))
        self.endResetModel()

    def heat_day(self, index: _Index) -> HeatDay | None:
        """Return the day of a cell, None for one to come."""
        week = self._weeks[index.column()]
        return week[index.row()] if index.row() < len(week) else None

    def place(self, day: date) -> QModelIndex:
        """Return the cell of a day, an invalid one where it is not shown."""
        if self._weeks:
            column, row = divmod((day - self._weeks[0][0].day).days, 7)
            if 0 <= column < len(self._weeks) and row < len(self._weeks[column]):
                return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._weeks else 7

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._weeks)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.heat_day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.heat_day(index)
        if day and role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return day.words
        return _TO_COME if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not self._weeks:
            return None
        week = orientation is Qt.Orientation.Horizontal
        if week and role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Week of {full_day(self._weeks[section][0].day)}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return _WEEKDAYS[(self._weeks[0][0].day.weekday() + section) % 7]
        return self._month(section)

    def _month(self, column: int) -> str:
        """Return the name of the month that begins in a week."""
        first = next((day.day for day in self._weeks[column] if day.day.day == 1), None)
        if first is None:
            return ""
        return str(first.year) if first.month == 1 else MONTHS[first.month - 1]


class Heatmap(QTableView):
    """Shows the newest weeks that have room; ``day_chosen`` carries the date of a chosen day."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.year = YearModel(self)
        self.setModel(self.year)
        self.setAccessibleName(name)
        self.setItemDelegate(_DayDelegate(theme, self))
        self.setHorizontalHeader(_Months(theme, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Weekdays(theme, Qt.Orientation.Vertical, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.selectionModel().selectionChanged.connect(self._tell)
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_ring(self)

    def show_days(self, days: Sequence[HeatDay]) -> None:
        """Show days, the first the first of its week, the last today; the chosen one stays."""
        chosen = self.year.heat_day(self.currentIndex()) if self.currentIndex().isValid() else None
        self.selectionModel().blockSignals(True)
        self.year.show_days(days)
        if chosen is not None:
            self.setCurrentIndex(self.year.place(chosen.day))
        self.selectionModel().blockSignals(False)
        self._fit()

    def choose(self, day: date) -> None:
        """Choose a day as a click would."""
        self.setCurrentIndex(self.year.place(day))

    @property
    def weeks_shown(self) -> int:
        """How many weeks have room."""
        return sum(not self.isColumnHidden(n) for n in range(self.year.columnCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give every week the same width; hide the oldest where there is no room."""
        weeks = self.year.columnCount()
        side = self._theme.px(_NAMES)
        self.verticalHeader().setFixedWidth(side)
        self.horizontalHeader().setFixedHeight(self._theme.px(24))
        room = self.width() - side - _RINGS
        pitch = max(self._theme.px(_LEAST), min(self._theme.px(_WIDEST), room // max(1, weeks)))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setDefaultSectionSize(pitch)
        for column in range(weeks):
            self.setColumnHidden(column, column < weeks - room // pitch)
            self.setColumnWidth(column, pitch)
        self.setFixedHeight(7 * pitch + self._theme.px(24) + _RINGS)

    def _tell(self, chosen: QItemSelection, _before: QItemSelection) -> None:
        if chosen.indexes() and (day := self.year.heat_day(chosen.indexes()[0])):
            self.day_chosen.emit(day.day)


def paint_day(painter: QPainter, place: QRectF, theme: Theme, day: HeatDay) -> None:
    """Paint one day's square into its cell."""
    gap = max(1.0, place.width() * 0.1)
    square = place.adjusted(gap, gap, -gap, -gap)
    paint_level(painter, square, theme, day.level)
    if day.frozen:
        paint_frozen(painter, square, theme, "ground" if day.level else "amber")


def paint_level(painter: QPainter, square: QRectF, theme: Theme, level: int) -> None:
    """Paint how much a day held, 0-4: the more the larger, and the brighter."""
    painter.setPen(Qt.PenStyle.NoPen)
    for shade, part in ((0, 1.0), (level, _SIZES[level])):
        inset = square.width() * (1 - part) / 2
        place = square.adjusted(inset, inset, -inset, -inset)
        radius = place.width() / 4.5
        painter.setBrush(heat_color(theme, shade))
        painter.drawRoundedRect(place, radius, radius)


def paint_frozen(painter: QPainter, square: QRectF, theme: Theme, color: str = "amber") -> None:
    """Paint the ring of a frozen day into its square."""
    painter.setPen(QPen(theme.color(color), max(1.2, square.width() / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.center(), square.width() / 4.4, square.width() / 4.4)


def heat_color(theme: Theme, level: int) -> QColor:
    """Return the shade of a level 0-4."""
    if not level:
        return theme.color("raised")
    if level == LEVELS:
        sea = theme.color("sea")
        return sea.lighter(118) if theme.palette.name == "dark" else sea.darker(118)
    return theme.color("sea", (0.76, 0.86, 0.96)[level - 1])


class _DayDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Heatmap) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(4, 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        day = self._view.year.heat_day(index)
        if day is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        place.setSize(place.size().boundedTo(place.size().transposed()))
        paint_day(painter, place, self._theme, day)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("text" if has_ring(self._view) else "quiet"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()


class _Quiet(QHeaderView):
    """A header without ground, whose texts may be wider than their section."""

    def __init__(self, theme: Theme, side: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(side, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _pen(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(13, QFont.Weight.Normal))
        painter.setPen(self._theme.color("quiet"))

    def _text(self, index: int) -> str:
        return str(self.model().headerData(index, self.orientation()) or "")


class _Months(_Quiet):
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if text := self._text(section):
            self._pen(painter)
            place = QRectF(rect).adjusted(2, 0, 200, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


class _Weekdays(_Quiet):
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section % 2 == 0:
            self._pen(painter)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(rect), middle, self._text(section)[:3])
