"""What a flow's card says, on it and aloud. Free of Qt."""

from collections.abc import Callable, Sequence

from longstride.ui.shown.cards import FlowCard
from longstride.ui.widgets.charts.dates import full_day


def flow_told(card: FlowCard) -> str:
    """Return a card's title and facts, and what the athlete has of it, as a screen reader says."""
    last = f"last done {full_day(card.last_done)}" if card.last_done else ""
    own = "yours" if card.file else ""
    star = "favourite" if card.starred else ""
    return ", ".join(filter(None, (card.title, *card.facts, own, star, last)))


def fitting_gear(things: Sequence[str], room: float, width: Callable[[str], float]) -> str:
    """Return as many things as have room, and how many more there are; "" where none has."""
    for many in range(len(things), -1, -1):
        more = len(things) - many
        told = ", ".join(things[:many]) + (f" +{more}" if more else "")
        if told and width(told.strip()) <= room:
            return told.strip()
    return ""
