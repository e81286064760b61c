"""Which flows fit what the athlete has, in which order, and how each is told apart. Free of Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from longstride.core.figure.figure import Figure
from longstride.settings.readers import MOST_GEAR
from longstride.ui.shown.cards import FlowCard, figure_of, telling_steps
from longstride.ui.shown.finding import FoundBy, farness

ANY_TIME = 0
TIMES = (ANY_TIME, 5, 10, 15, 25)  # minutes


class Order(StrEnum):
    """What stands first; the value is how the athlete reads it."""

    USED = "Most used first"
    SHORT = "Shortest first"
    NAME = "A to Z"


@dataclass(frozen=True, slots=True)
class Has:
    """What the athlete has: so many minutes, and every gear but what is missing."""

    minutes: int = ANY_TIME
    missing: frozenset[str] = frozenset()


def fits(card: FlowCard, has: Has) -> bool:
    """Return whether a flow can be done as it is; it may still be made shorter on its page."""
    in_time = not has.minutes or card.minutes <= has.minutes
    return in_time and has.missing.isdisjoint(card.equipment)


def all_gear(cards: Sequence[FlowCard]) -> tuple[str, ...]:
    """Return what the flows need at hand, the most usual first."""
    usual = Counter(thing for card in cards for thing in card.equipment)
    return tuple(sorted(usual, key=lambda thing: (-usual[thing], thing))[:MOST_GEAR])


def in_order(cards: Sequence[FlowCard], order: Order) -> tuple[FlowCard, ...]:
    """Return flows as they are to stand, the athlete's own before all others."""
    return tuple(sorted(cards, key=lambda card: (not card.is_own, _place(card, order))))


def _place(card: FlowCard, order: Order) -> tuple[str, int, int]:
    """Return what an order goes by; of flows used alike the shorter stands first."""
    if order is Order.NAME:
        return card.title.casefold(), 0, 0
    return "", -card.times if order is Order.USED else 0, card.length


def matched_drill(card: FlowCard, words: str) -> str:
    """Return the name of the drill that a search means, "" where it is the flow's own name."""
    if not words.strip() or farness(FoundBy(card.found_by.name), words) is not None:
        return ""
    far = [(farness(by, words), name) for name, by in card.parts]
    return min(((each, name) for each, name in far if each is not None), default=(0, ""))[1]


def pictures(
    cards: Sequence[FlowCard], figures: Mapping[str, Figure]
) -> Mapping[str, Figure | None]:
    """Return the figure of each flow by its id, no two alike where their drills leave a choice.

    What ships chooses first, and of it what has the fewest drills, so that it looks the same for
    everybody; each takes the most telling that is left.
    """
    taken: set[str] = set()
    chosen: dict[str, Figure | None] = {}
    for card in sorted(cards, key=_choice):
        steps = telling_steps(card.steps, figures)
        free = next((step for step in steps if step.looks not in taken), None)
        step = free or next(iter(steps), None)
        taken.update((step.looks,) if step else ())
        chosen[card.id] = figure_of(step, figures) if step else None
    return chosen


def _choice(card: FlowCard) -> tuple[bool, int, str]:
    return card.is_own, len({step.looks for step in card.steps}), card.id
