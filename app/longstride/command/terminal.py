"""All that the command line prints: nothing in it steers a terminal, and nothing stops a verb.

Titles, names and paths were written by others. Whatever is in them is one line that can be read:
a sign that is not to be seen is spelt out, and one that the stream cannot show is replaced.
"""

from __future__ import annotations

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

LOST_OUTPUT = 74  # what sysexits.h calls EX_IOERR

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")  # parts of words in many scripts, and of emoji
_NEAREST = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "×": "x"})


class LostStream(io.TextIOBase):
    """What stands for a stream that takes nothing more: what is written to it is gone."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Take a text."""
        return len(text)


def say(line: str = "") -> None:
    """Print a line."""
    _put("stdout", f"{in_sight(line)}\n")


def say_all(lines: Iterable[str]) -> None:
    """Print lines, each as it comes."""
    for line in lines:
        say(line)


def say_json(value: object) -> None:
    """Print a value as one line of JSON, in ASCII: no stream can lose any of it."""
    say(json.dumps(value))


def somebody_sits() -> bool:
    """Say whether keys can be pressed and questions answered."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str | None:
    """Return what is answered to a question at this terminal, None where nobody is there."""
    _put("stdout", question)
    try:
        answer = sys.stdin.buffer.readline()
    except OSError:  # the terminal is gone
        return None
    return os.fsdecode(answer).strip() if answer else None


def note(line: str) -> None:
    """Print a line to the standard error."""
    _put("stderr", f"{in_sight(line)}\n")


def tell(sentence: str) -> None:
    """Print a sentence of the program's own to the standard error."""
    note(f"longstride: {sentence}")


def tell_progress(text: str, done: int, total: int) -> None:
    """Show how far something is, each time in the same line, where somebody sits."""
    if sys.stderr is not None and sys.stderr.isatty():
        _put("stderr", f"\r{text}: {done} of {total}" + "\n" * (done == total))


def code_after(code: int) -> int:
    """Return a verb's exit code, which is one of its own where all went well but was not read."""
    lost = isinstance(sys.stdout, LostStream) or isinstance(sys.stderr, LostStream)
    return LOST_OUTPUT if lost and not code else code


def fill_descriptors() -> None:
    """Let no file that is opened later come to stand where a closed stream stood."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(handle)


def in_sight(text: str) -> str:
    """Return a text as one line; what cannot be seen in it, or is no character, is spelt out."""
    return text if text.isprintable() else "".join(map(_in_sight, text))


def _in_sight(sign: str) -> str:
    if "\udc80" <= sign <= "\udcff":  # a byte of a path that is no text
        return f"\\x{ord(sign) - 0xDC00:02x}"
    if unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS:
        return sign.encode("unicode_escape").decode("ascii")
    return sign


def _put(name: str, text: str) -> None:
    stream: TextIO | None = getattr(sys, name)
    try:
        if stream is None:
            raise OSError("it was closed before the start")
        stream.write(_fitting(text, stream.encoding or "utf-8"))
        stream.flush()
    except (OSError, ValueError):  # full, cut off, closed; or its encoding takes no text at all
        _give_up(name, stream)


def _give_up(name: str, stream: TextIO | None) -> None:
    """Write nothing more there, nor what waits in it: the verb goes on without."""
    setattr(sys, name, LostStream())
    if stream is not None:
        with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), stream.fileno())


def _fitting(text: str, encoding: str) -> str:
    if _fits(text, encoding):
        return text
    return "".join(sign if _fits(sign, encoding) else _nearest(sign, encoding) for sign in text)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True


def _nearest(sign: str, encoding: str) -> str:
    """Return what comes nearest to a sign that an encoding lacks: é is e, “ is ", most are ?."""
    apart = unicodedata.normalize("NFKD", sign.translate(_NEAREST))
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return bare if bare and _fits(bare, encoding) else "?"
