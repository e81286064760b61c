"""What the athlete should know of a run beside its state, each in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from longstride.leading.state import State
from longstride.leading.voice import unspoken_text

if TYPE_CHECKING:
    from longstride.leading.run import Run

SLEPT = "The computer was asleep, so the flow is paused where it was."
LIGHTEST = "Nothing that is left here can be made lighter."
SAME_WORDS = "Nothing that is left here can be said otherwise."
LATE = "The voice is slow to start: tones and captions lead until it is here."
LEFT_OUT = "{name} is left out. If the pain is sharp, stop for today."
SPARED = "What loads or stretches the {place} is left out. If the pain is sharp, stop for today."
UNTOUCHED = "Nothing that is left loads or stretches the {place}. If it is sharp, stop for today."


class Trouble(StrEnum):
    """What the athlete should know of, beside the state; weightiest first."""

    ASLEEP = "asleep"
    HURT = "hurt"
    LIGHTEST = "lightest"
    SAME_WORDS = "same words"
    SOUND = "sound"
    LATE_VOICE = "late voice"
    NO_VOICE = "no voice"
    JOURNAL = "journal"
    UNSPOKEN = "unspoken"


IN_VAIN = {Trouble.LIGHTEST: LIGHTEST, Trouble.SAME_WORDS: SAME_WORDS}


def troubles_of(run: Run, noted: tuple[Trouble, str] | None, *, late: bool) -> dict[Trouble, str]:
    """Return what the athlete should know of a run now, weightiest first, each in a sentence.

    ``noted`` is what came of the last wish, ``late`` whether the voice is waited for no more.
    """
    voice, preparation = run.coach.voice_trouble, run.coach.parts.preparation
    unspoken = {} if voice else preparation.unspoken(run.player.timeline)
    found = {
        Trouble.ASLEEP: SLEPT if run.state is State.ASLEEP else None,
        **({noted[0]: noted[1]} if noted else {}),
        Trouble.SOUND: run.coach.parts.output.trouble,
        Trouble.LATE_VOICE: LATE if late else None,
        Trouble.NO_VOICE: voice,
        Trouble.JOURNAL: run.scribe.trouble,
        Trouble.UNSPOKEN: unspoken_text(tuple(unspoken)),
    }
    return {trouble: sentence for trouble, sentence in found.items() if sentence}


@dataclass(frozen=True, slots=True)
class News:
    """The troubles that came, each with its sentence, and those that went, since last asked."""

    came: Mapping[Trouble, str]
    went: tuple[Trouble, ...]
