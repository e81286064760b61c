"""Slow work on a thread of its own, its outcome delivered to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from longstride.core.errors import LongstrideError


class Task(QThread):
    """Runs ``work`` once; then comes ``done`` with what it returned, or ``refused`` with an error.

    ``work`` may be a function, or return an iterator of (done, total) whose steps come as
    ``progress``. A bug in it reaches ``sys.excepthook``. A cancelled task says nothing more.
    """

    done = Signal(object)
    refused = Signal(object)
    progress = Signal(int, int)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask to stop at the next step, and wait for it."""
        self._cancelled.set()
        self.wait()

    def run(self) -> None:
        """Do the work; Qt calls this in the thread."""
        try:
            result = self._work()
            if isinstance(result, Iterator):
                self._step_through(result)
        except LongstrideError as error:
            if not self._cancelled.is_set():
                self.refused.emit(error)
        else:
            if not self._cancelled.is_set():
                self.done.emit(result)

    def _step_through(self, steps: Iterator[tuple[int, int]]) -> None:
        for done, total in steps:
            if self._cancelled.is_set():
                return
            self.progress.emit(done, total)
