"""The settings in words: what can be chosen, and how a value reads."""

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import QLocale

from longstride import settings as stored
from longstride.settings.choices import WeekStart
from longstride.speech.voice import Voice, VoiceChoice, best_voice

THEMES = (
    ("As the system", stored.Colours.SYSTEM),
    ("Dark", stored.Colours.DARK),
    ("Light", stored.Colours.LIGHT),
)
MOTIONS = (
    ("As the system", stored.Motion.SYSTEM),
    ("Everything moves", stored.Motion.FULL),
    ("Key poses only", stored.Motion.REDUCED),
)
NARRATORS = (
    ("Ask when a screen reader runs", stored.Narrator.ASK),
    ("Longstride", stored.Narrator.LONGSTRIDE),
    ("My screen reader", stored.Narrator.READER),
)
WEEK_STARTS = (
    ("As the system", WeekStart.SYSTEM),
    ("Monday", WeekStart.MONDAY),
    ("Saturday", WeekStart.SATURDAY),
    ("Sunday", WeekStart.SUNDAY),
)


def language_text(code: str) -> str:
    """Return the name of a language code, such as ``English (United Kingdom)`` for ``en-gb``."""
    parts = code.replace("_", "-").split("-")
    locale = QLocale("_".join((parts[0], *(part.upper() for part in parts[1:2]))))
    if locale.language() is QLocale.Language.C:
        return code
    name = QLocale.languageToString(locale.language())
    if len(parts) == 1:
        return name
    if len(parts) > 2 or len(parts[1]) != 2:
        return f"{name} ({'-'.join(parts[1:])})"
    return f"{name} ({QLocale.territoryToString(locale.territory())})"


def voice_source(voice: Voice) -> str:
    """Return in a few words where a voice comes from, "" where that is not known."""
    if voice.natural:
        return "Natural, American English. It comes with Longstride and needs no network."
    if voice.pitched:
        return "eSpeak: clear, with the sound of a machine."
    return "From your system." if voice.driver else ""


def fitting_voices(
    voices: Iterable[Voice], choice: VoiceChoice
) -> tuple[tuple[Voice, ...], Voice | None]:
    """Return the voices to offer for a choice and the one in use.

    The natural one is first for English. One that was chosen but is not to be had just now is
    offered too, under its id and without a language: it cannot be heard.
    """
    known = tuple(voices)
    offered = [voice for voice in known if voice.natural and choice.english]
    offered += [each for each in known if not each.natural and each.language == choice.language]
    if choice.voice is not None and choice.voice not in {voice.id for voice in offered}:
        stray = next((each for each in known if each.id == choice.voice), None)
        other = stray or Voice(choice.voice, f"{choice.voice} (not found)", "")
        return (*offered, other), other
    return tuple(offered), best_voice(offered, choice)


def or_none(
    none: str, offered: Iterable[tuple[str, str]], chosen: str | None
) -> tuple[tuple[str, str | None], ...]:
    """Return what can be chosen from (id, name) pairs, first the name of choosing nothing.

    What was chosen but is not to be had just now stays in the list.
    """
    names = dict(offered)
    if chosen is not None:
        names.setdefault(chosen, f"{chosen} (not found)")
    return ((none, None), *((name, each) for each, name in names.items()))


def hours(chosen: time) -> tuple[tuple[str, time], ...]:
    """Return the hours at which a day can begin, and the one that is chosen."""
    offered = sorted({*(time(hour) for hour in range(7)), chosen})
    return tuple((f"{hour:%H:%M}", hour) for hour in offered)


def per_cent(value: int) -> str:
    """Return ``80 %``."""
    return f"{value} %"


def louder(decibels: int) -> str:
    """Return how much louder than speech that is, such as ``3 dB softer``."""
    if not decibels:
        return "as loud as speech"
    return f"{abs(decibels)} dB {'louder' if decibels > 0 else 'softer'}"
