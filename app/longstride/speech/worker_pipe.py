"""The parent's end of a speech worker: start it, ask it, kill it."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_LONGEST_REPLY = 1_000_000  # bytes; a hundred voices take 15,000


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a worker, in s; the first call on Windows builds its bindings.

    A worker that has nothing to do for ``idle`` s ends.
    """

    start: float = 10.0
    sentence: float = 5.0
    character: float = 0.1
    idle: float = 20.0

    def for_text(self, text: str) -> float:
        """Return how long a sentence may take."""
        return self.sentence + self.character * len(text)


def worker_command(kind: str) -> tuple[str, ...]:
    """Return the command line that starts a speech worker of this very program.

    ``kind`` is "natural", "system" or "bundled", as in ``longstride.speech.worker``.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, "--speech-worker", kind)
    # -P: what lies in the folder the program was started from is nobody's module.
    return (sys.executable, "-P", "-m", "longstride.speech.worker", kind)


class WorkerError(Exception):
    """A worker was late, gone, or answered rubbish or an error; it has been killed."""


class WorkerPipe:
    """One running speech worker."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise WorkerError(f"{command[0]} does not start: {error.strerror}") from error
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="speech worker", daemon=True)
        self._reader.start()

    def ask(self, request: dict[str, Any], within: float) -> dict[str, Any]:
        """Return the reply to a request; WorkerError if none comes within so many seconds."""
        if not self._lines.empty():
            raise WorkerError("the speech process spoke unasked")
        self._send(json.dumps(request).encode("ascii") + b"\n")
        try:
            line = self._lines.get(timeout=within)
        except queue.Empty:
            late = f"the speech process did not answer within {within:.0f} s"
            raise WorkerError(late) from None
        if not line:
            raise WorkerError("the speech process ended without an answer")
        return _reply(line)

    @property
    def ended(self) -> bool:
        """Whether the process is gone, as after a time without anything to do."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """End the process at once; an ``ask`` under way in another thread fails."""
        self._process.kill()

    def bury(self) -> None:
        """Kill, and free what the process held."""
        self.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def _send(self, line: bytes) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError as error:
            raise WorkerError("the speech process ended before it was asked") from error

    def _read(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline(_LONGEST_REPLY):
            self._lines.put(line)
        self._lines.put(b"")
        self._process.wait()  # one that ended for want of work must not stay as a dead entry


def _reply(line: bytes) -> dict[str, Any]:
    try:
        reply = json.loads(line)
    except (ValueError, RecursionError):
        raise WorkerError("the speech process answered something unreadable") from None
    if not isinstance(reply, dict):
        raise WorkerError("the speech process answered something unreadable")
    if "error" in reply:
        raise WorkerError(str(reply["error"]))
    return reply
