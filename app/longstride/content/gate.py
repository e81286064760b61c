"""The gate every drill and flow file passes before anything believes it.

The limits stand before the parser because the parser itself can be made to suffer: a dotted key
of 40 kB costs tomllib seconds and more than a gigabyte.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath

from longstride.content.lines import Path, line_of, lines_of
from longstride.content.tokens import tokens, too_deep
from longstride.content.wording import one_line
from longstride.core.errors import FlowError, Mistake
from longstride.plain_files import read_plain

MOST_BYTES = 256 * 1024
LONGEST_LINE = 2000
LONGEST_MISTAKE = 400
MOST_TOKENS = 30_000  # keys, values, marks and line ends: 500 steps with everything said of each
DEPTH = 5  # what a pose that stays on a surface needs; a flow needs three
_JOINERS = {"\u200c", "\u200d"}  # invisible, but part of how some languages are written


@dataclass(frozen=True)
class Document:
    """A parsed file: its name as people know it, its values, and the text they stand in."""

    file: str
    table: dict[str, object]
    text: str

    @cached_property
    def lines(self) -> dict[Path, int]:
        """The line of every value; looked for only when there is a mistake to name."""
        return lines_of(self.text)

    def mistake(self, path: Path, text: str) -> Mistake:
        """Return a mistake at a path of keys such as ``("step", 2, "reps")``."""
        return Mistake(self.file, line_of(self.lines, path), one_line(text, LONGEST_MISTAKE))


def read_document(source: FilePath | str) -> Document:
    """Return a file, or TOML given as text, parsed; FlowError where the gate stays shut."""
    if isinstance(source, str):
        return parse(source.encode("utf-8", "replace"), "flow")
    return parse(_bytes_of(source), str(source))


def parse(raw: bytes, file: str) -> Document:
    """Return the bytes of a file parsed; FlowError says why they cannot be."""
    text = decoded(raw, file)
    check_shape(text, file)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(file, *_in_plain_words(str(error), text)) from error
    except (RecursionError, ValueError, MemoryError) as error:
        raise _refusal(file, 0, "this file cannot be read: a value in it is too large") from error
    document = Document(file, table, text)
    _check_values(document)
    return document


def _refusal(file: str, line: int, text: str) -> FlowError:
    return FlowError((Mistake(file, line, text),))


def _bytes_of(path: FilePath) -> bytes:
    try:
        return read_plain(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not a file's"
        raise _refusal(str(path), 0, f"this file cannot be opened: {why.lower()}") from error


def decoded(raw: bytes, file: str) -> str:
    """Return the text of a file with plain line ends; FlowError where it is none."""
    if len(raw) > MOST_BYTES:
        raise _refusal(file, 0, "this file is larger than 256 kB; a flow needs far less")
    if b"\0" in raw:
        raise _refusal(file, 0, "this is not a text file; save it as plain UTF-8 text")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(file, line, "this line is not UTF-8; save the file as UTF-8") from error


def check_shape(text: str, file: str) -> None:
    """Raise FlowError where a text is more, longer or deeper than a flow can be."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise _refusal(file, number, "this line is longer than 2000 characters; break it up")
    cut = list(islice(tokens(text), MOST_TOKENS + 1))
    if len(cut) > MOST_TOKENS:
        raise _refusal(file, cut[-1].line, "from here on there is more than a flow can have")
    if line_number := too_deep(cut, DEPTH):
        raise _refusal(file, line_number, "keys or brackets are nested too deep here")


def _check_values(document: Document) -> None:
    found = tuple(document.mistake(path, text) for path, text in unfit(document.table, ()))
    if found:
        raise FlowError(found)


def unfit(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield what no value may be, wherever it stands: too deep, or text with hidden characters."""
    if len(path) > DEPTH:
        yield path, "keys or brackets are nested too deep here"
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from unfit(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from unfit(item, (*path, number))
    elif isinstance(value, str) and (hidden := _hidden(value)):
        name = f"U+{ord(hidden):04X}"
        yield path, f"this text holds the control character {name}, which no voice can say"


def _hidden(text: str) -> str:
    """Return the first control or formatting character that is no plain white space."""
    kept = _JOINERS | set("\n\t\r")
    return next((c for c in text if unicodedata.category(c) in {"Cc", "Cf"} and c not in kept), "")


_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_BARE = re.compile(r"[\w-]+\s*=\s*([^\W\d_][\w-]{0,39})\s*(?:#.*)?")
_PLAIN_WORDS = (
    ("Cannot overwrite", "this key or table stands twice; keep one of them"),
    ("Cannot declare", "this table stands twice; keep one, or write [[step]] for one of several"),
    ("Expected newline", "there is more after the value than can be read; put text in quotes"),
    ("Expected '='", 'a line is key = value, such as reps = 10; the "=" is missing here'),
    ("Expected ']", "a closing bracket is missing, as in [[step]]"),
    ("Unclosed array", "a list is not closed; end it with ]"),
    ("Unclosed inline table", "a table in { } is not closed on its line"),
    ("Illegal character", "a closing quotation mark is missing, or the text has a stray character"),
    ("Unescaped", "a backslash has a meaning of its own in quotes; write two of them"),
    ("Invalid value", "there is no value that can be read; put text in plain straight quotes"),
    ("Unterminated string", "a text is not closed; end it with the quotation mark it began with"),
    ('Expected "', "a text is not closed; end it with the quotation mark it began with"),
)


def _in_plain_words(said: str, text: str) -> tuple[int, str]:
    """Return line and meaning of what tomllib said; on 3.11 the line is only in its message."""
    found = _PLACE.fullmatch(said)
    if not found:
        return 0, "this file is not TOML that can be read"
    line = int(found[2]) if found[2] else text.rstrip("\n").count("\n") + 1
    if found[1].startswith("Invalid value") and (bare := _bare_word(text, line)):
        return line, bare
    for start, meaning in _PLAIN_WORDS:
        if found[1].startswith(start):
            return line, meaning
    return line, "this is not a line of the form key = value or [[step]]"


def _bare_word(text: str, line: int) -> str:
    """Return what is meant by a word without quotes where a value belongs, "" where none is."""
    found = _BARE.fullmatch(text.split("\n")[line - 1].strip())
    if found is None:
        return ""
    word = found[1]
    if word.casefold() in {"true", "yes", "on", "false", "no", "off"}:
        meant = "true" if word.casefold() in {"true", "yes", "on"} else "false"
        return f"{word} is not a value here; write {meant}, in small letters"
    return f'{word} stands for no value; write a number as 6, and text in quotes, as "{word}"'
