"""Voices: what the machine offers and what the athlete chose."""

from collections.abc import Iterable
from dataclasses import dataclass

# A set-up sentence comes out at about 146 words a minute, pauses in; espeak's own 200 gives 221.
NATURAL_RATE = 140


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice; ``language`` is lower case, such as "en-gb", and "" where it is not known."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """What the athlete wants to hear.

    ``voice`` is a Voice's id, None for the best one in ``language``. ``rate`` is in words a
    minute as the driver counts them, ``pitch`` 0 to 99 (espeak alone has one).
    """

    voice: str | None = None
    language: str = "en-gb"
    rate: int = NATURAL_RATE
    pitch: int = 50


@dataclass(frozen=True, slots=True)
class Driver:
    """What speaks: its name, where its library comes from, its versions and its voices.

    ``library`` is "system" or "bundled".
    """

    name: str
    library: str
    version: str
    voices: tuple[Voice, ...] = ()


def best_voice(voices: Iterable[Voice], choice: VoiceChoice) -> Voice | None:
    """Return the chosen voice, else the nearest in its language, else None: the driver's own."""
    ranked = [(_rank(voice, choice), voice) for voice in voices]
    rank, voice = min(ranked, key=lambda pair: pair[0], default=(_STRANGER, None))
    return voice if rank < _STRANGER else None


_STRANGER = 4


def _rank(voice: Voice, choice: VoiceChoice) -> int:
    wanted = tidy_language(choice.language)
    family = wanted.partition("-")[0]
    nearness = (
        voice.id == choice.voice,
        voice.language == wanted,
        voice.language == family,
        voice.language.partition("-")[0] == family,
        True,
    )
    return nearness.index(True)


def tidy_language(language: str) -> str:
    """Return "en-gb" for "en_GB" and "en-GB"."""
    return language.strip().lower().replace("_", "-")
