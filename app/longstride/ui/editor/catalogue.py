"""Every drill that can be added, with its figure: found by a name, a muscle or a position."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Drill, Stage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.finding import FoundBy, found_by, nearest_first
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.figure.figure import Look, paint_figure
from longstride.ui.widgets.figure.lively import LivelyRows
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.sheet import clear_sheet
from longstride.ui.widgets.figure.worn import worn
from longstride.ui.widgets.row_list import Index, RowList, Rows, paint_ground

_ROW, _FIGURE = 76, 96  # px at 100 %
_OFFER = Qt.ItemDataRole.UserRole + 1
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Offered:
    """A drill as it can be added; ``looks`` is the one whose figure shows it."""

    id: str
    name: str
    stage: Stage
    facts: str
    found_by: FoundBy
    looks: str


def offered(drills: Mapping[str, Drill]) -> tuple[Offered, ...]:
    """Return what can be added, by stage and then by name."""
    stages = list(Stage)
    order = sorted(drills.values(), key=lambda each: (stages.index(each.stage), each.name))
    return tuple(_offer(drill) for drill in order)


def _offer(drill: Drill) -> Offered:
    facts = (stage_name(drill.stage), drill.position, *drill.equipment)
    by = found_by(drill.name, drill.aliases, drill.areas, (*facts, drill.purpose))
    shown = ", ".join(each for each in facts if each)
    return Offered(drill.id, drill.name, drill.stage, shown, by, drill.looks_like)


class Catalogue(RowList):
    """Lists the drills that have the words wanted; ``taken`` carries the id of the one chosen."""

    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Drills to add")
        self._theme = theme
        self._offers: tuple[Offered, ...] = ()
        self._model: Rows[Offered] = Rows(self, _TOLD)
        self.setModel(self._model)
        self.pictures = _Pictures(theme, self)
        self.setItemDelegate(self.pictures)
        self.activated.connect(self._take)
        self.clicked.connect(self._take)

    @property
    def shown(self) -> tuple[Offered, ...]:
        """The drills in the list, top first."""
        return self._model.things

    def show_offers(self, offers: tuple[Offered, ...], figures: Mapping[str, Figure]) -> None:
        """List drills with their figures."""
        self._offers, self.pictures.figures = offers, figures
        self.narrow("")

    def narrow(self, words: str) -> None:
        """List the drills that have all the words, the nearest first and marked."""
        self._model.show_things(nearest_first(self._offers, lambda each: each.found_by, words))
        self.setCurrentIndex(self._model.index(0))

    def take_current(self) -> None:
        """Choose the marked drill, if there is one."""
        self._take(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(5 * _ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(2 * _ROW))

    def _take(self, index: Index) -> None:
        if index.isValid():
            self.taken.emit(index.data(_OFFER).id)


def _told_aloud(offer: Offered) -> str:
    """Return what a screen reader says of a drill."""
    return f"{offer.name}, {offer.facts}"


_TOLD: Mapping[int, Callable[[Offered], object]] = MappingProxyType(
    {
        _OFFER: lambda offer: offer,
        Qt.ItemDataRole.DisplayRole: lambda offer: offer.name,
        Qt.ItemDataRole.AccessibleTextRole: _told_aloud,
    }
)


class _Pictures(QStyledItemDelegate):
    """Paints a drill: its figure, which moves while it is looked at, its name and its facts."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self.figures: Mapping[str, Figure] = {}
        self.lively = LivelyRows(theme, view)
        self._moving = MovingPicture()
        self._drawn: dict[tuple[str, int, Look, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offered = index.data(_OFFER)
        row, px = QRect(option.rect), self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, row, option.state)
        self._show(painter, QRect(row.left() + px(8), row.top() + px(6), 0, 0), offer, index.row())
        words = row.adjusted(px(_FIGURE + 24), px(14), -px(12), -px(14))
        self._write(painter, words, offer.name, 17, "text", _BOLD, Qt.AlignmentFlag.AlignTop)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._write(painter, words, offer.facts, 13, "quiet", QFont.Weight.Normal, bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(stage_color(offer.stage)))
        bar = QRectF(
            row.left() + px(_FIGURE + 12), row.top() + px(18), px(4), row.height() - px(36)
        )
        painter.drawRoundedRect(bar, px(2), px(2))
        painter.restore()

    def _show(self, painter: QPainter, place: QRect, offer: Offered, row: int) -> None:
        """Paint a drill's figure, if it has one."""
        place.setSize(QSize(self._theme.px(_FIGURE), self._theme.px(_ROW - 12)))
        figure = self.figures.get(offer.looks)
        if figure is None:
            return
        if not self.lively.is_at(row):
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(place.topLeft(), self._picture(figure, place.size(), ratio))
            return
        stance, look = self.lively.stance(figure, row), worn(self._theme, "surface")
        self._moving.paint(painter, QRectF(place), figure, stance, look)

    def _picture(self, figure: Figure, size: QSize, ratio: float) -> QPixmap:
        """Return a figure at rest, drawn once at each size and in each look."""
        look = worn(self._theme, "surface")
        key = (figure.drill, size.width(), look, ratio)
        if key not in self._drawn:
            drawn = self._drawn[key] = clear_sheet(QSizeF(size), ratio)
            painter = QPainter(drawn)
            paint_figure(painter, QRectF(QPointF(), QSizeF(size)), figure, figure.key, look)
            painter.end()
        return self._drawn[key]

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        size: int,
        role: str,
        weight: QFont.Weight,
        flags: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.color(role))
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, right, place.width())
        painter.drawText(place, int(flags.value), shown)
