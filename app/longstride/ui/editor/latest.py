"""Work of which only the newest counts: what is asked for while it is done takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from longstride.ui.shell.background import Background, Refused, Task

Result = TypeVar("Result")


class Latest(QObject):
    """Does one thing at a time beside the window, and of all that waits only the last."""

    def __init__(self, background: Background, refused: Refused, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._refused = background, refused
        self._running: Task | None = None
        self._waiting: Callable[[], None] | None = None

    def ask(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Do the work soon; what was asked for before says nothing any more."""
        self.drop()
        if self._running is None:
            self._start(work, done)
        else:
            self._waiting = lambda: self._start(work, done)

    def drop(self) -> None:
        """Let go of all that was asked for."""
        self._waiting = None
        if self._running is not None:
            self._running.cancel()

    def _start(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        self._running = self._background.run(work, done, self._refused)
        self._running.ended.connect(self._go_on)

    def _go_on(self) -> None:
        self._running = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
