"""A flow's file as its blocks: each as it stands, with its values.

What nobody touched is written back to the byte: comments, order and line ends.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from longstride.content.gate import parse
from longstride.content.wording import one_line
from longstride.content.writing.statements import Statement, cut_lines, statements
from longstride.content.writing.toml_text import block_text, clean, with_key, without_key

_LONGEST_NAME = 60
_BOM = b"\xef\xbb\xbf"
Values = Mapping[str, object]


class Kind(StrEnum):
    """What a block of a file is."""

    HEAD = "head"
    STEP = "step"
    DRILL = "drill"
    TAIL = "tail"  # empty lines and comments at the end


_TABLES = frozenset({Kind.STEP, Kind.DRILL})


@dataclass(frozen=True, slots=True)
class Piece:
    """One block: its text, with the comments that belong to it, and what it says."""

    kind: Kind
    text: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A flow as it is being written. ``file`` is its name as people know it."""

    pieces: tuple[Piece, ...]
    file: str = "flow"
    end: str = "\n"
    bom: bool = False

    @cached_property
    def head(self) -> Values:
        """What the file says before and between its steps."""
        return {
            key: value
            for piece in self.pieces
            if piece.kind is Kind.HEAD
            for key, value in piece.values.items()
        }

    @cached_property
    def steps(self) -> tuple[Values, ...]:
        """The steps in order, each as it is written."""
        return self._values(Kind.STEP)

    @cached_property
    def drills(self) -> tuple[Values, ...]:
        """The drills that are its own, each as it is written."""
        return self._values(Kind.DRILL)

    @property
    def title(self) -> str:
        """The title as far as there is one."""
        title = self.head.get("title")
        return title if isinstance(title, str) else ""

    @property
    def name(self) -> str:
        """What it is called in a sentence, also where its title is empty or without end."""
        return one_line(self.title, _LONGEST_NAME) or "A flow without a title"

    @cached_property
    def text(self) -> str:
        """The whole file as text."""
        text = ""
        parts = []
        for piece in self.pieces:
            if text and piece.text and not text.endswith("\n"):
                parts.append(self.end)  # what was the last line is one no more
            parts.append(piece.text)
            text = piece.text or text
        return "".join(parts)

    @cached_property
    def content(self) -> bytes:
        """The whole file."""
        return (_BOM if self.bom else b"") + self.text.encode()

    @property
    def table(self) -> dict[str, object]:
        """All that the file says, as tomllib would read it."""
        lists = {"step": self.steps, "drill": self.drills}
        return {**self.head, **{name: list(each) for name, each in lists.items() if each}}

    def places(self, kind: Kind) -> list[int]:
        """Return which of the pieces are of a kind."""
        return [number for number, piece in enumerate(self.pieces) if piece.kind is kind]

    def _values(self, kind: Kind) -> tuple[Values, ...]:
        return tuple(piece.values for piece in self.pieces if piece.kind is kind)


def new_draft(title: str = "") -> Draft:
    """Return a flow that has its title and no step yet."""
    title = clean(title)
    head = {"title": title} if title else {}
    return Draft((Piece(Kind.HEAD, with_key("", ("title",), title) if title else "", head),))


def open_draft(content: bytes, file: str = "flow") -> Draft:
    """Return the blocks of a flow's file; FlowError where it cannot be parsed at all.

    What is merely wrong in it is no error here: it is what the draft is opened for.
    """
    parse(content, file)
    return reopen(content, file)


def reopen(content: bytes, file: str = "flow") -> Draft:
    """Return the draft that had a content, larger than a flow may be or not; ValueError."""
    bom = content.startswith(_BOM)
    text = content.removeprefix(_BOM).decode()
    table = tomllib.loads(text.replace("\r\n", "\n"))
    end = "\r\n" if "\r\n" in text else "\n"
    draft = Draft(_pieces(text), file, end, bom)
    return draft if draft.table == table else replace(draft, pieces=_whole(text, table))


def spread(draft: Draft) -> Draft:
    """Return a draft in which each step and drill is a block of its own that can be changed."""
    if _TABLES.isdisjoint(draft.head) and all(
        piece.text for piece in draft.pieces if piece.kind in _TABLES
    ):
        return draft
    return replace(draft, pieces=tuple(_spread(piece, draft.end) for piece in draft.pieces))


def _spread(piece: Piece, end: str) -> Piece:
    if piece.kind is Kind.HEAD:
        head = {key: value for key, value in piece.values.items() if key not in _TABLES}
        text = without_key(without_key(piece.text, ("step",)), ("drill",))
        return Piece(Kind.HEAD, text, head)
    if piece.kind in _TABLES and not piece.text:
        return replace(piece, text=block_text(piece.kind, piece.values, end))
    return piece


def _whole(text: str, table: Values) -> tuple[Piece, ...]:
    """Return a file that is not written in blocks: its text in one, and values without text."""
    steps, drills = _listed(table.get("step")), _listed(table.get("drill"))
    taken = [name for name, each in (("step", steps), ("drill", drills)) if each]
    return (
        Piece(Kind.HEAD, text, {key: table[key] for key in table if key not in taken}),
        *(Piece(Kind.STEP, "", values) for values in steps),
        *(Piece(Kind.DRILL, "", values) for values in drills),
    )


def _listed(tables: object) -> list[Values]:
    whole = isinstance(tables, list) and all(isinstance(each, dict) for each in tables)
    return tables if whole and isinstance(tables, list) else []


def _pieces(text: str) -> tuple[Piece, ...]:
    """Return the blocks of a text, each with its values."""
    lines, found = cut_lines(text), tuple(statements(text))
    cuts = _cuts(lines, found)
    ends = [first for first, _ in cuts[1:]] + [len(lines)]
    texts = [
        (kind, "".join(lines[first:end])) for (first, kind), end in zip(cuts, ends, strict=True)
    ]
    return tuple(Piece(kind, each, _said(kind, each)) for kind, each in texts)


def _said(kind: Kind, text: str) -> Values:
    """Return the values of one block by itself."""
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:  # a block is in more than one place: taken as a whole
        return {}
    listed = _listed(table.get(kind)) if kind in _TABLES else [table]
    return listed[0] if listed else {}


def _cuts(lines: list[str], found: tuple[Statement, ...]) -> list[tuple[int, Kind]]:
    """Return at which line each block begins."""
    cuts, last = [(0, Kind.HEAD)], 0
    for each in found:
        kind = _kind(each)
        if each.header and ((kind in _TABLES and each.many) or kind is not cuts[-1][1]):
            cuts.append((_lead(lines, last, each.first), kind))
        last = each.end
    if found and (tail := _lead(lines, last, len(lines), at_end=True)) < len(lines):
        cuts.append((tail, Kind.TAIL))
    return cuts


def _kind(header: Statement) -> Kind:
    root = header.path[0]
    return Kind(root) if root in _TABLES else Kind.HEAD


def _lead(lines: list[str], last: int, first: int, *, at_end: bool = False) -> int:
    """Return where the comments before a header begin: after what stands close to the line before.

    Without an empty line in between they are all the header's. Before the first key of a file
    only those without an empty line before the header are.
    """
    empty = [number for number in range(last, first) if not lines[number].strip()]
    if not last:
        return empty[-1] + 1 if empty else first
    if empty:
        return empty[0]
    return first if at_end else last
