"""The wish of a session that ends, or of a terminal: end this program, and end it well."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_WISHES = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """``asked`` comes in the loop of events, once a signal asks this process to end.

    Python itself hears a signal only when it next runs, which may be never while Qt waits; so
    the system's own handler writes to a pipe that Qt watches. On Windows a session that ends
    closes the window instead. Main thread only; ``remove`` gives the signals back.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[signal.Signals, object] = {}
        if sys.platform == "win32":
            return
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self._watch = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._hear)
        self._wakeup_before = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        for name in _WISHES:
            wish = signal.Signals[name]
            if signal.getsignal(wish) is not signal.SIG_IGN:  # as nohup asks for
                self._before[wish] = signal.signal(wish, _let_pass)

    def remove(self) -> None:
        """Give the signals back."""
        if not self._before:
            return
        for wish, before in self._before.items():
            signal.signal(wish, before)  # type: ignore[arg-type]
        self._before.clear()
        signal.set_wakeup_fd(self._wakeup_before)
        self._watch.setEnabled(False)
        os.close(self._reading)
        os.close(self._writing)

    def _hear(self) -> None:
        heard = os.read(self._reading, 64)
        if any(number in self._before for number in heard):
            self.asked.emit()


def _let_pass(_: int, __: FrameType | None) -> None:
    """Do nothing here: the pipe has it already."""
