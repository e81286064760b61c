"""Values as TOML text, and keys put into a block of a file with the rest of it left alone."""

import json
import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from longstride.content.tokens import comment_of
from longstride.content.writing.statements import Statement, cut_lines, statements

Path = tuple[str, ...]
_WIDTH = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def clean(value: Any) -> Any:
    """Return a value as a file can hold it: half a character is none, and a tuple is a list."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\r\n", "\n")
    if isinstance(value, list | tuple):
        return [clean(each) for each in value]
    if isinstance(value, Mapping):
        return {str(clean(key)): clean(each) for key, each in value.items()}
    return value


def value_text(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(value_text, value))}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_text(key)} = {value_text(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return value.isoformat() if isinstance(value, date | time) else repr(value)


def key_text(key: str) -> str:
    """Return a key as it is written."""
    return key if _BARE.fullmatch(key) else value_text(key)


def without_key(toml: str, path: Path) -> str:
    """Return a text without a key and all that is inside it."""
    lines = cut_lines(toml)
    for each in reversed(_of(toml, path)):
        del lines[each.first : each.end]
    return "".join(lines)


def with_key(toml: str, path: Path, value: object, end: str = "\n") -> str:
    """Return a block with a key of its own table set; it stands where it stood, or comes last.

    ``path`` begins with the block's header, such as ``("step", "reps")``. A comment on its line
    stays. ``end`` is what lines end with.
    """
    plain = [each for each in _of(toml, path) if not each.header and each.path == path]
    if len(plain) == 1 and (inside := _pair(path[-1], value, end)):
        lines = cut_lines(toml)
        old = plain[0]
        comment = comment_of(lines[old.first]) if old.end - old.first == 1 else ""
        tail = f"  {comment}" if comment else ""
        lines[old.first : old.end] = [f"{inside}{tail}{end}"]
        return "".join(lines)
    return _added(without_key(toml, path), path, value, end)


def block_text(name: str, values: Mapping[str, object], end: str) -> str:
    """Return a new ``[[name]]`` block with an empty line before it."""
    text = f"{end}[[{name}]]{end}"
    for key, value in values.items():
        text = with_key(text, (name, key), value, end)
    return text


def _of(toml: str, path: Path) -> list[Statement]:
    return [each for each in statements(toml) if each.path[: len(path)] == path]


def _pair(key: str, value: object, end: str) -> str:
    """Return ``key = value`` without its line end; a list that is too wide takes more lines.

    A table that is too wide is "": only a table of its own may take more lines.
    """
    line = f"{key_text(key)} = {value_text(value)}"
    if len(line) <= _WIDTH or not isinstance(value, list | tuple | Mapping):
        return line
    if isinstance(value, Mapping):
        return ""
    return end.join([f"{key_text(key)} = [", *(f"    {value_text(each)}," for each in value), "]"])


def _added(toml: str, path: Path, value: object, end: str) -> str:
    """Return a block with a key more, after its others or as a table at its end."""
    lines = cut_lines(toml)
    if not (pair := _pair(path[-1], value, end)):
        return _closed(toml, end) + _table(path, value, end)
    place = _place(toml, len(path) - 1)
    before = _closed("".join(lines[:place]), end)
    return before + pair + end + "".join(lines[place:])


def _table(path: Path, values: Any, end: str) -> str:
    """Return a table of its own, and after it those that are too wide to stand in it."""
    pairs = {key: _pair(key, each, end) for key, each in values.items()}
    header = f"[{'.'.join(map(key_text, path))}]"
    wide = [_table((*path, key), values[key], end) for key, pair in pairs.items() if not pair]
    return end.join(["", header, *filter(None, pairs.values()), ""]) + "".join(wide)


def _place(toml: str, depth: int) -> int:
    """Return the line before which a key of the block's own table may come."""
    place = -1
    for each in statements(toml):
        if each.header and len(each.path) > depth:  # a table inside, or in the head any
            return each.first if place < 0 else place
        place = each.end
    return place if place >= 0 else len(cut_lines(toml))


def _closed(toml: str, end: str) -> str:
    """Return a text whose last line has its end."""
    return toml if not toml or toml.endswith("\n") else toml + end
