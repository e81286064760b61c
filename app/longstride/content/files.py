"""Files of drills, flows, poses and plans in their folders, and the ids their names stand for."""

import os
import re
import unicodedata
from hashlib import sha256
from pathlib import Path

_ENDING = re.compile(r"(\.flow)?\.toml$", re.IGNORECASE)
_LONGEST = 60


def all_toml_files(folder: Path) -> list[Path]:
    """Return what lies in a folder under a name that ends in .toml, in whatever case."""
    return sorted(path for path in folder.glob("*") if path.suffix.casefold() == ".toml")


def toml_files(folder: Path) -> list[Path]:
    """Return the files of a folder that are read: those that are not hidden."""
    return [path for path in all_toml_files(folder) if not is_hidden(path)]


def is_hidden(path: Path) -> bool:
    """Return whether a file's name begins with a dot, as those of editors and systems do."""
    return path.name.startswith(".")


def id_of(path: Path) -> str:
    """Return the id that a file's name stands for: ``My hips.flow.toml`` is ``my-hips``.

    Where it has neither a letter from a to z nor a digit, the id is made of the whole name.
    """
    name = _name(path)
    if is_nameless(path):
        whole = os.fsencode(unicodedata.normalize("NFC", name))
        return f"flow-{sha256(whole).hexdigest()[:8]}"
    return slug(name)


def is_nameless(path: Path) -> bool:
    """Return whether nothing of a file's name can stand in an id."""
    return not re.search(r"[a-z0-9]", _name(path).lower())


def _name(path: Path) -> str:
    return _ENDING.sub("", path.name)


def slug(text: str) -> str:
    """Return lower-case words with hyphens, at most 60 characters, never empty."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:_LONGEST].strip("-") or "flow"
