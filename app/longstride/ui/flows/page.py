"""Flows: the athlete's own, all others, and what is wrong with files that cannot be used."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from longstride.core.errors import Mistake
from longstride.core.figure.figure import Figure
from longstride.core.flow.talk import Talk
from longstride.ui.flows.detail import FlowDetail
from longstride.ui.flows.fitting import Order, fits, in_order, matched_drill, pictures
from longstride.ui.flows.mistake_card import MistakeCard
from longstride.ui.flows.nothing import SHORTER, Nothing
from longstride.ui.flows.search import FlowSearch
from longstride.ui.flows.section import FlowSection
from longstride.ui.flows.tile import FlowButton, FlowRow, FlowTile
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import ImportFlow, NewFlow
from longstride.ui.intentions.window import MissGear
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.finding import nearest_first
from longstride.ui.widgets.card import ScrollPage
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.text import label


class FlowsPage(QStackedWidget):
    """The cards, or one flow opened."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards: tuple[FlowCard, ...] = ()
        self._awaited = ""  # the flow that is opened once there are cards
        self._figures: Mapping[str, Figure] = {}
        self.tiles: tuple[FlowButton, ...] = ()
        self._talk = Talk.FULL
        self._sheet = ScrollPage("Flows")
        self.search = FlowSearch(theme)
        self.yours = FlowSection(theme, FlowRow, gap=16)
        self.others = FlowSection(theme, FlowTile, gap=24)
        self._sections = (self.yours, self.others)
        self.order = Choice(theme, "Order")
        self.nothing = Nothing()
        self.shorter = label(SHORTER, "quiet", wrap=True)
        self._mistakes = MistakeCard("Files that need a correction")
        self._notes = MistakeCard("Good to know of your files")
        self.detail = FlowDetail(theme)
        self._lay_out()
        self._connect()

    def show_flows(
        self,
        cards: tuple[FlowCard, ...],
        mistakes: tuple[Mistake, ...] = (),
        notes: tuple[Mistake, ...] = (),
    ) -> None:
        """Show flows, every mistake in files that had to be left out, and notes."""
        self._sheet.unveil()
        self._mistakes.show_mistakes(mistakes)
        self._notes.show_mistakes(notes)
        if cards != self._cards or not self._cards:
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
        self.detail.show_figures(figures)

    def set_talk(self, talk: Talk) -> None:
        """Take the athlete's talk level as the one a flow begins with."""
        self._talk = talk

    def set_known(self, known: Collection[str]) -> None:
        """Take the ids of the drills the athlete knows."""
        self.detail.show_known(known)

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
        self.order.setProperty("role", "bare")
        self.order.setMinimumContentsLength(0)
        self.order.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.order.offer(tuple((each.value, each) for each in Order), Order.USED)
        self.others.head.add(self.order, 0)
        for part in (self.search, self.yours, self.others, self.shorter, self.nothing):
            self._sheet.column.addWidget(part)
        self._sheet.column.addWidget(self._mistakes)
        self._sheet.column.addWidget(self._notes)
        self._sheet.column.addStretch(1)
        self.addWidget(self._sheet)
        self.addWidget(self.detail)

    def _connect(self) -> None:
        self.detail.back.connect(self.show_cards)
        self.search.changed.connect(self._narrow)
        self.order.currentIndexChanged.connect(lambda _: self._narrow())
        self.nothing.cleared.connect(self.search.clear)
        self.search.new.clicked.connect(lambda: self.wants.emit(NewFlow()))
        self.search.bring.clicked.connect(lambda: self.wants.emit(ImportFlow()))
        self.search.questions.missing.connect(lambda gear: self.wants.emit(MissGear(gear)))
        for part in (self.detail, self._mistakes, self._notes):
            part.wants.connect(self.wants)

    def _make_tiles(self) -> None:
        yours = [card for card in self._cards if card.is_own or card.starred]
        yours.sort(key=lambda card: not card.is_own)
        others = [card for card in self._cards if card not in yours]
        self.yours.show_cards("Yours", yours)
        self.others.show_cards("More flows" if yours else "All flows", others)
        self.tiles = (*self.yours.buttons.values(), *self.others.buttons.values())
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, flow=tile.card.id: self.open_card(flow))
        self._dress_tiles()

    def _dress_tiles(self) -> None:
        figures = pictures(self._cards, self._figures)
        for tile in self.tiles:
            tile.show_figure(figures[tile.card.id])

    def _narrow(self) -> None:
        """Show the flows that fit, the nearest to a search first, and say so where none does."""
        wanted, has = self.search.wanted, self.search.has
        order = self.order.value
        assert isinstance(order, Order), "one is always chosen"
        near = nearest_first(in_order(self._cards, order), lambda card: card.found_by, wanted)
        found = {card.id: matched_drill(card, wanted) for card in near if fits(card, has)}
        for tile in self.tiles:
            tile.show_found(found.get(tile.card.id, ""))
        parts = [section.arrange(tuple(found)) for section in self._sections]
        for section, part in zip(self._sections, parts, strict=True):
            section.tell(_count(len(part), len(section.buttons), wanted))
            section.setVisible(bool(found and section.buttons))
        self.order.setVisible(not wanted)
        self.shorter.setVisible(bool(found and has.minutes and len(found) < len(near)))
        self.nothing.setVisible(not found)
        self.nothing.show_why(wanted, has, any_flow=bool(self._cards))
        self._chain(*parts)

    def _chain(self, yours: Sequence[QWidget], others: Sequence[QWidget]) -> None:
        """Have Tab go through the page as it stands, however late a part of it was made."""
        last = (self.nothing.clear, *self._mistakes.openers, *self._notes.openers)
        for pair in pairwise((*self.search.fields, *yours, self.order, *others, *last)):
            QWidget.setTabOrder(*pair)


def _count(shown: int, of: int, wanted: str) -> str:
    """Return how many of a section are shown, "" where nothing leaves any out."""
    if wanted:
        return f"{shown} of {of} found"
    return f"{shown} of {of} fit what you have" if shown < of else ""
