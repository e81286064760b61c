"""A TOML text cut into statements: which lines each takes, and which key or table it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from longstride.content.lines import written_key
from longstride.content.tokens import Token, tokens


class Statement(NamedTuple):
    """A header or a ``key = value`` on the lines from ``first`` to before ``end``, from 0.

    ``path`` is the whole key, with that of the table it stands in. ``many``: a ``[[table]]``.
    """

    first: int
    end: int
    path: tuple[str, ...]
    header: bool = False
    many: bool = False


def cut_lines(toml: str) -> list[str]:
    """Return the lines of a text with their ends; one line end is ``\\n``, whatever precedes it."""
    *whole, last = toml.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def statements(toml: str) -> Iterator[Statement]:
    """Yield the statements of a text that tomllib has accepted."""
    table: tuple[str, ...] = ()
    for group, end in _groups(toml):
        first = group[0].line - 1
        if group[0].text == "[":
            table = _keys(group)
            yield Statement(first, end, table, header=True, many=group[1].text == "[")
        else:
            yield Statement(first, end, (*table, *_keys(group)))


def _groups(toml: str) -> Iterator[tuple[list[Token], int]]:
    """Yield the tokens of each statement, and the line after it, from 0."""
    group: list[Token] = []
    depth = 0
    for token in tokens(toml):
        if token.kind != "newline":
            group.append(token)
            depth += (token.text in {"[", "{"}) - (token.text in {"]", "}"})
        elif group and not depth:
            yield group, token.line
            group = []
    if group:
        yield group, toml.count("\n") + 1


def _keys(group: list[Token]) -> tuple[str, ...]:
    """Return the dotted key that a statement begins with."""
    keys = []
    for token in group:
        if token.text == "=" and token.kind == "mark":
            break
        if token.kind in {"text", "bare"}:
            keys.append(written_key(token.text))
    return tuple(keys)
