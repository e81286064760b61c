"""The texts in files: how long each may be, and which of them the voice has to be able to say."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from longstride.core.flow.drill import split_cue
from longstride.core.letters import can_be_spoken
from longstride.core.timeline.script import sentences


def _tidy(value: object) -> object:
    return re.sub(r"[ \t\r\n]+", " ", value).strip() if isinstance(value, str) else value


def _said(text: str) -> str:
    """Return a text for the voice; ValueError where one of its sentences is silence."""
    said = sentences(split_cue(text)[1])
    silent = [each for each in said if not can_be_spoken(each)]
    if silent == list(said):
        raise ValueError("has nothing in it that can be spoken; write it in words")
    if silent:
        raise ValueError(f'has "{silent[0][:20]}" in it, which cannot be spoken; write it in words')
    return text


Said = AfterValidator(_said)

Name = Annotated[str, Field(min_length=1, max_length=60), BeforeValidator(_tidy), Said]
Line = Annotated[str, Field(min_length=1, max_length=100), BeforeValidator(_tidy)]
Prose = Annotated[str, Field(min_length=1, max_length=600), BeforeValidator(_tidy)]
Word = Annotated[str, Field(min_length=1, max_length=24), BeforeValidator(_tidy)]
Lines = Annotated[list[Line], Field(max_length=8)]
SaidLine = Annotated[Line, Said]
SaidLines = Annotated[list[SaidLine], Field(max_length=8)]
SaidProse = Annotated[Prose, Said]
SaidWord = Annotated[Word, Said]
