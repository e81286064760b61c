"""What is wrong with the journal, and which backup could help; free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.core.counting import counted
from longstride.core.errors import JournalError, OutOfReachError
from longstride.ui.widgets.charts.dates import WEEKDAYS, full_day

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.journal.backup import Backup


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the journal cannot be used, in a sentence; ``newest`` is the newest good backup.

    ``passing`` where the journal itself may be well, and only the way to it is barred.
    """

    sentence: str
    newest: Backup | None = None
    passing: bool = False


def read_trouble(engine: Engine, error: JournalError) -> Trouble:
    """Return what is wrong with a journal that raised an error, and what could help."""
    if isinstance(error, OutOfReachError):
        return Trouble(str(error), passing=True)
    try:
        return Trouble(str(error), engine.records.backups.newest_good())
    except JournalError:  # a folder that cannot be read holds no backup to offer
        return Trouble(str(error))


def taken_text(backup: Backup) -> str:
    """Return when a backup was taken, such as ``Sunday 22 Nov 2026, 18:04``.

    With it, whether that is still to come, or that it was set aside.
    """
    at = backup.taken.astimezone()
    when = f"{WEEKDAYS[at.weekday()]} {full_day(at)}, {at:%H:%M}"
    return when + "".join(f" ({note})" for note in backup.notes)


def held_text(backup: Backup) -> str:
    """Return what a backup holds, such as ``148 sessions until 22 Nov 2026, 2.1 MB``."""
    size = f"{max(0.1, backup.size / 1e6):.1f} MB"
    if backup.held is None:
        return f"cannot be read, {size}"
    held = backup.held
    until = f" until {full_day(held.last_day)}" if held.last_day else ""
    return f"{counted(held.sessions, 'session')}{until}, {size}"
