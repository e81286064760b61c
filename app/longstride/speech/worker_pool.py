"""Speech workers kept at work, killed when they fail and replaced when needed."""

import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from longstride.core.letters import strange_words
from longstride.speech.cache import driver_from, is_whole
from longstride.speech.source import SourceError, Take, UnsayableError
from longstride.speech.voice import NATURAL, Driver, VoiceChoice
from longstride.speech.worker_pipe import Patience, WorkerError, WorkerPipe, worker_command


class Worker:
    """One process, started when first asked and replaced when it failed.

    For one thread at a time, but ``close``.
    """

    def __init__(self, command: Sequence[str], patience: Patience) -> None:
        self._command = command
        self._patience = patience
        self._pipe: WorkerPipe | None = None
        self._closed = False

    def driver(self) -> Driver:
        """Return what speaks in here; WorkerError if nothing does."""
        try:
            return driver_from(self._ask({"op": "driver"}, self._patience.start))
        except ValueError:
            self._empty()
            raise WorkerError("the speech process answered something unreadable") from None

    def render(self, take: Take) -> None:
        """Have one sentence rendered; WorkerError if no whole clip comes of it."""
        if self._pipe is None or self._pipe.ended:
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
            raise WorkerError("the speech process wrote no sound")

    def close(self) -> None:
        """Kill the worker and start no other; allowed from any thread."""
        self._closed = True
        if worker := self._pipe:
            worker.kill()

    def clear(self) -> None:
        """Free what the worker held, after ``close``."""
        self._empty()

    def _ask(self, request: dict[str, Any], within: float) -> dict[str, Any]:
        if self._closed:
            raise WorkerError("the program is closing")
        if self._pipe is not None and self._pipe.ended:  # for want of work
            self._empty()
        try:
            self._pipe = self._pipe or WorkerPipe(self._command)
            if self._closed:  # meanwhile
                raise WorkerError("the program is closing")
            # The worker ends itself a little later, should nobody be left to kill it.
            limits = {"within": within + 1, "idle": self._patience.idle}
            return self._pipe.ask(request | limits, within)
        except WorkerError:
            self._empty()
            raise

    def _empty(self) -> None:
        worker, self._pipe = self._pipe, None
        if worker:
            worker.bury()


class WorkerPool:
    """A few workers side by side, who speak any language with any letters. Thread-safe."""

    suffix = ""

    def __init__(self, name: str, command: Sequence[str], patience: Patience, count: int) -> None:
        self.name = name
        self._all = tuple(Worker(command, patience) for _ in range(count))
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._all:
            self._free.put(worker)

    def refusal(self, _: VoiceChoice) -> str:
        """Serve every choice."""
        return ""

    def reads(self, _: str) -> bool:
        """Read all letters, well or badly."""
        return True

    def driver(self) -> Driver:
        """Return what speaks; SourceError after two workers failed to say."""
        with self._worker() as worker:
            with suppress(WorkerError):
                return worker.driver()
            try:
                return worker.driver()
            except WorkerError as error:
                raise SourceError(str(error)) from error

    def render(self, take: Take) -> None:
        """Render with a second worker if the first fails.

        UnsayableError where both failed but a plain word still works: the text is to blame.
        SourceError where nothing works.
        """
        with self._worker() as worker:
            with suppress(WorkerError):
                return worker.render(take)
            try:
                return worker.render(take)
            except WorkerError as error:
                self._blame(worker, take, error)

    def close(self) -> None:
        """End all workers; a render under way in another thread fails at once."""
        for worker in self._all:
            worker.close()
        for worker in [self._free.get() for _ in self._all]:
            worker.clear()
            self._free.put(worker)

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        worker = self._free.get()
        try:
            yield worker
        finally:
            self._free.put(worker)

    def _blame(self, worker: Worker, take: Take, error: WorkerError) -> None:
        try:
            worker.render(replace(take, text="One"))
        except WorkerError:
            raise SourceError(str(error)) from error
        raise UnsayableError(f'The voice cannot say "{take.text[:60]}": word it differently.')


class NaturalVoice(WorkerPool):
    """The voice that travels with the program: English alone, by one worker, for its memory."""

    def __init__(self, patience: Patience, command: Sequence[str] | None = None) -> None:
        super().__init__(NATURAL, command or worker_command(NATURAL), patience, 1)
        needs = ("hibari", "onnxruntime")
        self._missing = next((name for name in needs if find_spec(name) is None), "")

    def refusal(self, choice: VoiceChoice) -> str:
        """Serve who wants English, and no other voice for it, where it came with the program."""
        if self._missing:
            return f"{self._missing} is not installed"
        if not choice.english:
            return "it speaks English only"
        if choice.voice is not None and not choice.voice.startswith(f"{NATURAL}/"):
            return "another voice was chosen"
        return ""

    def reads(self, line: str) -> bool:
        """Read Latin letters only: from others it makes sounds that are no words."""
        return not strange_words(line)
