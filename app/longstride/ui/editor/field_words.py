"""What is wrong with a key of a file, said of the field that shows it; free of Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill

FIELD_NAMES = {
    "title": "Title",
    "line": "One line",
    "purpose": "Purpose",
    "when": "When",
    "level": "Level",
    "opening": "Opening",
    "closing": "Closing",
    "minutes": "How long it is said to take",
    "breath": "Breath",
    "in": "Breath in",
    "out": "Breath out",
    "reps": "Repetitions",
    "hold": "Seconds",
    "breaths": "Breaths",
    "tempo": "Tempo",
    "sets": "Sets",
    "side": "Side",
    "first": "First side",
    "rest": "Rest between sets",
    "get_ready": "Get ready",
    "change": "Change of sides",
    "rest_after": "Rest after the step",
    "cues": "Cues",
    "talk": "What the voice says",
    "name": "Name",
    "aliases": "Other names",
    "stage": "Stage",
    "setup": "Set-up",
    "move": "What will move",
    "warn": "Warning",
    "feel": "How it feels",
    "feel_short": "Said of the feeling",
    "exit": "How it ends",
    "position": "Position",
    "equipment": "Equipment",
}
_SUBJECT = re.compile(r"(a text in )?([a-z_]+)( = |: | is )")
_ID = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')
_EXAMPLE = re.compile(r"; write [a-z_]+ = .*")
_OTHER = re.compile(r'write ([a-z_]+) = "\.\.\." of at most')

_IN_ANOTHER = re.compile(r"moves in (move)$")


def field_words(text: str, known: Mapping[str, Drill]) -> str:
    """Return a sentence of ``check`` with its key as the field is called, and drills by name.

    How a line of a file is written is left out: the field is there to be filled in.
    """
    said = _IN_ANOTHER.sub(_in_another, _OTHER.sub(_at_another, text))
    subject = _SUBJECT.match(said)
    if subject and subject[2] in FIELD_NAMES:
        before, key, then = subject.groups()
        told = f"{before or ''}{FIELD_NAMES[key]}{': ' if then == ' = ' else then}"
        said = _EXAMPLE.sub("", told + said[subject.end() :])
    return _ID.sub(lambda found: _by_name(found, known), said)


def _at_another(found: re.Match[str]) -> str:
    name = FIELD_NAMES.get(found[1])
    return f"fill in “{name}” with at most" if name else found[0]


def _in_another(found: re.Match[str]) -> str:
    return f"moves in “{FIELD_NAMES[found[1]]}”"


def _by_name(found: re.Match[str], known: Mapping[str, Drill]) -> str:
    drill = known.get(found[1])
    return f"“{drill.name}”" if drill else found[0]
