"""The kinds of trouble that are expected: each is one plain sentence for the athlete."""

from dataclasses import dataclass


class LongstrideError(Exception):
    """Something expected went wrong; ``str()`` is a sentence that says what and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong in a file, as its author needs to hear it.

    ``line`` counts from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.text}"


class FlowError(LongstrideError):
    """A drill or flow file cannot be used; holds every mistake found, not only the first."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


class WrongUseError(LongstrideError):
    """Two things were asked for that do not go together."""


class UnknownFlowError(LongstrideError):
    """No flow goes by the name that was asked for."""


class UnknownDrillError(LongstrideError):
    """No drill goes by the name that was asked for."""


class NoRoomError(LongstrideError):
    """A flow cannot be made as short as it was asked for."""


class JournalError(LongstrideError):
    """The journal file cannot be read or written."""


class NoSessionError(JournalError):
    """The journal has no such session; another file may lie in its place."""


class OutOfReachError(JournalError):
    """Something outside the journal keeps it from being read or written; it may be well itself."""


class SpeechError(LongstrideError):
    """A sentence could not be rendered, or no voice is to be had."""


class SoundError(LongstrideError):
    """A sound file or device cannot be read or written."""


class FilmError(LongstrideError):
    """A clip or picture cannot be read, or no point can be suggested on it."""


class FileError(LongstrideError):
    """A file that the athlete asked for cannot be written."""


class ChangedError(FileError):
    """A file is not as it was read: somebody else has changed it meanwhile."""


class SettingsError(LongstrideError):
    """A setting has a value that cannot be used."""


class DisplayError(LongstrideError):
    """No window can be opened here."""
