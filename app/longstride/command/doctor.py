"""A look at what the program stands on: each thing with a verdict and a remedy."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from longstride.command.strangers import passed_over, strangers
from longstride.core.counting import counted
from longstride.core.errors import JournalError, LongstrideError, OutOfReachError
from longstride.desktop.libraries import sound_notice
from longstride.engine import Engine
from longstride.paths import Paths


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``remedy`` is empty where nothing is wrong."""

    subject: str
    fine: bool
    verdict: str
    remedy: str = ""


def examine(engine: Engine) -> tuple[Finding, ...]:
    """Return a finding on each: voice, sound, film, database, reminders, log, paths and so on."""
    paths = engine.paths
    return (
        _voice(engine),
        _sound(),
        _film(paths),
        _database(engine),
        *_backups(engine),
        *(_left(file) for file in engine.records.unwritten.left),
        _content(engine),
        _reminders(engine),
        _log(engine),
        *(_folder(paths, folder) for folder in (*paths.folders, paths.cache)),
    )


def _voice(engine: Engine) -> Finding:
    state = engine.speech.state()
    if state.lost:
        kept = os.access(engine.paths.clips, os.W_OK)
        mend = "Install espeak-ng" if kept else "Give yourself write access there"
        remedy = f"{mend}; until then tones and captions carry the flow."
        return Finding("voice", False, state.lost, remedy)
    spoken = state.voice.name if state.voice else "the driver's own voice"
    named = state.version.startswith(state.driver)
    source = f"{state.library} {state.version if named else f'{state.driver} {state.version}'}"
    better = "".join(f" Not the {name} voice: {why}." for name, why in state.better)
    verdict = (
        f"{spoken}, by {source.strip()}, {counted(state.voices, 'voice')} to choose from.{better}"
    )
    return Finding("voice", True, verdict)


def _sound() -> Finding:
    if lacking := sound_notice():
        return Finding("sound", False, "No sound: a system library is missing.", lacking)
    from longstride.sound.output import device_names

    try:
        names = device_names()
    except LongstrideError as error:
        return Finding("sound", False, str(error), "Until then flows run silently on screen.")
    if not names:
        remedy = "Plug in or switch on a sound device; until then flows run silently on screen."
        return Finding("sound", False, "No sound device was found.", remedy)
    return Finding("sound", True, f"{names[0]} ({len(names)} in all).")


def _film(paths: Paths) -> Finding:
    from longstride.film import opening, pose, reel

    if not reel.is_here():
        return Finding("film", False, opening.MISSING, "Until then numbers are entered by hand.")
    if not pose.is_here(paths.assets / "models"):
        remedy = "Install Longstride again; until then points are placed by hand."
        return Finding("film", False, "The model that suggests points is missing.", remedy)
    return Finding("film", True, "Clips and pictures can be read, and points suggested.")


def _database(engine: Engine) -> Finding:
    from longstride.journal.check import check

    path = engine.paths.journal
    try:
        engine.records.backups.see_that_journal_is_there()
        if not path.exists():
            return Finding("database", True, f"{path} will be made with the first session.")
        return Finding("database", True, check(path))
    except OutOfReachError as error:  # a backup would only take away what came after it
        return Finding("database", False, str(error), "Everything in it is there once that is so.")
    except LongstrideError as error:
        remedy = "Run longstride restore, or look for a copy of your own."
        return Finding("database", False, str(error), remedy)


def _backups(engine: Engine) -> tuple[Finding, ...]:
    """Return what is said of the backups' folder, nothing where there is none yet."""
    backups = engine.records.backups
    if not backups.folder.exists():
        return ()
    try:
        found, others = backups.all(), backups.strangers()
    except JournalError as error:
        remedy = "Give yourself access to it; until then nothing can be restored from there."
        return (Finding("backups", False, str(error), remedy),)
    verdict = f"{counted(len(found), 'backup')} in {backups.folder}."
    return (Finding("backups", True, verdict + passed_over(others)),)


def _left(file: Path) -> Finding:
    verdict = f"{file} holds a run that the journal did not take."
    return Finding("run", False, verdict, f"Put it in the journal: longstride import {file}")


def _content(engine: Engine) -> Finding:
    library = engine.library
    verdict = (
        f"{counted(len(library.catalogue), 'drill')} and {counted(len(library.flows), 'flow')}."
    )
    if not library.mistakes:
        return Finding("content", True, verdict)
    first = library.mistakes[0]
    files = len({mistake.file for mistake in library.mistakes})
    remedy = f"{counted(files, 'file')} cannot be used; run: longstride check {first.file}"
    return Finding("content", False, verdict, remedy)


def _reminders(engine: Engine) -> Finding:
    from longstride.command.remind import stand_of_reminders

    return Finding("reminders", *stand_of_reminders(engine))


def _log(engine: Engine) -> Finding:
    path = engine.paths.log
    if os.access(path if path.exists() else path.parent, os.W_OK):
        return Finding("log", True, f"{path}; it never holds what you wrote or how you felt.")
    remedy = "Give yourself write access; until then faults leave no trace."
    return Finding("log", False, f"{path} cannot be written.", remedy)


def _folder(paths: Paths, folder: Path) -> Finding:
    if os.access(folder, os.W_OK):
        others = passed_over(strangers(paths, folder))
        return Finding("path", True, f"{folder}.{others}" if others else str(folder))
    return Finding("path", False, f"{folder} cannot be written.", "Give yourself write access.")
