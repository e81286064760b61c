"""The bundle that packaging/build made, run as on a machine with neither Python nor a voice."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
GIVEN = "LONGSTRIDE_BUNDLE"
PASSED_ON = ("DISPLAY", "XDG_RUNTIME_DIR", "PULSE_SERVER", "QT_QPA_PLATFORM")
SOURCES = ("app", "assets", "resources")


def bundle() -> Path:
    """Return the folder of the bundle: the one named in the environment, or what was built."""
    return Path(os.environ.get(GIVEN) or HERE / "dist/longstride").resolve()


def obstacle() -> str:
    """Return why the bundle cannot be tried, "" where it can."""
    if sys.platform != "linux":
        return "what is tried here needs Linux"
    program = bundle() / "longstride"
    if not program.is_file():
        return "no bundle was built; packaging/build makes one"
    if GIVEN not in os.environ and (newer := newest(SOURCES)) > program.stat().st_mtime:
        return f"the bundle is older than the sources by {newer - program.stat().st_mtime:.0f} s"
    return ""


def newest(folders: Iterable[str]) -> float:
    """Return when anything that travels was changed last."""
    files = (file for folder in folders for file in (HERE / folder).rglob("*.*"))
    return max(file.stat().st_mtime for file in files if "__pycache__" not in file.parts)


class Program:
    """One way to run Longstride, on user data of its own."""

    def __init__(self, command: Iterable[str], folder: Path, environ: Mapping[str, str]) -> None:
        self.folder = folder
        self.command = (*without_system_espeak(), *command)
        self.environ = {
            **{name: environ[name] for name in PASSED_ON if name in environ},
            "HOME": str(folder),
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "LONGSTRIDE_DATA_DIR": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def start(self, *words: str, **options: object) -> "subprocess.Popen[str]":
        """Start it and return at once."""
        return subprocess.Popen(
            [*self.command, *words], env=self.environ, cwd="/", text=True, **options
        )

    def run(self, *words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """Run it to its end."""
        return subprocess.run(
            [*self.command, *words],
            env=self.environ,
            cwd="/",
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )

    def says(self, *words: str, given: str = "") -> str:
        """Return what it prints; it must go well."""
        done = self.run(*words, given=given)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def frozen(folder: Path, environ: Mapping[str, str]) -> Program:
    """Return the program of the bundle."""
    return Program([str(bundle() / "longstride")], folder, environ)


def from_source(folder: Path, environ: Mapping[str, str]) -> Program:
    """Return the program of this checkout, with the Python that runs us."""
    program = Program([sys.executable, "-m", "longstride"], folder, environ)
    program.environ["PYTHONPATH"] = str(HERE / "app")
    return program


@cache
def without_system_espeak() -> tuple[str, ...]:
    """Return what to put before a command so that it finds no espeak of the machine."""
    files = [Path(line.split()[-1]) for line in listed_libraries() if "libespeak" in line]
    files += [Path(path) for name in ("espeak", "espeak-ng") if (path := shutil.which(name))]
    if not files:
        return ()
    hide = "".join(f"mount --bind /dev/null {file}; " for file in {f.resolve() for f in files})
    as_root = () if os.geteuid() == 0 else ("--map-root-user",)
    return ("unshare", "--mount", *as_root, "sh", "-ec", f'{hide}exec "$@"', "sh")


def listed_libraries() -> list[str]:
    """Return the lines in which the system's loader lists what it knows."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False)
    return listed.stdout.splitlines()
