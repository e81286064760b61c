"""How flows are narrowed down: by words, time, equipment and occasion. Free of Qt."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from longstride.ui.shown.cards import FlowCard, has_words

MOST_OCCASIONS = 8  # more of them would hide the cards; the search finds the others
_SHORT, _LONG = 6 * 60_000, 15 * 60_000


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition; of one kind any may be met, of different kinds all have to be."""

    kind: str
    name: str
    fits: Callable[[FlowCard], bool]


def filters(cards: Sequence[FlowCard]) -> tuple[Filter, ...]:
    """Return the filters that leave something out, in the order to be offered."""
    return tuple(
        each for each in _all_filters(cards) if 0 < sum(map(each.fits, cards)) < len(cards)
    )


def equipment(cards: Sequence[FlowCard]) -> tuple[str, ...]:
    """Return everything any flow needs, the most usual first."""
    return tuple(name for name, _ in Counter(e for c in cards for e in c.equipment).most_common())


def fits(card: FlowCard, chosen: Sequence[Filter], words: str = "", needs: str = "") -> bool:
    """Return whether a flow meets the filters, has all the words, and uses the equipment."""
    kinds = {each.kind for each in chosen}
    return (
        all(any(f.fits(card) for f in chosen if f.kind == kind) for kind in kinds)
        and has_words(card.words, words)
        and (not needs or needs in card.equipment)
    )


def _all_filters(cards: Sequence[FlowCard]) -> Iterator[Filter]:
    yield Filter("time", "Under 6 min", lambda card: card.length < _SHORT)
    yield Filter("time", "6 to 15 min", lambda card: _SHORT <= card.length <= _LONG)
    yield Filter("time", "Over 15 min", lambda card: card.length > _LONG)
    yield Filter("equipment", "No equipment", lambda card: not card.equipment)
    usual = Counter(occasion for card in cards for occasion in card.occasions)
    for occasion, _ in usual.most_common(MOST_OCCASIONS):
        yield Filter("occasion", occasion[:1].upper() + occasion[1:], _for(occasion))


def _for(occasion: str) -> Callable[[FlowCard], bool]:
    return lambda card: occasion in card.occasions
