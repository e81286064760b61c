"""Flows: every routine as a card, filters, and what is wrong with files that cannot be used."""

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from longstride.core.errors import Mistake
from longstride.core.figure.figure import Figure
from longstride.core.flow.talk import Talk
from longstride.ui.flows.detail import FlowDetail
from longstride.ui.flows.search import FlowSearch
from longstride.ui.flows.tile import FlowTile
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import EditFile, ImportFlow, NewFlow
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard, telling_step
from longstride.ui.widgets.card import Card, ScrollPage
from longstride.ui.widgets.flow_layout import CardGrid
from longstride.ui.widgets.text import button, clear, label

_NO_MATCH = "No flow is like that. Try another filter."


class FlowsPage(QStackedWidget):
    """The cards, or one flow opened."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: tuple[FlowCard, ...] = ()
        self._awaited = ""  # the flow that is opened once there are cards
        self._figures: Mapping[str, Figure] = {}
        self.tiles: tuple[FlowTile, ...] = ()
        self._talk = Talk.FULL
        self._sheet = ScrollPage("Flows")
        self.search = FlowSearch(theme)
        self._grid = CardGrid(theme, least=320)
        self._none = label(role="quiet", wrap=True)
        self._mistakes = MistakeCard("Files that need a correction")
        self._notes = MistakeCard("Good to know of your files")
        self._lay_out()
        self.addWidget(self._sheet)
        self.detail = FlowDetail(theme)
        self.detail.back.connect(self.show_cards)
        self.detail.wants.connect(self.wants)
        self.addWidget(self.detail)
        self.search.changed.connect(self._narrow)
        self.search.new.clicked.connect(lambda: self.wants.emit(NewFlow()))
        self.search.bring.clicked.connect(lambda: self.wants.emit(ImportFlow()))
        self._mistakes.wants.connect(self.wants)

    def show_flows(
        self,
        cards: tuple[FlowCard, ...],
        mistakes: tuple[Mistake, ...] = (),
        notes: tuple[Mistake, ...] = (),
    ) -> None:
        """Show flows in their order, every mistake in files that had to be left out, and notes."""
        self._sheet.unveil()
        cards = tuple(sorted(cards, key=_rank))
        self._mistakes.show_mistakes(mistakes)
        self._notes.show_mistakes(notes)
        if cards != self._cards or not self.tiles:
            self._cards = cards
            self.search.offer(cards)
            self._make_tiles()
            self._narrow()
            self.open_card(self._awaited)
            if self.detail.flow not in {card.id for card in cards}:
                self.setCurrentWidget(self._sheet)  # it was deleted

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id, for the cards and the open flow."""
        self._figures = figures
        self._dress_tiles()

    def set_talk(self, talk: Talk) -> None:
        """Take the athlete's talk level as the one a flow begins with."""
        self._talk = talk

    def set_known(self, known: Collection[str]) -> None:
        """Take the ids of the drills the athlete knows."""
        self.detail.show_known(known)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The filters offered, All first."""
        return self.search.chips

    def open_card(self, flow: str) -> None:
        """Open a flow by its id, once there are any; an unknown one leaves the cards."""
        self._awaited = "" if self._cards else flow
        for card in self._cards:
            if card.id == flow:
                self.detail.show_flow(card, self._talk)
                self.setCurrentWidget(self.detail)
                self.detail.focus_start()

    def show_cards(self) -> None:
        """Close the open flow; the focus goes back to its card."""
        self.setCurrentWidget(self._sheet)
        for tile in self.tiles:
            if tile.card.id == self.detail.flow:
                tile.setFocus()

    def _lay_out(self) -> None:
        column = self._sheet.column
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(_grown(self._grid))
        column.addWidget(self._mistakes)
        column.addWidget(self._notes)
        column.addStretch(1)

    def _make_tiles(self) -> None:
        clear(self._grid)
        self.tiles = tuple(FlowTile(self._theme, card) for card in self._cards)
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, flow=tile.card.id: self.open_card(flow))
            self._grid.addWidget(tile)
        self._dress_tiles()

    def _dress_tiles(self) -> None:
        for tile in self.tiles:
            tile.show_figure(telling_step(tile.card.steps, self._figures))

    def _narrow(self) -> None:
        """Show the flows that fit, and say so where there is none."""
        shown = 0
        self._grid.setEnabled(False)  # one arrangement at the end, not one a card
        for tile in self.tiles:
            fits = self.search.fits(tile.card)
            tile.setVisible(fits)
            shown += fits
        self._grid.setEnabled(True)
        self._grid.invalidate()
        self._grid.activate()
        self._none.setVisible(not shown)
        self._none.setText(_NO_MATCH if self._cards else "There is no flow that can be used.")


def _rank(card: FlowCard) -> tuple[bool, bool]:
    """Return what puts the athlete's own flows first, then favourites; else order stays."""
    return not card.file and not card.origin, not card.starred


class MistakeCard(Card):
    """Files with what is to be said of them, such as a mistake, its line and what to do.

    ``wants`` carries EditFile.
    """

    wants = Signal(Intention)

    def __init__(self, title: str) -> None:
        super().__init__(title)
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
                self._lines.addWidget(self._opener(file), 0, Qt.AlignmentFlag.AlignLeft)
            where = f"Line {mistake.line}: " if mistake.line else ""
            self._lines.addWidget(label(f"{where}{mistake.text}", wrap=True))

    def _opener(self, file: str) -> QPushButton:
        made = button("Open in the editor", "chip")
        made.setAccessibleName(f"Open in the editor: {Path(file).name}")
        made.clicked.connect(lambda: self.wants.emit(EditFile(file)))
        return made


def _grown(grid: CardGrid) -> QWidget:
    holder = QWidget()
    holder.setLayout(grid)
    return holder
