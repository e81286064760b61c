"""A private PulseAudio server with one silent sink, and a recording of what was sent to it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Any

import numpy as np
import numpy.typing as npt

RATE = 48_000
PIPE = 1 << 20  # bytes, 5 s of a recording; Linux lets everyone have as much
SINK = ("module-null-sink", "sink_name=nul", f"rate={RATE}", "channels=2")


def put_first(process: subprocess.Popen[Any]) -> None:
    """Let it run before the other tests, where that is allowed: their load is not what is heard."""
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, process.pid, -15)


class NullSink:
    """A running server; ``environment`` is what a program needs to find it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder}/pulse/native",
            "HOME": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        shutil.rmtree(self._folder / "pulse", ignore_errors=True)
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                f"--load={' '.join(SINK)}",
                "--load=module-native-protocol-unix auth-anonymous=1",
            ],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        put_first(self._server)
        while self._pactl("info").returncode:
            if self._server.poll() is not None:
                raise RuntimeError("pulseaudio did not start")

    def stop(self) -> None:
        """Kill the server, as a crash would."""
        self._server.kill()
        self._server.wait()

    def unplug(self) -> None:
        """Take the sink away."""
        self._pactl("unload-module", SINK[0])

    def plug(self) -> None:
        """Bring the sink back."""
        self._pactl("load-module", *SINK)

    def plug_another(self) -> None:
        """Bring a second sink, which is described as Headphones."""
        words = ("sink_name=phones", "sink_properties=device.description=Headphones")
        self._pactl("load-module", SINK[0], *words)

    def prefer_another(self) -> None:
        """Make the second sink the system's choice."""
        self._pactl("set-default-sink", "phones")

    def says(self, *words: str) -> str:
        """Return what the server answers."""
        return self._pactl(*words).stdout.decode()

    @contextmanager
    def recorder(self, sink: str = "nul") -> Iterator["Recorder"]:
        """Record what a sink is sent until the block ends."""
        recorder = Recorder(self, sink)
        try:
            yield recorder
        finally:
            recorder.stop()

    def _pactl(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, check=False
        )


class Recorder:
    """`parec` on the monitor of a sink."""

    def __init__(self, server: NullSink, sink: str) -> None:
        self._process = subprocess.Popen(
            [
                *("parec", "-d", f"{sink}.monitor", "--format=float32le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5", "--client-name=recorder"),
            ],
            env=server.environment,
            stdout=subprocess.PIPE,
            pipesize=PIPE,
        )
        put_first(self._process)
        self._heard = bytearray()
        self._more = Condition()
        # Always read, from a pipe of some seconds: a full one would make the server throw away
        # what comes next.
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        # An idle null sink sleeps for 2 s at a time; it keeps up once the recorder hears it.
        self.wait(3.0)

    def wait(self, seconds: float) -> None:
        """Record so many more seconds."""
        wanted = len(self._heard) + int(seconds * RATE) * 4
        with self._more:
            self._more.wait_for(lambda: len(self._heard) >= wanted or not self._reader.is_alive())
        if len(self._heard) < wanted:
            raise RuntimeError("the recorder ended")

    @property
    def heard_frames(self) -> int:
        """How many frames have been heard."""
        return len(self._heard) // 4

    def samples(self) -> npt.NDArray[np.float32]:
        """Return everything heard so far, mono."""
        return np.frombuffer(bytes(self._heard)[: self.heard_frames * 4], np.float32)

    def stop(self) -> npt.NDArray[np.float32]:
        """End the recording and return everything heard, mono."""
        self._process.terminate()
        self._process.wait()
        self._reader.join()
        return self.samples()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as out:
            while some := os.read(out.fileno(), 65_536):
                with self._more:
                    self._heard += some
                    self._more.notify()
        with self._more:
            self._more.notify()


@contextmanager
def null_sink() -> Iterator[NullSink]:
    """Run a server with one sink for the length of the block."""
    with tempfile.TemporaryDirectory(prefix="longstride-pulse-") as folder:
        sink = NullSink(Path(folder))
        sink.start()
        try:
            yield sink
        finally:
            sink.stop()
