"""What a search finds first: a name, then another name, then a muscle, then any other text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FoundBy:
    """What something is found by, from its name, which counts most, to any text; all casefolded."""

    name: str
    aliases: str = ""
    muscles: str = ""
    text: str = ""


NAMELESS = FoundBy("")


def found_by(
    name: str,
    aliases: Iterable[str] = (),
    muscles: Iterable[str] = (),
    texts: Iterable[str] = (),
) -> FoundBy:
    """Return what something is found by, whatever the case of what it is called."""
    return FoundBy(*("\n".join(each).casefold() for each in ([name], aliases, muscles, texts)))


def farness(by: FoundBy, wanted: str) -> int | None:
    """Return how far something lies from the words wanted, 0 nearest; None where it lacks one."""
    words = wanted.casefold().split()
    if words and by.name.startswith(" ".join(words)):
        return 0
    total = 1
    for word in words:
        far = _farness(by, word)
        if far is None:
            return None
        total += far
    return total


def nearest_first(things: Iterable[T], by: Callable[[T], FoundBy], wanted: str) -> tuple[T, ...]:
    """Return the things that have every word wanted, nearest first; otherwise as they stood."""
    far = [(farness(by(thing), wanted), thing) for thing in things]
    found = [(each, thing) for each, thing in far if each is not None]
    return tuple(thing for _, thing in sorted(found, key=lambda pair: pair[0]))


def _farness(by: FoundBy, word: str) -> int | None:
    """Return how far one word is: each field is farther than the one before it, and a word's
    inside farther than its beginning.
    """
    for field, text in enumerate((by.name, by.aliases, by.muscles, by.text)):
        if word in text:
            return 2 * field + (not _begins(word, text))
    return None


def _begins(word: str, text: str) -> bool:
    """Return whether a word of the text begins so."""
    at = text.find(word)
    while at >= 0:
        if not at or not text[at - 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
