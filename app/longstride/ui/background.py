"""Slow work on a thread of its own, its outcome delivered to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal, Slot

from longstride.core.errors import LongstrideError


class Task(QThread):
    """Runs ``work`` once; then comes ``done`` with what it returned, or ``refused`` with an error.

    ``work`` may be a function, or return an iterator of (done, total) whose steps come as
    ``progress``. All three come in the thread that made the task. A bug in the work reaches
    ``sys.excepthook``. A cancelled task says nothing more.
    """

    done = Signal(object)
    refused = Signal(object)
    progress = Signal(int, int)
    _worked = Signal(object)
    _stepped = Signal(int, int)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()
        # A signal reaches a plain function in the worker's thread, a method of this object in
        # the thread the object was made in.
        self._worked.connect(self._deliver)
        self._stepped.connect(self._deliver_step)

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
            result = error
        self._worked.emit(result)

    def _step_through(self, steps: Iterator[tuple[int, int]]) -> None:
        for done, total in steps:
            if self._cancelled.is_set():
                return
            self._stepped.emit(done, total)

    @Slot(object)
    def _deliver(self, result: object) -> None:
        if self._cancelled.is_set():
            return
        self.wait()  # its last breath; nobody may drop a thread that still runs
        if isinstance(result, LongstrideError):
            self.refused.emit(result)
        else:
            self.done.emit(result)

    @Slot(int, int)
    def _deliver_step(self, done: int, total: int) -> None:
        if not self._cancelled.is_set():
            self.progress.emit(done, total)
