"""Python's search for what nothing leads to any more, kept to the thread of the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from longstride.desktop.heaps import give_back

_PERIOD = 1000  # ms between two searches
_MIDDLE, _WHOLE = 10, 60  # every so many go through more, and through everything (about 40 ms)


class GcTimer(QObject):
    """Searches now and then, and keeps Python from doing it by itself until it is closed.

    Python would on whichever thread it happens to be. Where it frees there what Qt's signals were
    connected to, Qt's lock is held while the thread waits for the interpreter; if the window's
    thread holds that and waits for Qt's lock, as when it changes a style, both wait for ever.
    What is free is given back to the system now and then, too.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._times = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_PERIOD)
        self._timer.timeout.connect(self._search)
        self._timer.start()
        gc.disable()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _search(self) -> None:
        self._times += 1
        gc.collect(2 if self._times % _WHOLE == 0 else 1 if self._times % _MIDDLE == 0 else 0)
        if self._times % _MIDDLE == 0:
            give_back()
