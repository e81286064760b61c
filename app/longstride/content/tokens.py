"""TOML cut into tokens: enough to find lines, and to refuse deep nesting before it costs time."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Every alternative runs on to the end of its line or text when nothing closes it, so that the
# scan stays linear whatever the file holds.
_TOKEN = re.compile(
    r'''
    (?P<text>  """ (?:[^\\]|\\.)*? (?:"{3,5}|\Z) | \'\'\' .*? (?:\'{3,5}|\Z)
             | " (?:[^"\\\n]|\\[^\n])* "? | ' [^'\n]* '? )
  | (?P<newline> \n )
  | (?P<blank>   [ \t\r]+ | \#[^\n]* )
  | (?P<mark>    [][{}=,.] )
  | (?P<bare>    [^\s"'\#\[\]{}=,.]+ )
    ''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of TOML; ``kind`` is text, newline, mark or bare, ``line`` counts from 1."""

    kind: str
    text: str
    line: int


def tokens(toml: str) -> Iterator[Token]:
    """Yield the tokens of a TOML text without its spaces and comments; never raises."""
    line = 1
    for found in _TOKEN.finditer(toml):
        kind, text = found.lastgroup or "", found[0]
        if kind != "blank":
            yield Token(kind, text, line)
        line += text.count("\n")


def comment_of(line: str) -> str:
    """Return the comment at the end of a line that holds a whole statement, "" for none."""
    return next((each[0].rstrip() for each in _TOKEN.finditer(line) if each[0][:1] == "#"), "")


def too_deep(cut: Iterable[Token], limit: int) -> int:
    """Return the first line that nests brackets or dotted keys beyond ``limit``, 0 for none."""
    brackets = dots = 0
    for token in cut:
        if token.kind == "newline":
            dots = 0
        elif token.text in {"[", "{"}:
            brackets += 1
        elif token.text in {"]", "}"}:
            brackets = max(0, brackets - 1)
        elif token.text in {"=", ","}:
            dots = 0
        elif token.text == ".":
            dots += 1
        if brackets > limit or dots >= limit:
            return token.line
    return 0
