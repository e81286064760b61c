"""The words that start this very Longstride again, wherever it was installed."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

_IN_WINDOW = "longstride-window"  # on Windows the one that opens no console


def own_words(environ: Mapping[str, str], system: str = sys.platform) -> tuple[str, ...]:
    """Return the program and what comes before its verb, as whole paths.

    An AppImage is unpacked elsewhere at each start, so its file is named.
    """
    if image := environ.get("APPIMAGE"):
        return (image,)
    here = Path(sys.executable).absolute()  # as it was called: a link may be all that stays
    if not getattr(sys, "frozen", False):
        script = _beside(here, _IN_WINDOW if system == "win32" else "longstride")
        return (str(script),) if script else (str(here), "-m", "longstride")
    quiet = _beside(here, _IN_WINDOW) if system == "win32" else None
    return (str(quiet or here),)


def _beside(program: Path, name: str) -> Path | None:
    found = shutil.which(name, path=str(program.parent))
    return Path(found) if found else None
