"""``longstride plan --ics``: the plan's turns written for the athlete's calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import WrongUseError
from longstride.records.calendar import read_calendar, save_calendar

if TYPE_CHECKING:
    from longstride.engine import Engine

_NONE = "You follow no plan, so there is nothing to write; longstride plan follow begins one."


def write_calendar(engine: Engine, path: Path) -> str:
    """Write the coming weeks to a file and say so; FileError, and WrongUseError without a plan."""
    found = read_calendar(
        engine.records.journal,
        engine.paths,
        tuple(engine.library.flows.values()),
        engine.week_start(),
        engine.settings.wishes,
        engine.today(),
    )
    if not found.events:
        raise WrongUseError(_NONE)
    save_calendar(found, path, engine.paths)
    return found.words(path)
