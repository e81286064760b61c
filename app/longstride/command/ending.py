"""The wish of a terminal or of the system that a verb ends, and what it is doing kept whole."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, Self

_CTRL_C = "SIGINT"
_OTHERS = ("SIGTERM", "SIGHUP", "SIGBREAK")  # the last is how Windows closes a console


class Ended(SystemExit):
    """The terminal closed, or the system asked this program to end; ``code`` is as in a shell."""


class Ending:
    """Has wishes to end come as exceptions, inside ``with`` and in the main thread only.

    Ctrl-C is a KeyboardInterrupt each time. Any other is an Ended, and the last of its kind: then
    there is nobody left to ask, and what the program does to end is not cut short. What is
    ignored, as nohup asks for, stays so.
    """

    def __init__(self) -> None:
        self._before: dict[signal.Signals, object] = {}
        self._holds = False
        self._waiting: signal.Signals | None = None

    def __enter__(self) -> Self:
        for name in (_CTRL_C, *_OTHERS):
            wish = getattr(signal, name, None)
            if wish is not None and signal.getsignal(wish) is not signal.SIG_IGN:
                self._before[wish] = signal.signal(wish, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        for wish, before in self._before.items():
            signal.signal(wish, before)  # type: ignore[arg-type]

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let what is done in here be done whole; a wish that comes meanwhile follows it."""
        self._holds = True
        try:
            yield
        finally:
            self._holds = False
        if self._waiting is not None:
            self._raise(self._waiting)

    def _hear(self, number: int, _: FrameType | None) -> None:
        wish = signal.Signals(number)
        if self._holds:
            self._waiting = wish
        else:
            self._raise(wish)

    def _raise(self, wish: signal.Signals) -> NoReturn:
        self._waiting = None
        if wish.name == _CTRL_C:
            raise KeyboardInterrupt
        for other in self._before:
            if other.name in _OTHERS:
                signal.signal(other, signal.SIG_IGN)
        raise Ended(128 + wish)
