"""Make a fresh checkout ready to run, with nothing but Python and git at hand.

``prepare.py run [arguments of longstride]``, ``prepare.py test`` or ``prepare.py build``. Looks
for the system libraries Qt leans on (installs them as root on a Debian family, otherwise prints
the line that does and exits 2), finds uv or fetches it into ``.tools/``, and prints the path of
uv. Standard library only.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "app"))

from longstride.desktop.display import platforms, window_lacks  # noqa: E402
from longstride.desktop.libraries import (  # noqa: E402
    SOUND,
    WINDOW,
    X11,
    Family,
    Library,
    install_line,
    missing,
    this_family,
)

TOOLS = HERE / ".tools"
OLDEST_UV = (0, 6)
WINDOWED = {"open", "play"}  # a new command has no window until it is named here
WINDOWLESS_OPTIONS = {"--no-window", "--help", "-h", "--version"}
TOOLS_TO_BUILD = (
    Library("objcopy", "binutils", "binutils", "binutils"),
    Library("icupkg", "icu-devtools", "icu", "icu"),
)
NO_DISPLAY = """\
There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Follow a flow by ear instead:  packaging/run play hip-extension-base --no-window"""


class NotReadyError(Exception):
    """What is in the way, as a sentence for whoever typed the command."""


@dataclass(frozen=True)
class Lacks:
    """The system libraries that are missing: without ``needed`` nothing starts."""

    needed: tuple[Library, ...] = ()
    wanted: tuple[Library, ...] = ()


def opens_window(arguments: Iterable[str]) -> bool:
    """Say whether longstride opens a window with these arguments.

    It does not with what it cannot understand: its own parser says so then.
    """
    words = list(arguments)
    if set(words) & WINDOWLESS_OPTIONS:
        return False
    command = verb(words)
    return command in {"", *WINDOWED} or command.casefold().endswith(".toml")


def verb(words: Sequence[str]) -> str:
    """Return the command, or whatever else stands where it would; "" where there is none."""
    rest = list(words)
    while rest and rest[0].startswith("--data-dir"):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return rest[0] if rest else ""


def lacks_for(purpose: str, arguments: Sequence[str]) -> Lacks:
    """Return what is missing to test, to build, to open a window, or for a flow by ear."""
    if sys.platform != "linux":
        return Lacks()
    if purpose == "test":
        return Lacks(needed=missing(WINDOW + SOUND))
    if purpose == "build":
        return Lacks(needed=missing(WINDOW + X11 + SOUND + shared_python()) + missing_tools())
    if verb(arguments) == "draw":  # on paper, with the same libraries
        return Lacks(needed=missing(WINDOW))
    if not opens_window(arguments):
        return Lacks(wanted=missing(WINDOW + SOUND) if "play" in arguments else ())
    if not platforms(os.environ):
        raise NotReadyError(NO_DISPLAY)
    return Lacks(needed=window_lacks(os.environ), wanted=missing(SOUND))


def shared_python() -> tuple[Library, ...]:
    """Return the library a bundle starts Python from, where Python itself does without it."""
    if sysconfig.get_config_var("Py_ENABLE_SHARED"):
        return ()
    name = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"
    return (Library(f"{name}.so.1.0", name, "python3-libs", "python"),)


def missing_tools() -> tuple[Library, ...]:
    """Return what takes libraries apart for a bundle and is not installed."""
    return tuple(tool for tool in TOOLS_TO_BUILD if not shutil.which(tool.file))


def venv_package() -> tuple[Library, ...]:
    """Return Debian's venv package where Python came without it and uv has to be fetched."""
    if found_uv() or has_module("ensurepip") or has_module("pip"):
        return ()
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return (Library("Python's ensurepip module", name, "python3-pip", "python-pip"),)


def has_module(name: str) -> bool:
    """Say whether this Python can import a module."""
    return importlib.util.find_spec(name) is not None


def bring_libraries(lacks: Lacks) -> None:
    """Install what is missing where we may; NotReadyError where something needed stays missing."""
    if not (everything := lacks.needed + lacks.wanted):
        return
    family = this_family()
    if family is Family.DEBIAN and os.geteuid() == 0 and apt_install(everything):
        return
    if lacks.needed:
        raise NotReadyError(
            "Longstride needs system packages that are not installed. Get them with:\n"
            f"  {install_line(everything, family)}"
        )
    say(f"Without these libraries there is no sound:\n  {install_line(everything, family)}")


def apt_install(libraries: Iterable[Library]) -> bool:
    """Install Debian packages as root without a question; say whether it went well."""
    packages = list(dict.fromkeys(library.debian for library in libraries))
    say(f"Installing {' '.join(packages)}")
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return all(quiet(command, environ) for command in (["apt-get", "update", "-qq"], install))


def quiet(command: Sequence[str], environ: dict[str, str]) -> bool:
    """Run a command without its chatter; say whether it went well, and what it said if not."""
    run = subprocess.run(
        command, env=environ, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if run.returncode:
        say(run.stdout + run.stderr)
    return run.returncode == 0


def found_uv() -> Path | None:
    """Return a uv that runs and is new enough: the machine's own, or the one in ``.tools``."""
    candidates = (shutil.which("uv"), shutil.which("uv", path=str(TOOLS / "bin")))
    candidates += (shutil.which("uv", path=str(TOOLS / "Scripts")),)
    return next((Path(uv) for uv in candidates if uv and uv_version(uv) >= OLDEST_UV), None)


def uv_version(uv: str) -> tuple[int, ...]:
    """Return (0, 9) for "uv 0.9.11"; empty for one that does not run."""
    try:
        run = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return ()
    found = re.match(r"uv (\d+)\.(\d+)", run.stdout)
    return tuple(int(part) for part in found.groups()) if found else ()


def fetch_uv() -> Path:
    """Put uv into ``.tools``, apart from everything else on the machine."""
    say("Fetching uv into .tools/")
    TOOLS.mkdir(exist_ok=True)
    environ = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if not all(quiet(command, environ) for command in uv_commands()):
        raise NotReadyError("uv could not be fetched from PyPI. Is this machine online?")
    (TOOLS / ".gitignore").write_text("*\n", encoding="utf-8")
    if uv := found_uv():
        return uv
    raise NotReadyError(f"The uv fetched into {TOOLS} does not run; see docs.astral.sh/uv.")


def uv_commands() -> tuple[list[str], ...]:
    """Return the commands that fetch uv: through a venv, or through pip on a Debian without one."""
    if not has_module("ensurepip"):
        return ([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(TOOLS), "uv"],)
    python = TOOLS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return (
        [sys.executable, "-m", "venv", "--clear", str(TOOLS)],
        [str(python), "-m", "pip", "install", "--quiet", "uv"],
    )


def say(text: str) -> None:
    """Tell the person; standard output is for the path of uv alone."""
    print(text.strip(), file=sys.stderr, flush=True)


def main(purpose: str, *arguments: str) -> int:
    """Prepare, print the path of uv and return 0; or print what is in the way and return 2."""
    try:
        lacks = lacks_for(purpose, arguments)
        bring_libraries(Lacks(lacks.needed + venv_package(), lacks.wanted))
        print(found_uv() or fetch_uv())
    except NotReadyError as obstacle:
        say(str(obstacle))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
