"""Voices: what the machine offers and what the athlete chose."""

from collections.abc import Iterable
from dataclasses import dataclass

from longstride.core.flow.manner import USUAL_RATE

ESPEAK = "espeak"
NATURAL = "natural"
"""The driver of the voice that travels with the program, and the first part of its voices' ids."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice; ``language`` is lower case, such as "en-gb", and "" where it is not known.

    ``driver`` is the name of the one that speaks with it, "" where it is not known.
    """

    id: str
    name: str
    language: str
    driver: str = ""

    @property
    def natural(self) -> bool:
        """Whether it is the one that travels with the program."""
        return self.driver == NATURAL

    @property
    def pitched(self) -> bool:
        """Whether its pitch can be changed."""
        return self.driver == ESPEAK


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """What the athlete wants to hear.

    ``voice`` is a Voice's id, None for the best one in ``language``. ``rate`` is in words a
    minute as the driver counts them, ``pitch`` 0 to 99 (espeak alone has one).
    """

    voice: str | None = None
    language: str = "en-gb"
    rate: int = USUAL_RATE
    pitch: int = 50

    @property
    def english(self) -> bool:
        """Whether English is to be heard, of whichever country."""
        return _family(self.language) == "en"


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
    """Return the chosen voice, else the nearest in its language, else None: the driver's own.

    The natural voice is as near as any in its language.
    """
    ranked = [(_rank(voice, choice), voice) for voice in voices]
    rank, voice = min(ranked, key=lambda pair: pair[0], default=(_STRANGER, None))
    return voice if rank < _STRANGER else None


_STRANGER = 5


def _rank(voice: Voice, choice: VoiceChoice) -> int:
    wanted = tidy_language(choice.language)
    near = _family(voice.language) == _family(wanted)
    nearness = (
        voice.id == choice.voice,
        voice.natural and near,
        voice.language == wanted,
        voice.language == _family(wanted),
        near,
        True,
    )
    return nearness.index(True)


def tidy_language(language: str) -> str:
    """Return "en-gb" for "en_GB" and "en-GB"."""
    return language.strip().lower().replace("_", "-")


def _family(language: str) -> str:
    return tidy_language(language).partition("-")[0]
