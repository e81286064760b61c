"""The short page of help for each page of the window, read from where its texts lie."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

PLAYER = "player"
_EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys as Qt's portable text has them, how they are joined when shown, and what they do."""

    press: tuple[str, ...]
    join: str
    does: str


@dataclass(frozen=True, slots=True)
class Help:
    """A page's title, a few paragraphs, and its keys."""

    title: str
    words: tuple[str, ...]
    keys: tuple[Keys, ...]


def read_help(folder: Path, page: str) -> Help:
    """Return the help for a page, with the keys that work on every page but the player."""
    own = _read(folder, page)
    if page == PLAYER:
        return own
    return Help(own.title, own.words, own.keys + _read(folder, _EVERYWHERE).keys)


def _read(folder: Path, name: str) -> Help:
    found = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    keys = (
        Keys(tuple(each["press"]), each.get("join", "or"), each["does"])
        for each in found.get("keys", ())
    )
    return Help(found["title"], tuple(found["words"]), tuple(keys))
