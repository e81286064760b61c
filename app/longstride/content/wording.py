"""What is wrong with a value, in words for the person who wrote it."""

from collections.abc import Iterable, Mapping
from typing import Any

from longstride.content.nearest import drill_names, meant
from longstride.core.durations import number_word
from longstride.core.flow.drill import Drill

_SHOWN = 40
_NUMBERS = {number_word(number): number for number in range(101)}

# What people write for a key of ours.
_SYNONYMS = {
    "seconds": "hold",
    "second": "hold",
    "secs": "hold",
    "sec": "hold",
    "duration": "hold",
    "time": "hold",
    "repetitions": "reps",
    "rounds": "sets",
    "speed": "tempo",
    "pause": "rest",
    "exercise": "drill",
    "steps": "step",
    "drills": "drill",
    "description": "purpose",
    "subtitle": "line",
    "tagline": "line",
    "title": "name",
    "name": "title",
}

_EXAMPLES = {
    "id": 'id = "glute-bridge"',
    "name": 'name = "Glute bridge"',
    "title": 'title = "My morning hips"',
    "stage": 'stage = "open"',
    "setup": 'setup = "Lie on your back with your knees bent."',
    "drill": 'drill = "glute-bridge"',
    "reps": "reps = 10",
    "sets": "sets = 2",
    "breaths": "breaths = 4",
    "in": "in = 4",
    "out": "out = 6",
    "cues": 'cues = ["Push through both heels"]',
    "areas": 'areas = ["glutes"]',
    "strains": 'strains = ["knee"]',
    "equipment": 'equipment = ["chair"]',
    "aliases": 'aliases = ["Hip lift"]',
    "occasions": 'occasions = ["after a run"]',
    "words": 'words = { eccentric = "Lower" }',
    "breath": "breath = { in = 4, out = 6 }",
    "step": "[[step]] on a line of its own, then its drill below",
}


def shown(value: object) -> str:
    """Return a value as its author wrote it, cut to a readable length."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ ... }"
    if isinstance(value, list):
        return "[ ... ]"
    return one_line(f'"{value}"' if isinstance(value, str) else str(value), _SHOWN)


def one_line(text: str, longest: int) -> str:
    """Return a text on one line, cut to a length: what an author wrote may have any number."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 4]}..."


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return ``; did you mean "reps"?``, or nothing where no choice comes near."""
    known = tuple(choices)
    other = _SYNONYMS.get(word.lower(), "")
    if other not in known:
        begun = [choice for choice in known if choice.lower().startswith(word.lower())]
        alone = begun[0] if len(begun) == 1 and len(word) > 1 else ""
        other = meant(word, ((choice, choice) for choice in known)) or alone
    return _did_you_mean(other)


def nearest_drill(word: str, drills: Mapping[str, Drill]) -> str:
    """Return ``; did you mean "glute-bridge"?`` for a drill's name or alias, or nothing."""
    return _did_you_mean(meant(word, drill_names(drills)))


def _did_you_mean(name: str | None) -> str:
    return f'; did you mean "{name}"?' if name else ""


def not_one_of(word: object, choices: Iterable[str]) -> str:
    """Return what to say of a word outside a short list."""
    listed = tuple(choices)
    hint = nearest(word, listed) if isinstance(word, str) else ""
    return f"is not one of {', '.join(listed)}{hint}"


def unknown_key(key: str, choices: Iterable[str]) -> str:
    """Return what to say of a key that the format does not have."""
    hint = nearest(key, choices)
    return f"there is no key {shown(key)} here{hint or '; see the list of keys'}"


def missing_key(key: str) -> str:
    """Return what to say of a key that has to be there."""
    return f"{key} is missing; write {_example(key)}"


def in_plain_words(
    kind: str, key: str, value: object, limits: Mapping[str, Any], *, item: bool = False
) -> str:
    """Return what to say of a wrong value, or of an ``item`` in the list under a key.

    ``kind`` and ``limits`` are pydantic's; none of its own wording reaches the author.
    """
    start = f"{key}: {shown(value)}" if item else f"{key} = {shown(value)}"
    if kind == "value_error":
        return f"{start} {limits['error']}"
    if kind in _RANGES:
        limit, words = _RANGES[kind]
        return f"{start} {words.format(limits[limit])}"
    if kind in _SIZES:
        limit, words = _SIZES[kind]
        return f"{f'a text in {key}' if item else key} {words.format(limits[limit])}"
    example = _example(key) if item else _matching_example(kind, key, value)
    return f"{start} {_WRONG_KINDS.get(kind.partition('_')[0], _UNFIT)}; write {example}"


_RANGES = {
    "greater_than_equal": ("ge", "is too small; the least is {}"),
    "less_than_equal": ("le", "is too large; the most is {}"),
}
_SIZES = {
    "string_too_short": ("min_length", "is empty; write something or take it out"),
    "string_too_long": ("max_length", "is too long; write at most {} characters"),
    "too_short": ("min_length", "is too short a list; it needs at least {}"),
    "too_long": ("max_length", "is too long a list; it may hold {}"),
}


_UNFIT = "cannot be used here"
_WRONG_KINDS = {
    "int": "is not a whole number",
    "string": "is not text",
    "list": "is not a list",
    "model": "is not a table",
}


def _matching_example(kind: str, key: str, value: object) -> str:
    """Return an example that keeps what the author meant, as far as it can be guessed."""
    if kind.startswith("int"):
        return _number_example(key, value)
    if kind.startswith("string") and type(value) in {int, float}:
        return f'{key} = "{shown(value)}"'
    if kind.startswith("list") and isinstance(value, str):
        return f"{key} = [{shown(value)}]"
    return _example(key)


def _number_example(key: str, value: object) -> str:
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in _NUMBERS:
        return f"{key} = {_NUMBERS[word]}"
    if word.isascii() and word.isdigit() and len(word) < 4:
        return f"{key} = {int(word)}"
    if isinstance(value, float) and 0 < value < 1000:
        return f"{key} = {round(value)}"
    return _EXAMPLES.get(key, f"{key} = 10")


def _example(key: str) -> str:
    return _EXAMPLES.get(key, f'{key} = "..."')
