"""Workouts of another app, taken in: read, kept, and what of them has no counterpart told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from longstride.content.writing.saving import save_new
from longstride.content.writing.workouts import Workout, read_workouts
from longstride.core.counting import counted
from longstride.core.errors import FileError
from longstride.plain_files import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from longstride.engine import Engine

_MOST_BYTES = 4 * 1024 * 1024 + 1  # what is larger is refused by its reader
_MOST_TOLD = 3  # notes in one sentence


def read_workout_file(engine: Engine, file: Path) -> tuple[Workout, ...]:
    """Return the workouts of a file; FileError where it cannot be read, or holds none."""
    try:
        content = read_plain(file, _MOST_BYTES)
    except OSError as error:
        raise FileError(f"{file} cannot be opened ({error.strerror}).") from error
    return read_workouts(content, engine.library.catalogue)


def keep_all(engine: Engine, workouts: Iterable[Workout]) -> None:
    """Keep each as a flow of the athlete's own; FileError."""
    for workout in workouts:
        save_new(workout.draft, engine.paths.flows, engine.library.shipped)
    engine.read_library_again()


def brought_words(workouts: tuple[Workout, ...]) -> str:
    """Return what came of it, with what has no counterpart here."""
    notes = [note for workout in workouts for note in workout.notes]
    told = " ".join(notes[:_MOST_TOLD])
    more = (
        f" And {counted(len(notes) - _MOST_TOLD, 'more note')}." if len(notes) > _MOST_TOLD else ""
    )
    if len(workouts) == 1:
        return f"The workout is open as a draft. {told}{more}".strip()
    return f"{len(workouts)} workouts are among your flows now. {told}{more}".strip()


def is_workout_file(file: Path) -> bool:
    """Return whether a JSON file is one of that app, and no exported journal."""
    try:
        content = read_plain(file, _MOST_BYTES)
        found = json.loads(content) if len(content) < _MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and not {"sets", "workouts"}.isdisjoint(found)
