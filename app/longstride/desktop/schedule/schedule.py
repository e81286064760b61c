"""What starts the reminders while the window is closed: put in place, mended and taken away."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import time
from hashlib import sha256
from pathlib import Path

from longstride.core.errors import FileError
from longstride.desktop.schedule.texts import (
    launch_agent,
    systemd_timer,
    systemd_unit,
    windows_task,
)
from longstride.files import write_whole
from longstride.plain_files import read_plain

_PATIENCE = 10  # s
_LARGEST = 100_000
_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Files that have the system start a command, and what the system is told of them.

    ``place`` is where the athlete finds it. ``start`` and ``stop`` are commands, each run after
    the files are there and before they go.
    """

    name: str
    place: Path
    files: Mapping[Path, bytes]
    start: tuple[tuple[str, ...], ...]
    stop: tuple[tuple[str, ...], ...]

    @property
    def is_installed(self) -> bool:
        """Whether it is in place, in any state."""
        return any(file.exists() for file in self.files)

    @property
    def is_whole(self) -> bool:
        """Whether it is in place as it should be: it starts this program, at the times wanted."""
        return all(_read(file) == content for file, content in self.files.items())

    def keep(self, wanted: bool) -> None:
        """Have it in place or not, as wanted; what is as it should be is left alone. FileError.

        It is mended so where the program moved, or other times were chosen.
        """
        if wanted and not self.is_whole:
            self.install()
        elif not wanted and self.is_installed:
            self.remove()

    def install(self) -> None:
        """Put it in place and have the system take it; FileError where either cannot be."""
        self._see_the_system()
        if self.is_installed:
            self._stop()  # what runs goes by the files that were
        try:
            for file, content in self.files.items():
                file.parent.mkdir(parents=True, exist_ok=True)
                write_whole(file, content)
        except OSError as error:
            raise FileError(
                f"{self.place} cannot be written ({error.strerror}), so nothing can remind you "
                "while Longstride is closed; see that you may write there."
            ) from error
        for command in self.start:
            if trouble := _run(command):
                with suppress(OSError):
                    self._take_files()
                raise FileError(
                    f"The system did not take {self.place} ({trouble}), so nothing can remind you "
                    "while Longstride is closed. Your calendar still can."
                )

    def remove(self) -> None:
        """Take it away; FileError where its files cannot be removed."""
        self._stop()
        try:
            self._take_files()
        except OSError as error:
            raise FileError(f"{self.place} cannot be removed ({error.strerror}).") from error

    def _see_the_system(self) -> None:
        program = self.start[0][0]
        if shutil.which(program) is None:
            raise FileError(
                f"This system has no {program}, so nothing can remind you while Longstride is "
                "closed. Your calendar still can."
            )

    def _stop(self) -> None:
        for command in self.stop:
            _run(command)  # what does not run any more is no trouble

    def _take_files(self) -> None:
        for file in self.files:
            file.unlink(missing_ok=True)


def schedule(
    words: Sequence[str],
    times: Iterable[time],
    state: Path,
    environ: Mapping[str, str],
    system: str = sys.platform,
) -> Schedule:
    """Return what starts a command at times, and each quarter of an hour, on a system.

    ``state`` is a folder of the program's own, for what Windows is given.
    """
    times = tuple(times)
    if system == "win32":
        return _windows(words, times, state)
    home = Path(environ.get("HOME") or Path.home())
    if system == "darwin":
        return _macos(words, times, home)
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    homes = {name: environ[name] for name in _HOMES if environ.get(name)}
    return _linux(words, times, config / "systemd" / "user", homes)


def _linux(
    words: Sequence[str], times: tuple[time, ...], units: Path, homes: Mapping[str, str]
) -> Schedule:
    name = _name(words)
    timer, service = units / f"{name}.timer", units / f"{name}.service"
    texts = {timer: systemd_timer(times), service: systemd_unit(name, words, homes)}
    user = ("systemctl", "--user")
    return Schedule(
        name,
        timer,
        {file: text.encode() for file, text in texts.items()},
        ((*user, "daemon-reload"), (*user, "enable", "--now", timer.name)),
        ((*user, "disable", "--now", timer.name),),
    )


def _macos(words: Sequence[str], times: tuple[time, ...], home: Path) -> Schedule:
    label = f"org.longstride.{_name(words)}"
    file = home / "Library" / "LaunchAgents" / f"{label}.plist"
    getuid = getattr(os, "getuid", lambda: 0)  # which Windows has not
    domain = f"gui/{getuid()}"
    return Schedule(
        label,
        file,
        {file: launch_agent(label, words, times).encode()},
        (("launchctl", "bootstrap", domain, str(file)),),
        (("launchctl", "bootout", f"{domain}/{label}"),),
    )


def _windows(words: Sequence[str], times: tuple[time, ...], state: Path) -> Schedule:
    name = _name(words)
    file = state / f"{name}.xml"
    create = ("schtasks", "/Create", "/F", "/TN", name, "/XML", str(file))
    return Schedule(
        name,
        file,
        {file: windows_task(words, times).encode("utf-16")},
        (create,),
        (("schtasks", "/Delete", "/F", "/TN", name),),
    )


def _name(words: Sequence[str]) -> str:
    """Return a schedule's name; over a data folder of its own it is another one."""
    if "--data-dir" not in words:
        return "longstride-remind"
    folder = words[words.index("--data-dir") + 1]
    return f"longstride-remind-{sha256(os.fsencode(folder)).hexdigest()[:8]}"


def _read(file: Path) -> bytes | None:
    try:
        return read_plain(file, _LARGEST)
    except OSError:
        return None


def _run(command: Sequence[str]) -> str:
    """Run a command; return why it failed, "" if it did not."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{command[0]} does not answer"
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    said = (done.stderr or done.stdout).strip().splitlines()
    return "" if done.returncode == 0 else (said[0] if said else f"{command[0]} refused")
