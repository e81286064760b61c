"""The nearest name: what somebody meant by a word, or nothing rather than something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow

NEAR = 0.8  # of all letters; two names of drills that differ in a word are less alike
NEAR_WORD = 0.7  # of each word
NEAR_SQUEEZED = 0.9  # of a name whose words are divided otherwise
_LONGEST = 80  # characters of a word that are compared

Named = tuple[str, str]
"""A name and the id of what it names."""


def drill_names(drills: Mapping[str, Drill]) -> Iterator[Named]:
    """Yield every name of drills with the drill's id: ids, names and aliases."""
    for name, drill in drills.items():
        yield from ((each, name) for each in (name, drill.name, *drill.aliases))


def flow_names(flows: Mapping[str, Flow]) -> Iterator[Named]:
    """Yield every name of flows with the flow's id: ids and titles."""
    for name, flow in flows.items():
        yield from ((each, name) for each in (name, flow.title))


def named(word: str, names: Iterable[Named]) -> str | None:
    """Return the one that goes by a word, however it is spaced and spelt; None for none or two."""
    wanted = _squeezed(word)
    found = {target for name, target in names if wanted and _squeezed(name) == wanted}
    return found.pop() if len(found) == 1 else None


def meant(word: str, names: Iterable[Named]) -> str | None:
    """Return the one that goes by a word, or the one whose name was mistyped.

    None where no name is near, and where two are equally so.
    """
    all_names = tuple(names)
    if (known := named(word, all_names)) is not None:
        return known
    likeness: dict[str, float] = {}
    for name, target in all_names:
        likeness[target] = max(_likeness(word[:_LONGEST], name), likeness.get(target, 0.0))
    best = max(likeness.values(), default=0.0)
    nearest = [target for target, alike in likeness.items() if alike and alike == best]
    return nearest[0] if len(nearest) == 1 else None


def _likeness(word: str, name: str) -> float:
    """Return how alike two names are, 0 where one is no slip of the finger for the other."""
    ours, theirs = _words(word), _words(name)
    if not ours or not theirs:
        return 0.0
    if len(ours) != len(theirs):
        alike = _ratio("".join(ours), "".join(theirs))
        return alike if alike >= NEAR_SQUEEZED and ours[0][0] == theirs[0][0] else 0.0
    if not all(map(_is_slip, ours, theirs)):
        return 0.0
    alike = _ratio(" ".join(ours), " ".join(theirs))
    swapped = sorted("".join(ours)) == sorted("".join(theirs))
    return alike if swapped or alike >= NEAR else 0.0


def _is_slip(ours: str, theirs: str) -> bool:
    """Return whether a word is another mistyped: no number, and not in its first letter alone."""
    if ours == theirs:
        return True
    if any(sign.isdigit() for sign in ours + theirs):
        return False
    if sorted(ours) == sorted(theirs):
        return True
    return ours[0] == theirs[0] and _ratio(ours, theirs) >= NEAR_WORD


def _ratio(ours: str, theirs: str) -> float:
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _squeezed(text: str) -> str:
    return "".join(_words(text))
