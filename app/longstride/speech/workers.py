"""Booths: speech children kept at work, killed when they fail and replaced when needed."""

import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from longstride.speech.cache import driver_from, is_whole
from longstride.speech.source import SourceError, Take, UnsayableError
from longstride.speech.voice import Driver
from longstride.speech.worker_pipe import Child, ChildError, Patience


class Booth:
    """A place for one child, started when first asked. One thread at a time, but ``close``."""

    def __init__(self, command: Sequence[str], patience: Patience) -> None:
        self._command = command
        self._patience = patience
        self._child: Child | None = None
        self._bundled = False
        self._closed = False

    def driver(self) -> Driver:
        """Return what speaks in here; ChildError if nothing does."""
        request = {"op": "driver", "bundled": self._bundled}
        try:
            return driver_from(self._ask(request, self._patience.start))
        except ValueError:
            self._empty()
            raise ChildError("the speech process answered something unreadable") from None

    def render(self, take: Take) -> None:
        """Have one sentence rendered; ChildError if no whole clip comes of it."""
        if self._child is None:
            self.driver()
        within = self._patience.for_text(take.text)
        request = {
            "op": "render",
            "text": take.text,
            "voice": take.voice.id if take.voice else None,
            "rate": take.choice.rate,
            "pitch": take.choice.pitch,
            "path": str(take.path.absolute()),
        }
        self._ask(request, within)
        if not is_whole(take.path):
            self._empty()
            raise ChildError("the speech process wrote no sound")

    def close(self) -> None:
        """Kill the child and start no other; allowed from any thread."""
        self._closed = True
        if child := self._child:
            child.kill()

    def clear(self) -> None:
        """Free what the child held, after ``close``."""
        self._empty()

    def _ask(self, request: dict[str, Any], within: float) -> dict[str, Any]:
        if self._closed:
            raise ChildError("the program is closing")
        try:
            self._child = self._child or Child(self._command)
            if self._closed:  # meanwhile
                raise ChildError("the program is closing")
            # The child ends itself a little later, should nobody be left to kill it.
            return self._child.ask(request | {"within": within + 1}, within)
        except ChildError:
            # A system library without its data ends the child: the next one brings its own.
            self._bundled = request["op"] == "driver" or self._bundled
            self._empty()
            raise

    def _empty(self) -> None:
        child, self._child = self._child, None
        if child:
            child.bury()


class Booths:
    """A few booths side by side: the source of speech that is tried first. Thread-safe."""

    suffix = ""

    def __init__(self, command: Sequence[str], patience: Patience, count: int) -> None:
        self._all = tuple(Booth(command, patience) for _ in range(count))
        self._free: queue.LifoQueue[Booth] = queue.LifoQueue()
        for booth in self._all:
            self._free.put(booth)

    def driver(self) -> Driver:
        """Return what speaks; SourceError after two children failed to say."""
        with self._booth() as booth:
            with suppress(ChildError):
                return booth.driver()
            try:
                return booth.driver()
            except ChildError as error:
                raise SourceError(str(error)) from error

    def render(self, take: Take) -> None:
        """Render with a second child if the first fails.

        UnsayableError where both failed but a plain word still works: the text is to blame.
        SourceError where nothing works.
        """
        with self._booth() as booth:
            with suppress(ChildError):
                return booth.render(take)
            try:
                return booth.render(take)
            except ChildError as error:
                self._blame(booth, take, error)

    def close(self) -> None:
        """End all children; a render under way in another thread fails at once."""
        for booth in self._all:
            booth.close()
        for booth in [self._free.get() for _ in self._all]:
            booth.clear()
            self._free.put(booth)

    @contextmanager
    def _booth(self) -> Iterator[Booth]:
        booth = self._free.get()
        try:
            yield booth
        finally:
            self._free.put(booth)

    def _blame(self, booth: Booth, take: Take, error: ChildError) -> None:
        try:
            booth.render(replace(take, text="One"))
        except ChildError:
            raise SourceError(str(error)) from error
        raise UnsayableError(f'The voice cannot say "{take.text[:60]}": word it differently.')
