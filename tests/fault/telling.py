"""A window in a process of its own that tells what happens to it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

PROGRAM = Path(__file__).with_name("window_that_tells.py")
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


class Window:
    """A start of the program; ``stands`` says whether it became the window."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        environment: Mapping[str, str] = OFFSCREEN,
        before: Sequence[str] = (),
        cwd: Path | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            [*before, sys.executable, str(PROGRAM), "--data-dir", str(folder), *words],
            env=dict(environment),
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.told: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def stands(self) -> bool:
        return self.hear("stands") is not None

    def hear(self, what: str) -> dict[str, Any] | None:
        """Return the next thing of a kind that it tells, None if it ends before."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told.append(json.loads(line))
            if self.told[-1]["what"] == what:
                return self.told[-1]
        return None

    def say(self, order: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()

    def end(self) -> None:
        """Close it as an athlete does, and see that it went well."""
        self.say("quit")
        code, said = self.ended()
        assert code == 0, said
        assert "Traceback" not in said, said

    def ended(self) -> tuple[int, str]:
        """Wait for its own end; return its exit code and what it said on stderr."""
        out, said = self.process.communicate()
        self.told += [json.loads(line) for line in out.splitlines()]
        return self.process.returncode, said
