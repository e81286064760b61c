"""The pictures of stills: files beside the journal, in its backups too, removed when unwanted.

A picture never changes once it is written, so that a backup has it by a link where the disk has
links. All backups share one folder of them.
"""

import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from longstride.core.errors import FileError
from longstride.files import write_whole

UNDO = timedelta(minutes=10)  # in which what was deleted may be wanted back
ORPHAN = timedelta(days=1)  # after which a picture of no still was left by a fault
_PRIVATE = 0o700
_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.jpg")


class Pictures:
    """The pictures beside one journal; ``now`` gives the aware local present."""

    def __init__(self, journal: Path, now: Callable[[], datetime]) -> None:
        self.folder = journal.with_name("stills")
        self.copies = journal.with_name("backups") / "stills"
        self._now = now

    def file(self, still: UUID) -> Path:
        """Where the picture of a still lies, if it is there: it may have come without."""
        return self.folder / f"{still}.jpg"

    def write(self, still: UUID, jpeg: bytes) -> None:
        """Write a picture for its owner's eyes alone; FileError if it cannot be."""
        _make(self.folder)
        write_whole(self.file(still), jpeg)

    def sweep(self, standing: Collection[UUID], gone: Collection[UUID]) -> None:
        """Remove the pictures of stills that are gone, and old ones of none; the rest waits."""
        oldest = self._now().timestamp() - ORPHAN.total_seconds()
        for still, file in _pictures(self.folder):
            with suppress(OSError):  # another program shows it: the next time
                if still in gone or (still not in standing and file.stat().st_mtime < oldest):
                    file.unlink()

    def copy(self, wanted: Callable[[], Collection[UUID]]) -> None:
        """Have backups hold every picture there is, and of the others those ``wanted``; FileError.

        ``wanted`` is asked only where it matters: it reads every backup.
        """
        here = dict(_pictures(self.folder))
        held = dict(_pictures(self.copies))
        if here:
            _make(self.copies)
        for still in here.keys() - held.keys():
            _link(here[still], self.copies / here[still].name)
        if others := held.keys() - here.keys():
            for still in others - set(wanted()):
                with suppress(OSError):
                    held[still].unlink()

    def bring_back(self, stills: Collection[UUID]) -> None:
        """Bring pictures back that backups hold; FileError."""
        held = dict(_pictures(self.copies))
        for still in stills:
            if still in held and not self.file(still).exists():
                _make(self.folder)
                _link(held[still], self.file(still))


def _pictures(folder: Path) -> Iterator[tuple[UUID, Path]]:
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return
    for file in found:
        if _NAME.fullmatch(file.name) and file.is_file():
            yield UUID(file.stem), file


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"The folder {folder} for pictures cannot be made ({error.strerror}); see that you may "
            "write there."
        ) from error


def _link(file: Path, other: Path) -> None:
    """Have a file under another name as well, by a copy where the disk has no links."""
    try:
        os.link(file, other)
    except OSError:
        try:
            shutil.copy2(file, other)
        except OSError as error:
            raise FileError(
                f"The picture {other} cannot be written ({error.strerror}); make room."
            ) from error
