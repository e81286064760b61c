"""What runs could not write down: kept while the program is open, written when that works."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.errors import FileError, JournalError

if TYPE_CHECKING:
    from longstride.records.scribe import Scribe

_log = logging.getLogger(__name__)

_NAME = "longstride-run-"


class Unwritten:
    """Runs that are over and not all in the journal yet; safe from any thread.

    ``now`` gives the aware local present; ``folder`` is where a file is left in the end, or
    else among the system's temporary ones.
    """

    def __init__(self, now: Callable[[], datetime], folder: Path) -> None:
        self._now = now
        self._folder = folder
        self._waiting: list[Scribe] = []
        self._turn = RLock()

    @property
    def titles(self) -> tuple[str, ...]:
        """The flows that wait, oldest first."""
        with self._turn:
            return tuple(run.title for run in self._waiting)

    @property
    def file_name(self) -> str:
        """What a file with the runs that wait would be called."""
        return f"{_NAME}{self._now():%Y-%m-%d-%H%M%S}.json"

    @property
    def left(self) -> tuple[Path, ...]:
        """The files that took runs when the program ended before, oldest first."""
        found = [
            path
            for folder, mark in self._places
            for path in folder.glob(f"{_NAME}*{mark}.json")
            if path.name.isprintable() and _is_own(path)
        ]
        return tuple(sorted(found, key=lambda path: path.name))

    def hand_back(self, take_in: Callable[[Path], object]) -> None:
        """Give each file of ``left`` to whoever takes it in; JournalError leaves it where it is."""
        for path in self.left:
            try:
                take_in(path)
            except JournalError as error:
                _log.warning("a run that was left is not taken in: %s", error)

    def let_go(self, path: Path) -> None:
        """Delete a file of ``left``, because the journal has it all; any other stays."""
        if path.absolute() in self.left:
            with suppress(OSError):  # it is offered again then, and does no harm
                path.unlink()

    def add(self, run: Scribe) -> None:
        """Keep a run until the journal takes it."""
        with self._turn:
            self._waiting.append(run)

    def write_down(self) -> None:
        """Write what waits, oldest first; JournalError says why the journal does not take it."""
        with self._turn:
            self._waiting = [run for run in self._waiting if not run.write_down()]
            for run in self._waiting:
                if run.error is not None:
                    raise run.error

    def save(self, path: Path) -> None:
        """Write the runs that wait, whole, to a private file that ``import`` takes in.

        JournalError where that cannot be. Afterwards nothing waits any more.
        """
        with self._turn:
            try:
                with TemporaryDirectory(dir=path.parent, prefix=".longstride-") as scratch:
                    self._export(Path(scratch) / "journal.sqlite", path)
            except (OSError, FileError, JournalError) as error:
                raise JournalError(
                    f"{path} cannot be written; choose another place or make room there."
                ) from error
            self._waiting.clear()

    def forget(self) -> None:
        """Give up what waits, because the athlete said so."""
        with self._turn:
            self._waiting.clear()

    def give_up(self) -> Path | None:
        """Try a last time, with nobody there to ask; return the file that takes what is left.

        None where nothing is left, or nothing took it: then ``titles`` still has it.
        """
        try:
            self.write_down()
        except JournalError:
            return self._put_away()
        return None

    def _put_away(self) -> Path | None:
        for folder, mark in self._places:
            path = folder / self.file_name.replace(".json", f"{mark}.json")
            try:
                self.save(path)
            except JournalError:
                continue
            _log.error("a run was never written down to its end; it is in %s", path)
            return path
        _log.error("a run was never written down to its end")
        return None

    @property
    def _places(self) -> tuple[tuple[Path, str], ...]:
        """Where files are left, each with a mark: many programs share the temporary folder."""
        from hashlib import sha256  # not before the window stands

        ours = sha256(os.fsencode(self._folder)).hexdigest()[:8]
        return (self._folder.absolute(), ""), *((folder, f"-{ours}") for folder in _temporary())

    def _export(self, scratch: Path, path: Path) -> None:
        """Write the runs through a journal of their own: the format is then the export's."""
        from longstride.journal.journal import Journal

        journal = Journal(scratch, self._now)
        try:
            for run in self._waiting:
                run.copy_into(journal)
            journal.export_json(path)
        finally:
            journal.dispose()


def _temporary() -> tuple[Path, ...]:
    """Return the system's folder of temporary files, or nothing where none takes a file now."""
    try:
        return (Path(gettempdir()).absolute(),)
    except OSError:
        return ()


def _is_own(path: Path) -> bool:
    """Say whether this user wrote a file: anybody may put one among the temporary ones."""
    try:
        found = path.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and path.is_file() and not path.is_symlink()
