"""Windows in processes of their own, on a private X server, measured from outside."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, Self

import psutil

HERE = Path(__file__).parent


@contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """Run an X server of 1440x900; gives the environment of programs on it.

    They keep their compiled modules, as any program does from its second start on, even where
    PYTHONDONTWRITEBYTECODE is set.
    """
    reading, writing = os.pipe()
    # Not to be reset when its last client goes, as no screen is that somebody sits in front of.
    options = ["-noreset", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        with TemporaryDirectory(prefix="longstride-bytecode-") as compiled:
            yield {
                "DISPLAY": f":{display}",
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONFAULTHANDLER": "1",
                "PYTHONDONTWRITEBYTECODE": "",
                "PYTHONPYCACHEPREFIX": compiled,
            }
    finally:
        server.terminate()
        server.wait()


class Window:
    """A window of one kind, started; ``painted`` is how many s it took to the first paint."""

    def __init__(self, environment: Mapping[str, str], kind: str) -> None:
        begun = monotonic()
        self._process = psutil.Popen(
            [sys.executable, str(HERE / f"window_{kind}.py")],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.begun = begun
        self.painted = self.hear("painted")["at"] - begun

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.say("quit")
        try:
            self._process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGABRT)  # every thread says where it hangs
            self._process.communicate()
            raise

    def say(self, order: str) -> None:
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()

    def hear(self, what: str) -> dict[str, Any]:
        """Return what it tells next, which is to be of one kind."""
        told = dict(json.loads(self._process.stdout.readline()))
        assert told["what"] == what, told
        return told

    def fill(self) -> float:
        """Return after how many s Today had something to show."""
        self.say("fill")
        return float(self.hear("filled")["at"]) - self.begun

    def start(self) -> float:
        """Press Start; return after how many s the flow plays."""
        self.say("start")
        pressed = float(self.hear("pressed")["at"])
        return float(self.hear("playing")["at"]) - pressed

    def shown(self) -> dict[str, Any]:
        """Return the time left as the player shows it, and its notice."""
        self.say("show")
        return self.hear("shown")

    def hide_figure(self) -> None:
        """Show drills in words from now on."""
        self.say("hide_figure")

    def memory(self) -> float:
        """Return the resident MB of the process itself."""
        return float(self._process.memory_info().rss) / 1e6

    def children_memory(self) -> float:
        """Return the resident MB of the processes it started."""
        return sum(c.memory_info().rss for c in self._process.children(recursive=True)) / 1e6

    def processor(self, seconds: float) -> float:
        """Return the part of one processor it takes, with its children, over so many s."""
        before, begun = self._spent(), monotonic()
        sleep(seconds)
        return (self._spent() - before) / (monotonic() - begun)

    def _spent(self) -> float:
        processes = [self._process, *self._process.children(recursive=True)]
        times = [process.cpu_times() for process in processes]
        return float(sum(time.user + time.system for time in times))
