"""Drafts kept in the state folder on every change, to be offered after a crash.

A kept draft is one file: a line of JSON that says what it is of, and the flow's file as it would
be saved. It is removed when the draft is saved or given up.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from longstride.content.writing.draft import reopen
from longstride.content.writing.saving import Opened
from longstride.core.errors import FileError
from longstride.files import write_whole
from longstride.plain_files import read_plain

_SUFFIX = ".draft"
_MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was kept, and where; ``saved`` is the moment of that, in s since 1970."""

    place: Path
    opened: Opened
    saved: float

    @property
    def title(self) -> str:
        """What it is called in a sentence."""
        return self.opened.draft.name


def new_place(state: Path) -> Path:
    """Return a place for the draft of one sitting; two windows have one each."""
    return state / "drafts" / f"{os.urandom(6).hex()}{_SUFFIX}"


def keep(place: Path, opened: Opened) -> None:
    """Keep a draft in its place; FileError."""
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{place.parent} cannot be made ({error.strerror}); make room.") from error
    about = {"file": str(opened.file) if opened.file else None, "mark": opened.mark}
    name = {**about, "name": opened.draft.file}
    write_whole(place, json.dumps(name).encode() + b"\n" + opened.draft.content)


def drop(place: Path) -> None:
    """Remove a kept draft; one that cannot be removed is offered once more."""
    try:
        place.unlink(missing_ok=True)
    except OSError:
        return


def kept_drafts(state: Path) -> tuple[Kept, ...]:
    """Return the drafts that were neither saved nor given up, the newest first."""
    places = (state / "drafts").glob(f"*{_SUFFIX}")
    found = [kept for place in places for kept in _read(place)]
    return tuple(sorted(found, key=lambda kept: -kept.saved))


def _read(place: Path) -> Iterator[Kept]:
    """Yield what stands in a place; nothing of a file that is damaged or another's."""
    try:
        head, _, content = read_plain(place, _MOST_BYTES).partition(b"\n")
        about, saved = json.loads(head), place.stat().st_mtime
        draft = reopen(content, str(about["name"]))
        file = Path(about["file"]) if about["file"] else None
        yield Kept(place, Opened(draft, file, str(about["mark"])), saved)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return
