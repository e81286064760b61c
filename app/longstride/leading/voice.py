"""The voice of one flow on its way: rendered beside it, looked at as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.leading.coach import Coach

PATIENCE = 4000  # ms without a new sentence after which a flow begins before its voice


class Voice:
    """Has the first words of a coach rendered, then two steps, then the rest.

    With ``whole`` all of it at once, but for what is said when the athlete wants other words.

    ``progress`` is how many sentences of how many are rendered, the latter None when all is done.
    """

    def __init__(self, coach: Coach, *, whole: bool) -> None:
        self._coach = coach
        self._clock = coach.parts.clock
        one_by_one = (coach.prepare, coach.prepare_steps, self._render_rest)
        self._jobs = deque((self._render_all, self._render_rest) if whole else one_by_one)
        self._stopped = Event()
        self._heard = len(coach.parts.preparation.clips)
        self._since = self._clock.now()
        self.progress: tuple[int, int | None] = (0, 1)
        self._work: Future[None] | None = self._next()

    @property
    def comes(self) -> bool:
        """Whether more of it is on its way."""
        return not self._stopped.is_set() and (self._work is not None or bool(self._jobs))

    def look(self) -> bool:
        """Return whether a part is there that was not at the last look, and go on with the next.

        LongstrideError where nothing came of that part.
        """
        if self._stopped.is_set():
            return False
        if self._work is None:
            self._work = self._next()
        if self._work is None or not self._work.done():
            return False
        work, self._work = self._work, None
        if not self._jobs:
            self.progress = (1, None)
        work.result()
        return True

    def is_late(self) -> bool:
        """Say whether nothing new was rendered for so long that nobody waits for it."""
        now = self._clock.now()
        if now - self._since < PATIENCE:
            return False
        before, self._heard, self._since = (
            self._heard,
            len(self._coach.parts.preparation.clips),
            now,
        )
        return self._heard == before

    def render_again(self) -> None:
        """Have rendered what is said now, because that has become something else."""
        if self._render_rest not in self._jobs:
            self._jobs.append(self._render_rest)

    def stop(self) -> None:
        """Render no more; nobody waits for what is under way."""
        self._stopped.set()

    def _next(self) -> Future[None] | None:
        return self._coach.parts.beside(self._jobs.popleft()) if self._jobs else None

    def _render_all(self) -> None:
        self._coach.prepare()
        self._render(self._coach.prepare_rest(others=False))

    def _render_rest(self) -> None:
        self._render(self._coach.prepare_rest())

    def _render(self, rendering: Iterable[tuple[int, int]]) -> None:
        for progress in rendering:
            self.progress = progress
            if self._stopped.is_set():
                return


def unspoken_text(failed: Sequence[str]) -> str:
    """Return what to say of sentences that could not be spoken, "" where there are none."""
    if len(failed) <= 1:
        one = "".join(failed)
        return one and f"“{one}” could not be spoken; its caption is shown instead."
    return (
        f"{len(failed)} sentences could not be spoken, “{failed[0]}” among them; their captions "
        "are shown instead."
    )
