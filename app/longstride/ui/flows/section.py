"""Some flows under a heading, with how many of them fit."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.ui.flows.tile import FlowButton
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard
from longstride.ui.widgets.flow_layout import CardGrid, Reflow
from longstride.ui.widgets.text import clear, label

Make = Callable[[Theme, FlowCard], FlowButton]


class FlowSection(QWidget):
    """Flows as buttons; it is not there while it has none."""

    def __init__(self, theme: Theme, make: Make, gap: int) -> None:
        super().__init__()
        self._theme, self._make = theme, make
        self.buttons: Mapping[str, FlowButton] = {}
        self._grid = CardGrid(theme, least=320, gap=gap)
        self._heading = label(role="heading")
        self._count = label(role="count", wrap=True)
        self.head = Reflow(theme, 620, gap=10)
        self.head.add(self._heading, 0)
        self.head.add(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        cards = QWidget()
        cards.setLayout(self._grid)
        column.addWidget(cards)

    def show_cards(self, heading: str, cards: Sequence[FlowCard]) -> None:
        """Have other flows, all of them in sight."""
        clear(self._grid)
        self.buttons = {card.id: self._make(self._theme, card) for card in cards}
        for each in self.buttons.values():
            self._grid.addWidget(each)
        self._heading.setText(heading)
        self.setVisible(bool(cards))

    def arrange(self, flows: Sequence[str]) -> tuple[FlowButton, ...]:
        """Show these flows of it, in their order, and no others; return their buttons."""
        shown = {flow: self.buttons[flow] for flow in flows if flow in self.buttons}
        order = {**shown, **self.buttons}
        self._grid.setEnabled(False)  # one arrangement at the end, not one a card
        self._grid.stand(tuple(order.values()))
        for flow, each in order.items():
            each.setVisible(flow in shown)
        self._grid.setEnabled(True)
        self._grid.invalidate()
        self._grid.activate()
        return tuple(shown.values())

    def tell(self, text: str) -> None:
        """Say beside the heading how many are shown, "" where all are."""
        self._count.setText(text)
        if not text:  # a blank line has no name
            self._count.setAccessibleName("all shown")
