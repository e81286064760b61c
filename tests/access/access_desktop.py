"""A screen, a window manager, a session bus and an accessibility bus that nobody else uses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from wanted import ACCESSIBLE

NEEDED = ("dbus-daemon", "openbox", "xdotool", ACCESSIBLE)


@contextmanager
def desktop(folder: Path, size: str = "1366x768x24") -> Iterator[Mapping[str, str]]:
    """Run one for the length of the block; yield the environment a program needs to be on it."""
    folder.chmod(0o700)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "LANG", "LC_ALL", "VIRTUAL_ENV"}
    } | {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PULSE_SERVER": "unix:/nonexistent",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    with ExitStack() as running:
        screen = _first_line(
            running,
            environment,
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
        )
        environment["DISPLAY"] = f":{screen}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(
            running, environment, "dbus-daemon", "--session", "--nofork", "--print-address"
        )
        running.enter_context(_ended(_start(environment, "openbox")))
        yield environment


@contextmanager
def program(
    environment: Mapping[str, str], module: str, *words: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a Python program on the desktop for the length of the block."""
    with _ended(_start(environment, sys.executable, "-m", module, *words)) as process:
        yield process


def activate(environment: Mapping[str, str], name: str) -> None:
    """Give the keyboard to the window with a name, whatever the window manager thinks of it."""
    words = ("search", "--onlyvisible", "--name", name, "windowfocus")
    subprocess.run(["xdotool", *words], env=environment, check=True)


def press_keys(environment: Mapping[str, str], *keys: str) -> None:
    """Press keys on the screen, each by its X name such as ``Tab`` or ``shift+Tab``."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=environment, check=True)


def _first_line(running: ExitStack, environment: Mapping[str, str], *words: str) -> str:
    process = _start(environment, *words)
    running.enter_context(_ended(process))
    assert process.stdout is not None
    return process.stdout.readline().decode().strip()


def _start(environment: Mapping[str, str], *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        words,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    with process:
        try:
            yield process
        finally:
            process.terminate()
