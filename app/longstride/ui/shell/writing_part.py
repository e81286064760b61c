"""A part of the front end that has the athlete's decisions written down, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from longstride.ui.shell.front import FrontPart
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError

Result = TypeVar("Result")


class WritingPart(FrontPart):
    """``written`` comes after each change of the journal; why there was none is told."""

    written = Signal()

    def _write(
        self, work: Callable[[], Result], then: Callable[[Result], object] | None = None
    ) -> None:
        """Do the work beside the window, and what follows once it is written."""

        def done(result: Result) -> None:
            self.written.emit()
            if then is not None:
                then(result)

        self._background.run(work, done, self._refuse)

    def _offer_undo(self, key: str, words: str, undo: Callable[[], object]) -> None:
        """Say under ``key`` what was done, with the way back."""
        offer = Offer("Undo", lambda: self._write(undo))
        self._window.show_notice(key, Notice(words, Kind.DONE, offer, answers=True))

    def _refuse(self, error: LongstrideError) -> None:
        self._front.refuse(error)
