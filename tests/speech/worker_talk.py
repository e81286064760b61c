"""A real speech worker, spoken to directly."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from longstride.speech.worker_pipe import worker_command


class WorkerTalk:
    """One worker of a kind, behind another command if one is given; names are its environment."""

    def __init__(
        self, kind: str, before: Sequence[str] = (), cwd: Path | None = None, **names: str
    ) -> None:
        self.process = subprocess.Popen(
            (*before, *worker_command(kind)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | names,
            cwd=cwd,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def ask(self, **request: object) -> dict[str, Any]:
        """Return the reply to a request."""
        request = {"within": 60, "idle": 60} | request
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert isinstance(reply, dict)
        return reply

    def render(self, path: Path, text: str = "Lower", **more: object) -> dict[str, Any]:
        """Have a text rendered into a file and return the reply."""
        take = {"text": text, "voice": None, "rate": 140, "pitch": 50, "path": str(path)}
        return self.ask(op="render", **take | more)

    def end(self) -> tuple[bytes, int]:
        """Hang up and return what was still said and how the worker ended."""
        rest, _ = self.process.communicate(timeout=30)
        return rest, self.process.returncode
