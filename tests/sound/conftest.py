import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from sound.null_sink import NullSink, null_sink, put_first
from wanted import ANOTHER_TRY, SOUND_SERVER, want

PROGRAM = Path(__file__).with_name("speaker_program.py")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Listen up to twice before the try that counts, where a test is marked with why it may.

    What was heard the first time is told at the end of the run, beside that reason.
    """
    if (mark := pyfuncitem.get_closest_marker("listens")) is None:
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    for _ in range(2):
        try:
            pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted})
        except AssertionError as wrong:
            said = str(wrong).partition("\n")[0]
            pyfuncitem.user_properties.append((ANOTHER_TRY, f"{mark.args[0]} ({said})"))
        else:
            return True
    return None


class Speaker:
    """A program with a DeviceOutput; each call is one line to it and one answer."""

    def __init__(self, environment: Mapping[str, str], *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM), *options],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        put_first(self._process)

    def __call__(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            pytest.fail(f"the program ended at {line!r}: {self._process.communicate()[1]}")
        return dict(json.loads(answer))

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """Ask where it is until an answer is as wanted; the test's own deadline ends it."""
        answers = [self("where")]
        while not wanted(answers[-1]):
            answers.append(self("where"))
        return answers

    def end(self) -> str:
        """Let it close and return what it wrote to standard error."""
        _, errors = self._process.communicate()
        assert self._process.returncode == 0, errors
        return errors

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def pulse() -> Iterator[NullSink]:
    want(*SOUND_SERVER)
    with null_sink() as sink:
        yield sink


@pytest.fixture
def start() -> Iterator[Callable[..., Speaker]]:
    """Start speakers that are killed when the test ends, however it ends."""
    started: list[Speaker] = []

    def begin(environment: Mapping[str, str], *options: str) -> Speaker:
        started.append(Speaker(environment, *options))
        return started[-1]

    yield begin
    for speaker in started:
        speaker.kill()


@pytest.fixture
def deaf() -> Mapping[str, str]:
    """Return an environment in which no sound server is to be found."""
    return {**os.environ, "PULSE_SERVER": "unix:/nonexistent", "PIPEWIRE_REMOTE": "/nonexistent"}
