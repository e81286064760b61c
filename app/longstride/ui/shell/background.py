"""Slow work on threads of its own, its outcome delivered to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from longstride.core.errors import LongstrideError

Result = TypeVar("Result")
Refused = Callable[[LongstrideError], object]


class Task(QThread):
    """Runs ``work`` once; then comes ``done`` with what it returned, or ``refused`` with an error.

    ``work`` may be a function, or return an iterator of (done, total) whose steps come as
    ``progress``. At the very end, after either of them, comes ``ended`` with the task. All come
    in the thread that made it. A bug in the work reaches ``sys.excepthook``. A cancelled task
    says nothing more than that it ended.
    """

    done = Signal(object)
    refused = Signal(LongstrideError)
    progress = Signal(int, int)
    ended = Signal(QThread)
    _worked = Signal(object)
    _stepped = Signal(int, int)

    def __init__(self, work: Callable[[], object]) -> None:
        # It belongs to the program: of whoever started it nothing may be left but what its
        # outcome goes to, which goes with the task; a parent that went so would delete it twice.
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._cancelled = Event()
        # A signal reaches a plain function in the worker's thread, a method of this object in
        # the thread the object was made in.
        self._worked.connect(self._deliver)
        self._stepped.connect(self._deliver_step)
        self.finished.connect(self._end)

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more; work that takes long asks, and ends early."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Emit nothing more and stop at the next step, without waiting for it."""
        self._cancelled.set()

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
        if isinstance(result, LongstrideError):
            self.refused.emit(result)
        else:
            self.done.emit(result)

    @Slot(int, int)
    def _deliver_step(self, done: int, total: int) -> None:
        if not self._cancelled.is_set():
            self.progress.emit(done, total)

    @Slot()
    def _end(self) -> None:
        self.ended.emit(self)
        self.wait()  # the thread itself ends after ``finished``; deleting it sooner aborts
        self.deleteLater()


class Background(QObject):
    """Starts tasks and keeps each until its thread has ended; ``close`` it at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    @property
    def busy(self) -> bool:
        """Whether any task is under way."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        refused: Refused,
        progress: Callable[[int, int], object] | None = None,
    ) -> Task:
        """Start a task whose outcome goes to one of these functions, in this object's thread."""
        task = Task(work)
        task.done.connect(done)
        task.refused.connect(refused)
        if progress is not None:
            task.progress.connect(progress)
        task.ended.connect(self._tasks.remove)
        self._tasks.append(task)
        task.start()
        return task

    def cancel(self) -> None:
        """Silence everything under way."""
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """Silence everything under way and wait for its end."""
        self.cancel()
        for task in self._tasks:
            task.wait()
