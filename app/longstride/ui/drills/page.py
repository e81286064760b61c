"""Drills: the whole catalogue, one of it shown in motion."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.drills.cards import DrillCard
from longstride.ui.drills.detail import DrillDetail
from longstride.ui.drills.list import DrillList
from longstride.ui.intentions import Intention
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.search_field import SearchField
from longstride.ui.widgets.text import button, label

_LIST = 304  # px at 100 % in which the longest name of a drill stands on one line
_EDGE = 44


class DrillsPage(Reflow):
    """The list and the drill marked in it; ``wants`` carries OpenFlow."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 620, gap=0)
        self.setProperty("role", "page")
        self._cards: Mapping[str, DrillCard] = {}
        self._figures: Mapping[str, Figure] = {}
        self.drill = ""
        self.search = SearchField(theme, "Search drills")
        self.list = DrillList(theme)
        self.detail = DrillDetail(theme)
        self.nothing = label("No drill matches. Fewer words find more.", "quiet", wrap=True)
        self.clear = button("Clear")
        self.clear.setAccessibleName("Clear the search")
        self._narrow()
        self._side = self._aside()
        self.add(self._side, 4)
        self.add(self.detail, 9)
        self.search.settled.timeout.connect(self._narrow)
        self.clear.clicked.connect(self._clear)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.opened.connect(self._show)
        self.detail.open_drill.connect(self.open_drill)
        self.detail.wants.connect(self.wants)
        theme.changed.connect(self._fit_side)
        self._fit_side()

    def show_drills(self, cards: tuple[DrillCard, ...], figures: Mapping[str, Figure]) -> None:
        """Show the catalogue, as far as there are figures with them."""
        self._figures = figures
        known = {card.id: card for card in cards}
        if known != self._cards:
            self._cards = known
            self.list.show_cards(cards)
            self._narrow()
        elif self.drill:
            self._show(self.drill)

    def open_drill(self, drill: str) -> None:
        """Mark and show a drill by its id, also one that the search had left out."""
        self._take_back()
        self.list.mark(drill)

    def _aside(self) -> QWidget:
        side = QWidget()
        column = self._aside_column = QVBoxLayout(side)
        column.setSpacing(16)
        for widget in (label("Drills", "title"), self.search, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        """Keep names whole, and the window's edge clear where nothing stands to the right."""
        self._side.setMinimumWidth(self._theme.px(_LIST) + _EDGE)
        self._aside_column.setContentsMargins(_EDGE, 36, _EDGE if self.is_stacked else 0, 12)

    def _clear(self) -> None:
        self._take_back()
        self.search.setFocus()

    def _take_back(self) -> None:
        """Have no search: every drill is listed."""
        self.search.clear()
        self.search.settled.stop()
        self._narrow()

    def _narrow(self) -> None:
        self.list.narrow(self.search.text())
        for each in (self.nothing, self.clear):
            each.setVisible(not self.list.shown and bool(self._cards))

    def _show(self, drill: str) -> None:
        self.drill = drill
        self.detail.show_drill(self._cards[drill], self._figures.get(drill))
