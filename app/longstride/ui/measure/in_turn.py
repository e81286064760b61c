"""Slow work on one open file, one piece after another: it is for one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError
    from longstride.ui.shell.background import Background, Refused

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Piece:
    name: str
    work: Callable[[], Any]
    done: Callable[[Any], object]
    refused: Refused


class InTurn:
    """Does pieces of work in their order, each on a thread of the background.

    A piece takes the place of one of its name that has not begun; what is wanted sooner than the
    rest stands in front of it.
    """

    def __init__(self, background: Background) -> None:
        self._background = background
        self._waiting: list[_Piece] = []
        self._now: _Piece | None = None

    def do(
        self,
        name: str,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        refused: Refused,
        *,
        soon: bool = False,
    ) -> None:
        """Have work done, and its outcome brought back."""
        piece = _Piece(name, work, done, refused)
        self._waiting = [each for each in self._waiting if each.name != name]
        self._waiting.insert(0 if soon else len(self._waiting), piece)
        if self._now is None:
            self._begin()

    def forget(self) -> None:
        """Let go of all that has not begun, and of what comes of the piece that has."""
        self._waiting = []
        if self._now is not None:
            self._now = _Piece(self._now.name, self._now.work, _nothing, _nothing)

    def _begin(self) -> None:
        self._now = self._waiting.pop(0)
        self._background.run(self._now.work, self._done, self._refused)

    def _done(self, result: object) -> None:
        piece = self._end()
        piece.done(result)
        self._go_on()

    def _refused(self, error: LongstrideError) -> None:
        piece = self._end()
        piece.refused(error)
        self._go_on()

    def _end(self) -> _Piece:
        assert self._now is not None, "only what has begun ends"
        piece, self._now = self._now, None
        return piece

    def _go_on(self) -> None:
        if self._now is None and self._waiting:
            self._begin()


def _nothing(_: object) -> None:
    """Leave it."""
