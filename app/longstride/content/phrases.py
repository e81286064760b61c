"""The words the program says of its own, from one file a language.

Each text may have the same parts to be filled in as here, and no others; a part in braces that
nobody fills in would be read out as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from longstride.content.gate import Document, read_document
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.position import Position
from longstride.core.letters import can_be_spoken
from longstride.core.timeline.phrases import (
    DosePhrases,
    NumberWords,
    PhaseWords,
    Phrases,
    SoundPhrases,
    WelcomePhrases,
)

LONGEST = 120
_TABLES: dict[str, type[DosePhrases | PhaseWords | SoundPhrases | WelcomePhrases]] = {
    "dose": DosePhrases,
    "phases": PhaseWords,
    "sounds": SoundPhrases,
    "welcome": WelcomePhrases,
}
_PART = re.compile(r"\{([^{}]*)\}")
_PARTS = {
    "first": {"name", "position"},
    "first_here": {"name"},
    "next": {"name", "position"},
    "next_here": {"name"},
    "side_first": {"side"},
    "side": {"side"},
    "turn": {"side"},
    "turn_worded": {"side", "word"},
    "change": {"side"},
    "again": {"amount"},
    "feel": {"feel"},
    "warm": {"minutes"},
    "round_one": {"rounds", "names"},
    "round": {"round", "rounds"},
    "set": {"set", "sets"},
    "seconds_passed": {"seconds"},
    "minutes_left": {"minutes"},
    "left_over": {"amount"},
    "dose.one": {"amount", "start"},
    "dose.go_there": {"amount"},
    "dose.several": {"sets", "amount", "start"},
    "dose.slow": {"amount", "seconds", "start"},
    "dose.slow_several": {"sets", "amount", "seconds", "start"},
    "numbers.hundreds": {"hundreds"},
    "numbers.hundreds_and": {"hundreds", "rest"},
    **{
        f"dose.{name}": {"n"}
        for name in (
            "times",
            "times_each",
            "in_turn",
            "steps",
            "runs",
            "breaths",
            "breaths_each",
            "seconds",
            "seconds_each",
            "minutes",
        )
    },
}


def load_phrases(path: Path) -> Phrases:
    """Return the phrases of a language; FlowError holds every mistake in its file."""
    document = read_document(path)
    reader = _Reader(document)
    phrases = reader.phrases()
    if reader.mistakes:
        raise FlowError(tuple(sorted(reader.mistakes)))
    return phrases


class _Reader:
    def __init__(self, document: Document) -> None:
        self.mistakes: list[Mistake] = []
        self._document = document

    def phrases(self) -> Phrases:
        """Return what the file holds, with every mistake noted."""
        table = self._document.table
        own = [field.name for field in fields(Phrases)]
        plain = [name for name in own if name not in {*_TABLES, "positions", "numbers"}]
        self._no_others(table, (), {*_names(plain), *_TABLES, "positions", "numbers"})
        values = {name: self._text(table, (_key(name),)) for name in plain}
        return Phrases(
            **values,
            dose=DosePhrases(**self._texts("dose")),
            phases=PhaseWords(**self._texts("phases")),
            sounds=SoundPhrases(**self._texts("sounds")),
            welcome=WelcomePhrases(**self._texts("welcome")),
            positions=self._positions(),
            numbers=self._numbers(),
        )

    def _texts(self, name: str) -> dict[str, str]:
        keys = [field.name for field in fields(_TABLES[name])]
        table = self._table(name)
        self._no_others(table, (name,), set(keys))
        return {key: self._text(table, (name, key)) for key in keys}

    def _positions(self) -> dict[Position, str]:
        table = self._table("positions")
        self._no_others(table, ("positions",), {each.value for each in Position})
        return {each: self._text(table, ("positions", each.value)) for each in Position}

    def _numbers(self) -> NumberWords:
        table = self._table("numbers")
        self._no_others(table, ("numbers",), {field.name for field in fields(NumberWords)})
        return NumberWords(
            ones=self._words(table, "ones", 20),
            tens=self._words(table, "tens", 10),
            hundreds=self._text(table, ("numbers", "hundreds")),
            hundreds_and=self._text(table, ("numbers", "hundreds_and")),
        )

    def _words(self, table: dict[str, object], key: str, count: int) -> tuple[str, ...]:
        words = table.get(key)
        listed = words if isinstance(words, list) and len(words) == count else [None]
        if all(isinstance(word, str) and _is_a_word(word) for word in listed):
            return tuple(listed)
        self._wrong(("numbers", key), f"write {count} words, from nought on")
        return ()

    def _table(self, name: str) -> dict[str, object]:
        table = self._document.table.get(name)
        if isinstance(table, dict):
            return table
        self._wrong((name,), f"the table [{name}] is missing")
        return {}

    def _text(self, table: dict[str, object], path: tuple[str, ...]) -> str:
        text = table.get(path[-1])
        if not isinstance(text, str) or not text.strip():
            what = "is missing" if text is None else "is not text"
            self._wrong(path, f'"{path[-1]}" {what}; write what the voice says there')
            return ""
        if len(text) > LONGEST:
            self._wrong(path, f"this is longer than {LONGEST} characters: too long for one breath")
        if not can_be_spoken(text):
            self._wrong(path, f'"{path[-1]}" has nothing in it that can be spoken')
        parts, allowed = set(_PART.findall(text)), _PARTS.get(".".join(path), set())
        rest = _PART.sub("", text)
        if "{" in rest or "}" in rest:
            self._wrong(path, "a brace is not closed; write it as in {name}")
        for part in sorted(parts ^ allowed):
            self._wrong(path, self._about(part, part in allowed))
        return text

    @staticmethod
    def _about(part: str, missing: bool) -> str:
        if missing:
            return f"{{{part}}} is missing; the program fills it in"
        return f"{{{part}}} is nothing that can be filled in here"

    def _no_others(self, table: dict[str, object], path: tuple[str, ...], known: set[str]) -> None:
        for key in sorted(set(table) - known):
            self._wrong((*path, key), f'"{key}" is not a phrase the program says')

    def _wrong(self, path: tuple[str, ...], text: str) -> None:
        self.mistakes.append(self._document.mistake(path, text))


def _is_a_word(text: str) -> bool:
    return can_be_spoken(text) and len(text) <= LONGEST


def _key(name: str) -> str:
    """Return a field's key in the file: ``and`` cannot be the name of a field."""
    return name.rstrip("_")


def _names(fields_of: list[str]) -> Iterator[str]:
    yield from map(_key, fields_of)
