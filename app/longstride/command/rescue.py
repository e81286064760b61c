"""A run led in the terminal that the journal does not take: written after all, or in a file."""

from __future__ import annotations

from pathlib import Path

from longstride.command.ending import Ended
from longstride.command.terminal import ask, somebody_sits, tell
from longstride.core.errors import JournalError
from longstride.records.scribe import Scribe
from longstride.records.unwritten import Unwritten

ASKED = (
    "Press Enter to try again, type the name of a file to keep the run in, or press Ctrl-C to "
    "leave the rest unwritten. "
)


def rescue(unwritten: Unwritten, scribe: Scribe) -> bool:
    """Write what is left of a run that waits; where somebody can help, as often as asked.

    Return whether the journal has it. Elsewhere it may be in a file, whose place is told.
    """
    try:
        answered = somebody_sits() and _ask_for_room(unwritten, scribe)
    except KeyboardInterrupt:
        unwritten.forget()
        return False
    except Ended:
        leave_behind(unwritten, scribe)
        raise
    return not scribe.trouble if answered else leave_behind(unwritten, scribe)


def _ask_for_room(unwritten: Unwritten, scribe: Scribe) -> bool:
    """Ask until the run is in the journal or in a file; return False where nobody answers."""
    while scribe.trouble:
        tell(scribe.trouble)
        name = ask(ASKED)
        if name is None:
            return False
        if not name:
            scribe.write_down()
        elif _save(unwritten, Path(name).expanduser().absolute()):
            break
    return True


def leave_behind(unwritten: Unwritten, scribe: Scribe) -> bool:
    """Have a run that nobody can be asked about in a file; return whether the journal has it."""
    kept = unwritten.give_up()
    if not scribe.trouble:
        return True
    tell(scribe.trouble)
    if kept:
        _tell_kept(kept)
    else:
        tell("The rest of the run is lost.")
    return False


def _save(unwritten: Unwritten, path: Path) -> bool:
    try:
        unwritten.save(path)
    except JournalError as error:
        tell(str(error))
        return False
    _tell_kept(path)
    return True


def _tell_kept(path: Path) -> None:
    tell(f'The run is in {path}; "longstride import" takes it in later.')
