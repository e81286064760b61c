"""How the window stood when it was last closed, where the player fills a screen, what it leaves.

Kept apart from the settings: it belongs to this machine's screens. A file that is lost or broken
is no obstacle; the window stands as on the first day.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from longstride.plain_files import is_odd, read_plain
from longstride.ui.shown.display import Display

SIZE = QSize(1440, 900)
_LARGEST = 64_000  # bytes
_FRAME = QSize(16, 48)  # px that a desktop may put round a window; Qt knows no better beforehand
_LEAST = 200  # px; what is smaller was never anyone's window


class WindowMemory:
    """What a small file in the state folder remembers."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._geometry = ""
        self.display: Display | None = None
        self.soreness_left: date | None = None
        self._read()

    def restore(self, window: QWidget) -> None:
        """Put a window that is not shown yet where it was, inside a screen that is there."""
        saved = QByteArray.fromBase64(self._geometry.encode("ascii", "replace"))
        known = not saved.isEmpty() and window.restoreGeometry(saved)
        room = window.screen().availableGeometry()
        if not known or min(window.width(), window.height()) < _LEAST:
            _begin(window, room.size())
        state = window.windowState()
        if known and not room.contains(window.geometry()):
            window.setGeometry(_inside(window.geometry(), room))
        window.setWindowState(state & ~Qt.WindowState.WindowFullScreen)

    def keep(self, window: QWidget) -> None:
        """Write down where a window stands."""
        self._geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self._write()

    def choose(self, display: Display | None) -> None:
        """Fill this display from now on; None for the one the window is on."""
        self.display = display
        self._write()

    def leave_soreness(self, day: date) -> None:
        """Ask no more on a day how sore the athlete is."""
        self.soreness_left = day
        self._write()

    def screen(self) -> QScreen | None:
        """Return the chosen display's screen, None where none is chosen or it is not there."""
        return self.display.among(QGuiApplication.screens()) if self.display else None

    def _read(self) -> None:
        try:
            found = json.loads(read_plain(self._file, _LARGEST))
            self._geometry = str(found["geometry"])
            name, serial = found["display"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return
        self.display = Display(str(name), str(serial)) if name else None
        with suppress(LookupError, ValueError, TypeError):
            self.soreness_left = date.fromisoformat(found["soreness_left"])

    def _write(self) -> None:
        from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

        private = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner
        display = self.display or Display("")
        held = {
            "geometry": self._geometry,
            "display": [display.name, display.serial],
            "soreness_left": self.soreness_left and self.soreness_left.isoformat(),
        }
        file = QSaveFile(str(self._file))
        if not is_odd(self._file) and file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.setPermissions(private)
            file.write(json.dumps(held).encode())
        if not (file.isOpen() and file.commit()):
            logging.getLogger(__name__).warning("the window's place could not be kept")


def _begin(window: QWidget, room: QSize) -> None:
    """Give a window its first size: all of a screen that does not hold it with its frame."""
    within = room - _FRAME
    window.resize(SIZE.boundedTo(within))
    if SIZE != SIZE.boundedTo(within):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _inside(place: QRect, room: QRect) -> QRect:
    """Return a place no larger than the room, moved into it."""
    moved = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    left = min(max(moved.left(), room.left()), room.right() + 1 - moved.width())
    top = min(max(moved.top(), room.top()), room.bottom() + 1 - moved.height())
    moved.moveTo(left, top)
    return moved
