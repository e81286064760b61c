"""Flows: every routine as a card, filters, and what is wrong with files that cannot be used."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from longstride.core.errors import Mistake
from longstride.core.flow import Talk
from longstride.ui.pages.flow_detail import FlowDetail
from longstride.ui.pages.flow_tile import FlowTile
from longstride.ui.pages.views import FlowCard
from longstride.ui.theme import Theme
from longstride.ui.widgets.card import Card, Sheet
from longstride.ui.widgets.flow_layout import CardGrid, FlowLayout
from longstride.ui.widgets.text import button, clear, label

Filter = Callable[[FlowCard], bool]

_SHORT = 6 * 60_000


class FlowsPage(QStackedWidget):
    """The cards, or one flow opened.

    ``start_flow`` carries the flow's id, stiffness 0-10 or None, and a Talk or None for the
    athlete's own setting. ``open_flow`` tells which flow was opened.
    """

    start_flow = Signal(str, object, object)
    open_flow = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: tuple[FlowCard, ...] = ()
        self.tiles: tuple[FlowTile, ...] = ()
        self._filters: dict[str, Filter] = {}
        self._filter = "All"
        self._talk = Talk.FULL
        self._sheet = Sheet("Flows")
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips, gap=8)
        self._chip_group = QButtonGroup(self)
        self._grid = CardGrid(theme, least=320)
        self._none = label("No flow is like that. Try another filter.", "quiet", wrap=True)
        self._mistakes = MistakeCard()
        self._lay_out()
        self.addWidget(self._sheet)
        self.detail = FlowDetail(theme)
        self.detail.back.connect(self.show_cards)
        self.detail.start_flow.connect(self.start_flow)
        self.addWidget(self.detail)
        self._chip_group.buttonClicked.connect(self._filter_clicked)

    def show_flows(self, cards: tuple[FlowCard, ...], mistakes: tuple[Mistake, ...] = ()) -> None:
        """Show flows in their order, and every mistake found in files that had to be left out."""
        self._sheet.unveil()
        self._mistakes.show_mistakes(mistakes)
        if cards != self._cards or not self.tiles:
            self._cards = cards
            self._offer_filters(_filters(cards))
            self._make_tiles()
        self._apply_filter()

    def set_talk(self, talk: Talk) -> None:
        """Take the athlete's talk level as the one a flow begins with."""
        self._talk = talk

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The filters offered, All first."""
        return tuple(cast("QPushButton", chip) for chip in self._chip_group.buttons())

    def open_card(self, flow: str) -> None:
        """Open a flow by its id; an unknown one leaves the cards."""
        for card in self._cards:
            if card.id == flow:
                self.detail.show_flow(card, self._talk)
                self.setCurrentWidget(self.detail)
                self.detail.focus_start()
                self.open_flow.emit(flow)

    def show_cards(self) -> None:
        """Close the open flow; the focus goes back to its card."""
        self.setCurrentWidget(self._sheet)
        for tile in self.tiles:
            if tile.card.id == self.detail.flow:
                tile.setFocus()

    def _lay_out(self) -> None:
        column = self._sheet.column
        column.addWidget(label("Flows", "title"))
        column.addWidget(self._chips)
        column.addWidget(self._none)
        column.addWidget(_grown(self._grid))
        column.addWidget(self._mistakes)
        column.addStretch(1)

    def _offer_filters(self, filters: dict[str, Filter]) -> None:
        self._filters = filters
        self._filter = self._filter if self._filter in filters else "All"
        for chip in self._chip_group.buttons():
            self._chip_group.removeButton(chip)
        clear(self._chip_row)
        for name in filters:
            chip = button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(name == self._filter)
            self._chip_group.addButton(chip)
            self._chip_row.addWidget(chip)
        self._chips.setVisible(len(self._cards) > 1)

    def _make_tiles(self) -> None:
        clear(self._grid)
        self.tiles = tuple(FlowTile(self._theme, card) for card in self._cards)
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, flow=tile.card.id: self.open_card(flow))
            self._grid.addWidget(tile)

    def _filter_clicked(self, chip: QPushButton) -> None:
        self._filter = chip.text()
        self._apply_filter()

    def _apply_filter(self) -> None:
        fits = self._filters[self._filter]
        for tile in self.tiles:
            tile.setVisible(fits(tile.card))
        empty = not any(map(fits, self._cards))
        self._none.setVisible(empty)
        if not self._cards:
            self._none.setText("There is no flow that can be used.")


class MistakeCard(Card):
    """Files that were left out, each mistake with its file, its line and what to do."""

    def __init__(self) -> None:
        super().__init__("Files that need a correction")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.column.addLayout(self._lines)

    def show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        """List mistakes file by file; without any the card is not there."""
        clear(self._lines)
        self.setVisible(bool(mistakes))
        file = ""
        for mistake in sorted(mistakes):
            if mistake.file != file:
                file = mistake.file
                self._lines.addWidget(label(file, "warn", wrap=True))
            where = f"Line {mistake.line}: " if mistake.line else ""
            self._lines.addWidget(label(f"{where}{mistake.text}", wrap=True))


def _filters(cards: tuple[FlowCard, ...]) -> dict[str, Filter]:
    """Return the filters that leave something out, by their names."""
    offered: dict[str, Filter] = {
        "Under 6 min": lambda card: card.length < _SHORT,
        "No equipment": lambda card: not card.equipment,
    }
    for occasion in dict.fromkeys(o for card in cards for o in card.occasions):
        offered[occasion[:1].upper() + occasion[1:]] = _for(occasion)
    useful = {
        name: fits for name, fits in offered.items() if 0 < sum(map(fits, cards)) < len(cards)
    }
    return {"All": lambda _: True, **useful}


def _for(occasion: str) -> Filter:
    return lambda card: occasion in card.occasions


def _grown(grid: CardGrid) -> QWidget:
    holder = QWidget()
    holder.setLayout(grid)
    return holder
