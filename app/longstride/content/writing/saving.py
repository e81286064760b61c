"""Drafts and files: opened, saved, made anew, copied out, deleted and put back.

A file is known by its mark, the hash of what was read: one that another program or window has
changed meanwhile is never written over. What cannot be written is one sentence, and the draft
stays as it was.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from longstride.content.files import id_of, slug, toml_files
from longstride.content.gate import MOST_BYTES, parse
from longstride.content.own_flows import SUFFIX, write_new
from longstride.content.writing.commands import set_head
from longstride.content.writing.draft import Draft, open_draft
from longstride.core.errors import ChangedError, FileError, FlowError, Mistake
from longstride.files import write_whole
from longstride.plain_files import followed, read_plain

_OTHERS = 0o044  # the group or anybody may read it
_LONGEST_ID = 60
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft and the file it is of, as that was when it was read. None: it has no file yet."""

    draft: Draft
    file: Path | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A flow's file that was deleted, with all that is wanted to put it back."""

    file: Path
    content: bytes


def open_file(file: Path) -> Opened:
    """Return a flow's file to write in; FlowError where it cannot be read at all."""
    content = _read(file)
    return Opened(open_draft(content, str(file)), file, mark_of(content))


def mark_of(content: bytes) -> str:
    """Return what tells one content of a file from another."""
    return sha256(content).hexdigest()


def file_of(folder: Path, flow: str) -> Path | None:
    """Return the file in a folder that holds the flow of an id, None where there is none."""
    return next((path for path in toml_files(folder) if _id_in(path) == flow), None)


def ids_in(folder: Path) -> set[str]:
    """Return the ids of all flows in a folder, also of those that cannot be led."""
    return {_id_in(path) for path in toml_files(folder)}


def is_changed(opened: Opened) -> bool:
    """Return whether a draft's file is another by now; one that is gone is not."""
    if opened.file is None:
        return False
    try:
        return mark_of(read_plain(opened.file, MOST_BYTES + 1)) != opened.mark
    except FileNotFoundError:
        return False
    except OSError:
        return True


def save(opened: Opened) -> Opened:
    """Write a draft to its file; ChangedError where that is another by now, FileError."""
    file = opened.file
    assert file is not None, "a new flow is saved by save_new"
    if is_changed(opened):
        raise ChangedError(
            f"{file.name} was changed by something else meanwhile; keep yours as a copy, or read "
            "the file again."
        )
    content = opened.draft.content
    try:
        place = followed(file)
    except OSError as error:
        raise _refused(file, error) from error
    write_whole(place, content, private=not _is_read_by_others(place))
    return Opened(opened.draft, file, mark_of(content))


def _is_read_by_others(place: Path) -> bool:
    try:
        return bool(place.stat().st_mode & _OTHERS)
    except OSError:  # it is gone
        return False


def save_new(draft: Draft, folder: Path, taken: Collection[str]) -> Opened:
    """Write a draft to a new file under an id of its own, which its title gives; FileError.

    ``taken`` are the ids of other flows. No file is ever written over.
    """
    for name in _new_ids(draft.title, {*taken, *ids_in(folder)}):
        named = set_head(draft, "id", name)
        file = folder / f"{name}{SUFFIX}"
        try:
            file = write_new(named.content, iter((file,)))
        except FileExistsError:
            continue
        except OSError as error:
            raise _refused(file, error) from error
        return Opened(named, file, mark_of(named.content))
    raise AssertionError("there is always another number")


def _new_ids(title: str, taken: Collection[str]) -> Iterator[str]:
    """Yield ids that a title gives and no other flow has: ``my-hips``, ``my-hips-2``."""
    first = slug(title)
    for number in count(1):
        tail = "" if number == 1 else f"-{number}"
        name = first[: _LONGEST_ID - len(tail)].rstrip("-") + tail
        if name not in taken:
            yield name


def made_mine(draft: Draft) -> Draft:
    """Return a copy of a flow with a title of its own, that has neither an id nor a file yet."""
    for key, value in (("title", _own_title(draft.title)), ("say", None), ("id", None)):
        draft = set_head(draft, key, value)
    return draft


def _own_title(title: str) -> str:
    """Return a title for a copy: "My hips" of "Hips", "My hips, a copy" of that."""
    own = f"{title}, a copy" if title.startswith("My ") else f"My {title}"
    return own if len(own) <= _LONGEST_TITLE else title


def save_copy(draft: Draft, file: Path, flow: str = "") -> None:
    """Write a draft as one file to pass on; FileError.

    It holds its own drills, and the id that it goes by here, ``flow``, whatever the file is
    called. One that comes with the program is passed on without: it would take that one's place.
    """
    named = draft if "id" in draft.head or not flow else set_head(draft, "id", flow)
    write_whole(file, named.content, private=False)


def remove(file: Path) -> Removed:
    """Delete a flow's file and return what puts it back; FileError."""
    content = _read(file)
    try:
        file.unlink()
    except OSError as error:
        raise _refused(file, error, "deleted") from error
    return Removed(file, content)


def put_back(removed: Removed) -> None:
    """Put a deleted file back; FileError where another stands there by now."""
    try:
        write_new(removed.content, iter((removed.file,)))
    except OSError as error:
        raise _refused(removed.file, error) from error


def _id_in(path: Path) -> str:
    """Return the id a file's flow goes by; a broken file's is that of its name."""
    try:
        name = parse(read_plain(path, MOST_BYTES + 1), path.name).table.get("id")
    except (OSError, FlowError):
        name = None
    return name if isinstance(name, str) else id_of(path)


def _read(file: Path) -> bytes:
    try:
        return read_plain(file, MOST_BYTES + 1)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        text = f"this file cannot be opened: {why}"
        raise FlowError((Mistake(str(file), 0, text),)) from error


def _refused(file: Path, error: OSError, done: str = "written") -> FileError:
    why = error.strerror or "unknown reason"
    return FileError(f"{file} cannot be {done} ({why}); choose another place or make room.")
