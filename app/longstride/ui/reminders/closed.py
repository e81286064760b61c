"""Reminders while the window is closed: kept in place by the system as the settings want it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from longstride.records.closed import keep_schedule
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError
    from longstride.paths import Paths
    from longstride.settings import Settings


class Closed(FrontPart):
    """``kept`` carries where it lies, "" where nowhere, and why it is not as it is wanted."""

    kept = Signal(str, str)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._under_way = False
        self._again = False

    def keep(self) -> None:
        """Put it in place, mend it or take it away, off the GUI thread and one at a time."""
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False
        paths, settings = self._engine.paths, self._engine.settings
        self._background.run(lambda: _keep(paths, settings), self._take, self._refuse)

    def _take(self, place: str) -> None:
        self._under_way = False
        if self._again:
            self.keep()
        else:
            self.kept.emit(place, "")

    def _refuse(self, error: LongstrideError) -> None:
        self._under_way = False
        if self._again:
            self.keep()
        else:
            self.kept.emit("", str(error))


def _keep(paths: Paths, settings: Settings) -> str:
    found = keep_schedule(paths, settings, os.environ)
    return str(found.place) if found.is_installed else ""
