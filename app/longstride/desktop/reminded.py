"""What the athlete was told already, and what was put off, for every Longstride on one state.

A folder holds one empty file a telling and one a snooze. Making such a file, and taking it away,
each succeed once: so of the window and ``longstride remind``, both awake at 18:00, one tells.
"""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from longstride.core.errors import FileError
from longstride.core.history.reminder import Reminder, Slot, Snooze, Told
from longstride.files import write_whole
from longstride.plain_files import read_plain

_TOLD, _LATER = "told", "later"
_NAME = "%Y-%m-%d-%H%M"
_KEPT = timedelta(days=14)
_LAST = 4  # two days' times
_LARGEST = 100  # bytes of a snooze


class Reminded:
    """Remembers in a folder, which is made when first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> Told:
        """Return what was told; nothing where that cannot be read."""
        told = frozenset(slot for kind, slot in self._files() if kind == _TOLD)
        put_off = (self._snooze(slot) for kind, slot in self._files() if kind == _LATER)
        return Told(told, max(filter(None, put_off), key=lambda each: each.slot, default=None))

    def claim(self, reminder: Reminder) -> bool:
        """Return whether the caller is to tell it: nobody else has, or will.

        FileError where that cannot be remembered: then it might be told again and again.
        """
        was_put_off = self._remove(_LATER, reminder.slot)
        if not self._mark(reminder.slot) and not was_put_off:
            return False
        self._tidy(reminder.slot)
        return True

    def give_back(self, slot: Slot) -> None:
        """Take back a claim on what could not be told after all."""
        self._remove(_TOLD, slot)

    def settle(self, slots: Collection[Slot]) -> None:
        """Take times as told, such as those past when they were chosen; FileError."""
        for slot in slots:
            self._mark(slot)

    def put_off(self, slot: Slot, until: datetime) -> None:
        """Have something told again at an aware moment, in place of any other snooze; FileError."""
        self._make()
        for kind, other in self._files():
            if kind == _LATER and other != slot:
                self._remove(_LATER, other)
        write_whole(self._path(_LATER, slot), until.isoformat().encode())

    def _files(self) -> Iterator[tuple[str, Slot]]:
        with suppress(OSError):
            for path in sorted(self._folder.iterdir()):
                kind, _, when = path.name.partition("-")
                with suppress(ValueError):
                    found = datetime.strptime(when, _NAME)
                    yield kind, Slot(found.date(), found.time())

    def _snooze(self, slot: Slot) -> Snooze | None:
        with suppress(OSError, ValueError):
            raw = read_plain(self._path(_LATER, slot), _LARGEST)
            until = datetime.fromisoformat(raw.decode())
            return Snooze(slot, until) if until.tzinfo else None
        return None

    def _mark(self, slot: Slot) -> bool:
        """Return whether nobody had marked it as told."""
        self._make()
        path = self._path(_TOLD, slot)
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        except OSError as error:
            raise self._refused(error) from error
        return True

    def _remove(self, kind: str, slot: Slot) -> bool:
        try:
            self._path(kind, slot).unlink()
        except OSError:
            return False
        return True

    def _tidy(self, told: Slot) -> None:
        """Remove what was put off before, and what is long past.

        Of that the last few stay: it may be the clock that was wrong, and is set right again.
        """
        past: list[Slot] = []
        for kind, slot in self._files():
            if kind == _LATER:
                self._remove(kind, slot)
            elif abs(slot.day - told.day) > _KEPT:
                past.append(slot)
        for slot in past[:-_LAST]:
            self._remove(_TOLD, slot)

    def _make(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise self._refused(error) from error

    def _path(self, kind: str, slot: Slot) -> Path:
        return self._folder / f"{kind}-{datetime.combine(slot.day, slot.at):{_NAME}}"

    def _refused(self, error: OSError) -> FileError:
        return FileError(
            f"Reminders cannot be remembered in {self._folder} ({error.strerror}); "
            "see that you may write there."
        )
