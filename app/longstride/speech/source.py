"""Where clips come from: what a source of speech is asked, and how it fails."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from longstride.core.errors import SpeechError
from longstride.speech.voice import Driver, Voice, VoiceChoice


class SourceError(Exception):
    """A source cannot speak any more; ``str()`` is the reason, without a full stop."""


class UnsayableError(SpeechError):
    """This one text cannot be said; others can."""


@dataclass(frozen=True, slots=True)
class Take:
    """One sentence to be rendered into ``path``. ``voice`` None is the driver's own."""

    text: str
    voice: Voice | None
    choice: VoiceChoice
    path: Path


class Source(Protocol):
    """Something that renders sentences: speech workers, or a program of the system.

    ``name`` is what it is remembered and told by. What the name of a clip has to end in, such
    as ".aiff", is its ``suffix``, "" if that does not matter.
    """

    @property
    def name(self) -> str:
        """What it is remembered and told by."""
        ...

    @property
    def suffix(self) -> str:
        """What the name of a clip has to end in."""
        ...

    def refusal(self, choice: VoiceChoice) -> str:
        """Return why it does not serve a choice, without a full stop; "" if it does."""
        ...

    def reads(self, line: str) -> bool:
        """Say whether it knows the letters of a line."""
        ...

    def driver(self) -> Driver:
        """Return what speaks; SourceError if nothing does."""
        ...

    def render(self, take: Take) -> None:
        """Write a whole clip; UnsayableError if this text cannot be, SourceError if none can."""
        ...

    def close(self) -> None:
        """Let go of everything; nothing is rendered after it."""
        ...
