"""One drill of the catalogue: its figure in motion, how to do it, and where it leads."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.drills.cards import DrillCard, Link
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import OpenFlow
from longstride.ui.look.theme import Theme
from longstride.ui.shown.stages import stage_name
from longstride.ui.widgets.card import Card, ScrollPage
from longstride.ui.widgets.figure.loop import FigureLoop
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import Pills, button, clear, label, overline

Follow = Callable[[str], object]  # takes the id of what a link leads to

_NOTHING = {
    "Easier": "Nothing easier in the catalogue.",
    "Harder": "Nothing harder in the catalogue.",
    "Used in": "No flow yet.",
}


class DrillDetail(ScrollPage):
    """Shows a DrillCard; ``wants`` carries OpenFlow, ``open_drill`` the id of another drill."""

    open_drill = Signal(str)
    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Drill")
        self.figure = FigureLoop(theme)
        self._stage = Card()
        self._stage.setAccessibleName("How it looks")
        self._stage.column.addWidget(self.figure)
        self._name = label(role="title", wrap=True)
        self._aliases = label(role="quiet", wrap=True)
        self._facts = Pills()
        self._purpose = label(role="lead", wrap=True)
        self._how, self._feeling, self._links = (QVBoxLayout() for _ in range(3))
        self._lay_out(theme)

    def show_drill(self, card: DrillCard, figure: Figure | None) -> None:
        """Show a drill; without a figure its words stand alone."""
        self.unveil()
        self._stage.setVisible(figure is not None)
        if figure is not None:
            words = f"{card.name}, shown as a figure in motion"
            self.figure.show_loop(figure, card.beats, words, turning=card.turning)
        self._name.setText(card.name)
        self._aliases.setText(f"Also called {_listed(card.aliases)}")
        self._aliases.setVisible(bool(card.aliases))
        self._facts.show_texts((stage_name(card.stage), *card.facts, card.dose))
        self._purpose.setText(card.purpose)
        self._fill_how(card)
        self._fill_feeling(card)
        self._fill_links(card)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self, theme: Theme) -> None:
        self.column.setSpacing(12)
        for widget in (self._stage, self._name, self._aliases, self._facts, self._purpose):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        columns = Reflow(theme, 720)
        columns.add(_card("How", self._how), 5)
        columns.add(_card("What to notice", self._feeling), 4)
        self.column.addWidget(columns)
        self.column.addWidget(_card("From here", self._links))
        self.column.addStretch(1)

    def _fill_how(self, card: DrillCard) -> None:
        clear(self._how)
        self._how.addWidget(label(card.setup, "lead", wrap=True))
        for cue in card.cues:
            self._how.addWidget(label(f"– {cue}", wrap=True))
        for other in card.instead:
            self._how.addWidget(label(other, "quiet", wrap=True))

    def _fill_feeling(self, card: DrillCard) -> None:
        clear(self._feeling)
        for heading, text, role in (("Feel", card.feel, "good"), ("Avoid", card.avoid, "warn")):
            if text:
                self._feeling.addWidget(label(heading, role))
                self._feeling.addWidget(label(text, wrap=True))

    def _fill_links(self, card: DrillCard) -> None:
        clear(self._links)
        self._add_links("Easier", (card.easier,) if card.easier else (), self.open_drill.emit)
        self._add_links("Harder", (card.harder,) if card.harder else (), self.open_drill.emit)
        self._add_links("Used in", card.used_in, self._open_flow)

    def _add_links(self, heading: str, links: tuple[Link, ...], follow: Follow) -> None:
        self._links.addWidget(overline(heading))
        if not links:
            self._links.addWidget(label(_NOTHING[heading], "quiet", wrap=True))
            return
        line = QWidget()
        row = FlowLayout(line, gap=8)
        for target, name in links:
            row.addWidget(_link_to(heading, target, name, follow))
        self._links.addWidget(line)

    def _open_flow(self, flow: str) -> None:
        self.wants.emit(OpenFlow(flow))


def _link_to(heading: str, target: str, name: str, follow: Follow) -> QWidget:
    made = button(name, "chip")
    made.setAccessibleName(f"{heading}: {name}")
    made.clicked.connect(lambda: follow(target))
    return made


def _card(heading: str, lines: QVBoxLayout) -> Card:
    card = Card(heading)
    lines.setSpacing(10)
    card.column.addLayout(lines)
    card.column.addStretch(1)
    return card


def _listed(names: tuple[str, ...]) -> str:
    return (
        names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}" if names else ""
    )
