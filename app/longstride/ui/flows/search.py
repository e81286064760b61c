"""The row above the flows: a search field, the equipment, and filters."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from longstride.ui.flows.filters import Filter, equipment, filters, fits
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard, with_article
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.search_field import SearchField
from longstride.ui.widgets.text import button, clear, label

ALL = "All"
ANYTHING = ""


class FlowSearch(QWidget):
    """Narrows flows down; ``changed`` says that ``fits`` may answer differently."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._filters: dict[str, Filter] = {}
        self.words = SearchField(theme, "Search flows and drills")
        self.needs = Choice(theme, "Equipment")
        self.new = button("New flow")
        self.bring = button("Import a file…", "ghost")
        self._chips = QWidget()
        self._row = FlowLayout(self._chips, gap=8)
        self._lay_out(theme)
        self.words.settled.timeout.connect(self.changed)
        self.needs.currentIndexChanged.connect(self.changed)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The filters offered, All first."""
        items = [self._row.itemAt(place) for place in range(self._row.count())]
        return tuple(cast("QPushButton", item.widget()) for item in items if item)

    def offer(self, cards: tuple[FlowCard, ...]) -> None:
        """Offer what narrows these flows down; what was chosen stays, where it still can be."""
        chosen, need = {chip.text() for chip in self.chips if chip.isChecked()}, self.needs.value
        self._filters = {each.name: each for each in filters(cards)}
        clear(self._row)
        for name in (ALL, *self._filters):
            self._row.addWidget(self._chip(name, on=name in chosen))
        things = equipment(cards)
        items = (("Any equipment", ANYTHING), *((f"With {with_article(e)}", e) for e in things))
        self.needs.offer(items, need if need in things else ANYTHING)
        self.needs.setVisible(bool(things))
        self._chips.setVisible(len(cards) > 1)
        self._mark_all()

    def fits(self, card: FlowCard) -> bool:
        """Return whether a flow is to be shown."""
        return fits(card, self._chosen(), self.words.text(), str(self.needs.value or ANYTHING))

    def _lay_out(self, theme: Theme) -> None:
        head = Reflow(theme, 960, gap=16)
        head.add(label("Flows", "title"), 3)
        head.add(self.words, 3)
        head.add(self.needs, 2)
        head.add(self.new, 0)
        head.add(self.bring, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(head)
        column.addWidget(self._chips)

    def _chip(self, name: str, *, on: bool) -> QPushButton:
        chip = button(name, "chip")
        chip.setCheckable(True)
        chip.setChecked(on)
        if name == ALL:
            chip.clicked.connect(self._clear)
        chip.toggled.connect(self._choose_all if name == ALL else self._choose)  # as readers do
        return chip

    def _chosen(self) -> tuple[Filter, ...]:
        return tuple(self._filters[chip.text()] for chip in self.chips[1:] if chip.isChecked())

    def _clear(self) -> None:
        for chip in self.chips[1:]:
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self._choose()

    def _choose_all(self, on: bool) -> None:
        if on and self._chosen():
            self._clear()

    def _choose(self) -> None:
        self._mark_all()
        self.changed.emit()

    def _mark_all(self) -> None:
        self.chips[0].setChecked(not self._chosen())
