"""What the athlete wants to see and hear, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.settings import Settings
    from longstride.ui.shown.display import Display


@dataclass(frozen=True, slots=True)
class ShowPage(Intention):
    """Open a page by its name; ``part`` is what of it is wanted, "" for its top."""

    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class OpenFlow(Intention):
    """Open a flow's page by its id."""

    flow: str


@dataclass(frozen=True, slots=True)
class KeepFlow(Intention):
    """Put a flow that was opened from a file among the athlete's own."""

    flow: str


@dataclass(frozen=True, slots=True)
class OpenFiles(Intention):
    """Open what was dropped: flow files by their absolute paths, an exported journal, a film.

    ``refusal`` is a sentence about what is neither, "" if all is.
    """

    flows: tuple[str, ...]
    refusal: str = ""
    journal: Path | None = None
    film: Path | None = None


@dataclass(frozen=True, slots=True)
class ToggleHelp(Intention):
    """Show the help for what the window shows, or close it."""


@dataclass(frozen=True, slots=True)
class ShowAbout(Intention):
    """Show what the program is and where its files lie."""


@dataclass(frozen=True, slots=True)
class AskWho(Intention):
    """Ask who the athlete is and when they train, and propose a plan."""


@dataclass(frozen=True, slots=True)
class ChangeSettings(Intention):
    """Have these settings from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class MissGear(Intention):
    """Have it remembered what gear is not at hand."""

    gear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChooseDisplay(Intention):
    """Lead on this display; None for the one the window is on."""

    display: Display | None


@dataclass(frozen=True, slots=True)
class HearVoice(Intention):
    """Speak a sentence in a voice, by its id; None is the chosen one."""

    voice: str | None = None


@dataclass(frozen=True, slots=True)
class HearTones(Intention):
    """Play every tone once."""


@dataclass(frozen=True, slots=True)
class TryReminder(Intention):
    """Be reminded once, to see how that is."""
