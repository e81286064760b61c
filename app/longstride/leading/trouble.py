"""What the athlete should know of a run beside its state, each in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SLEPT = "The computer was asleep, so the flow is paused where it was."
LIGHTEST = "Nothing that is left here can be made lighter."
SAME_WORDS = "Nothing that is left here can be said otherwise."
LATE = "The voice is slow to start: tones and captions lead until it is here."
LEFT_OUT = "{name} is left out. If the pain is sharp, stop for today."


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


@dataclass(frozen=True, slots=True)
class News:
    """The troubles that came, each with its sentence, and those that went, since last asked."""

    came: Mapping[Trouble, str]
    went: tuple[Trouble, ...]
