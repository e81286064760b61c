"""A text as it has to be given to a voice to be understood.

Notation becomes words for every voice that speaks English. What one engine alone would stumble
over is spelled differently for that engine.
"""

import re
from collections.abc import Callable

from longstride.core.durations import number_word
from longstride.speech.voice import ESPEAK, NATURAL, Driver, VoiceChoice

# What an engine says so that it is misheard, and what makes it say it right. The natural voice runs
# "Rep two" together to one word.
_CRUTCHES = {
    ESPEAK: ((re.compile(r"psoas"), "soh-as"), (re.compile(r"Psoas"), "Soh-as")),
    NATURAL: ((re.compile(r"\b([Rr]ep) (?=[a-z])"), r"\1, "),),
}

_UNITS = {
    "m": "metre",
    "cm": "centimetre",
    "mm": "millimetre",
    "km": "kilometre",
    "kg": "kilogram",
    "s": "second",
    "sec": "second",
    "min": "minute",
    "h": "hour",
    "°": "degree",
    "º": "degree",
    "km/h": "kilometre",
    "m/s": "metre",
    "°C": "degree",
}
_OF_UNITS = {"km/h": " an hour", "m/s": " a second", "°C": " Celsius"}
_PARTS = {"1/2": "a half", "1/3": "a third", "1/4": "a quarter", "3/4": "three quarters"}
_SPOKEN = 1000  # numbers from here on are left to the voice
_ENDS = (".", "!", "?", ":", ";", ",", "…", '"', "”", "’")


def spelled(line: str, choice: VoiceChoice, driver: Driver) -> str:
    """Return a line as it is given to a driver.

    A lone word becomes a sentence: "nine" is heard worse than "Nine.".
    """
    words = _as_sentence(in_words(line)) if choice.english else line
    engine = next((name for name in _CRUTCHES if driver.name.startswith(name)), "")
    for misheard, better in _CRUTCHES.get(engine, ()):
        words = misheard.sub(better, words)
    return words


def in_words(line: str) -> str:
    """Return a line with notation written out.

    "90/90" becomes "ninety ninety", "10 m" "ten metres", "4-1-2-0" "four, one, two, zero", "3x8"
    "three times eight", "3-5" "three to five", "1.5 %" "one point five per cent".
    """
    for pattern, words in _NOTATIONS:
        line = pattern.sub(words, line)
    return line


def _as_sentence(line: str) -> str:
    whole = line if line.endswith(_ENDS) else f"{line}."
    return whole[0].upper() + whole[1:]


def _number(text: str) -> str:
    whole, _, decimals = text.partition(".")
    if int(whole) >= _SPOKEN:
        return text
    said = number_word(int(whole))
    return f"{said} point {' '.join(map(_digit, decimals))}" if decimals else said


def _digit(sign: str) -> str:
    return "fast" if sign in "Xx" else number_word(int(sign))


def _tempo(found: re.Match[str]) -> str:
    return ", ".join(map(_digit, found.groups()))


def _fraction(found: re.Match[str]) -> str:
    return _PARTS.get(found[0]) or f"{_number(found[1])} {_number(found[2])}"


def _unit(found: re.Match[str]) -> str:
    unit = _UNITS[found[2]]
    of = _OF_UNITS.get(found[2], "")
    return f"{_number(found[1])} {unit if found[1] == '1' else f'{unit}s'}{of}"


def _minutes(found: re.Match[str]) -> str:
    """Return "one minute thirty" for 1:30, as holds are written."""
    minutes, seconds = int(found[1]), int(found[2])
    whole = f"{number_word(minutes)} minute{'' if minutes == 1 else 's'}"
    return f"{whole} {number_word(seconds)}" if seconds else whole


_AMOUNT = r"(?<![\w.])(\d+(?:\.\d+)?)"
_NOTATIONS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),  # a thousand's comma
    (re.compile(r"(?<=\d),(?=\d)"), "."),
    (re.compile(r"\b([\dXx])[-/](\d)[-/]([\dXx])[-/](\d)\b"), _tempo),
    (re.compile(r"\b(\d{1,2}):([0-5]\d)\b(?!:)"), _minutes),
    (re.compile(r"\b(\d+)-\1\b"), lambda found: f"{_number(found[1])} {_number(found[1])}"),
    (re.compile(r"(?<![\w.])-(?=\d)"), "minus "),
    (re.compile(r"#\s?(?=\d)"), "number "),
    (re.compile(r"\b(\d+)\s?/\s?(\d+)\b"), _fraction),
    (re.compile(r"\b(\d+)\s?[x×]\s?(?=\d)"), r"\1 times "),
    (re.compile(r"\b(\d+)\s?[x×](?!\w)"), r"\1 times"),
    (re.compile(r"(?<![\d-])(\d{1,3})\s?[-–]\s?(?=\d{1,3}(?![\d-]))"), r"\1 to "),
    (re.compile(_AMOUNT + r"\s?(km/h|m/s|°C|cm|mm|km|kg|sec|min|m|s|h|[°º])(?!\w)"), _unit),
    (re.compile(r"(?<=\d)\s?%"), " per cent"),
    (re.compile(r"\s&\s"), " and "),
    (re.compile(r"(?<=\w)\s?\+\s?(?=\w)"), " plus "),
    (re.compile(r"\be\.g\.,?"), "for example"),
    (re.compile(r"\bi\.e\.,?"), "that is"),
    (re.compile(_AMOUNT + r"(?![\w]|\.\d)"), lambda found: _number(found[1])),
)
