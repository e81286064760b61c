"""Programs of the system that can write speech to a file, for when the driver is lost."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from longstride.speech.cache import is_whole
from longstride.speech.source import SourceError, Take, UnsayableError
from longstride.speech.voice import Driver, VoiceChoice, tidy_language
from longstride.speech.worker_pipe import Patience

Arguments = Callable[[Take], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Program:
    """A source that starts one program a sentence and hands it the text on its input."""

    name: str
    arguments: Arguments
    suffix: str
    patience: Patience

    def refusal(self, _: VoiceChoice) -> str:
        """Serve every choice."""
        return ""

    def reads(self, _: str) -> bool:
        """Read all letters, well or badly."""
        return True

    def driver(self) -> Driver:
        """Return what speaks; SourceError if the program is not installed."""
        if shutil.which(self.name) is None:
            raise SourceError(f"{self.name} is not installed")
        return Driver(self.name, "system", "")

    def render(self, take: Take) -> None:
        """Write one clip; SourceError if the program fails or is late."""
        try:
            subprocess.run(
                (self.name, *self.arguments(take)),
                input=take.text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=self.patience.for_text(take.text),
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SourceError(f"{self.name} failed") from error
        if not is_whole(take.path):
            raise UnsayableError(f'{self.name} cannot say "{take.text[:60]}": word it differently.')

    def close(self) -> None:
        """Nothing is held."""


def programs(patience: Patience) -> tuple[Program, ...]:
    """Return the programs worth trying on this system, best first; they may not be installed."""
    espeak = Program("espeak-ng", _espeak_arguments, ".wav", patience)
    if sys.platform == "darwin":
        return (Program("say", _say_arguments, ".aiff", patience), espeak)
    return (espeak,)


def _espeak_arguments(take: Take) -> Sequence[str]:
    voice = tidy_language(take.choice.language) or "en-gb"
    rate, pitch = str(take.choice.rate), str(take.choice.pitch)
    return ("-v", voice, "-s", rate, "-p", pitch, "-w", str(take.path), "--stdin")


def _say_arguments(take: Take) -> Sequence[str]:
    return ("-r", str(take.choice.rate), "-o", str(take.path), "-f", "-")
