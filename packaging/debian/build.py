"""Make the Debian package of the bundle in ``dist/longstride``; prints where it is.

Only Python and dpkg-deb are needed. No maintainer scripts: the triggers of the packages that keep
the icon, file type and menu caches do that work. DEBFULLNAME and DEBEMAIL name the maintainer.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path

DEBIAN = Path(__file__).resolve().parent
sys.path[:0] = [str(DEBIAN.parents[1] / "app"), str(DEBIAN.parent / "linux")]

from desktop_files import BUNDLE, HERE, Web, bundle, lay, pack, version  # noqa: E402

from longstride.desktop.libraries import SOUND, WAYLAND, WINDOW, X11, Library  # noqa: E402

SUMMARY = "spoken hip-mobility flows for runners"
DESCRIPTION = """\
 Longstride leads runners and sprinters through short flows for the hips, done
 on a mat with the eyes closed. It says every step, ticks every second of a
 slow lowering, breathes with you in the holds, and shows the same moment on
 the screen. Afterwards it remembers what you did, on this machine alone.
"""


def maintainer() -> str:
    """Return who answers for the package, by Debian's own variables."""
    name = os.environ.get("DEBFULLNAME", "The Longstride authors")
    return f"{name} <{os.environ.get('DEBEMAIL', 'longstride@example.invalid')}>"


def built() -> datetime:
    """Return the instant to write into the package: the last commit's, so that it is made alike."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or last_commit() or str(int(time.time()))
    return datetime.fromtimestamp(int(seconds), UTC)


def last_commit() -> str:
    """Return the seconds of the last commit, empty outside a checkout."""
    ask = ["git", "-C", str(HERE), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def oldest_glibc(program: Path) -> str:
    """Return the newest version of glibc that any file of the bundle asks for."""
    asked = {
        (int(found[1]), int(found[2]))
        for file in program.rglob("*")
        if file.is_file() and file.open("rb").read(4) == b"\x7fELF"
        for found in re.finditer(rb"GLIBC_(\d+)\.(\d+)", file.read_bytes())
    }
    return ".".join(map(str, max(asked)))


def packages(libraries: Iterable[Library]) -> str:
    """Return libraries as Debian names them, each once."""
    return ", ".join(dict.fromkeys(library.debian for library in libraries))


def set_apart(libraries: Iterable[Library], named: tuple[Library, ...]) -> Iterator[Library]:
    """Yield the libraries that are not named already."""
    return (library for library in libraries if library not in named)


def control(tree: Path) -> str:
    """Return what dpkg is told of the package laid out in ``tree``."""
    kilobytes = sum(-(-file.lstat().st_size // 1024) for file in tree.rglob("*"))
    return f"""\
Package: longstride
Version: {version()}
Architecture: {architecture()}
Maintainer: {maintainer()}
Installed-Size: {kilobytes}
Depends: libc6 (>= {oldest_glibc(tree)}), {packages(WINDOW + X11)}
Recommends: {packages(set_apart(SOUND + WAYLAND, WINDOW))}
Suggests: espeak-ng, libnotify-bin
Section: misc
Priority: optional
Description: {SUMMARY}
{DESCRIPTION}"""


def architecture() -> str:
    """Return this machine's architecture: a bundle only runs where it was made."""
    ask = ["dpkg", "--print-architecture"]
    return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()


def changes(day: datetime) -> str:
    """Return Debian's own changelog; what has changed stands in the other one."""
    return f"""\
longstride ({version()}) unstable; urgency=medium

  * Packaged from the bundle; NEWS.md.gz says what has changed.

 -- {maintainer()}  {format_datetime(day)}
"""


def lay_out(program: Path, tree: Path, web: Web, day: datetime) -> None:
    """Put everything where the package will install it."""
    shutil.copytree(program, tree / "usr/lib/longstride", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/longstride").symlink_to("../lib/longstride/longstride")
    lay(tree / "usr/share", web, date(day.year, day.month, day.day))
    papers = tree / "usr/share/doc/longstride"
    papers.mkdir(parents=True)
    shutil.copyfile(DEBIAN / "copyright", papers / "copyright")
    (papers / "changelog.gz").write_bytes(pack(changes(day)))
    news = (HERE / "CHANGELOG.md").read_text(encoding="utf-8")
    (papers / "NEWS.md.gz").write_bytes(pack(news))
    overrides = tree / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(DEBIAN / "lintian-overrides", overrides / "longstride")


def settle(tree: Path) -> None:
    """Let everyone read what is there, and nobody but root change it."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs and not is_library(path) else 0o644)


def is_library(path: Path) -> bool:
    """Say whether a file is loaded and not started, by its name."""
    return path.is_file() and re.search(r"\.so(\.\d+)*$", path.name) is not None


def sums(tree: Path) -> Iterator[str]:
    """Yield a line of checksums for each file, for ``dpkg --verify``."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(tree)}\n"


def make(program: Path, web: Web, level: int) -> Path:
    """Write the package beside the bundle it is made of and return its path."""
    day = built()
    with tempfile.TemporaryDirectory(prefix="longstride-deb-") as scratch:
        tree = Path(scratch) / "tree"
        lay_out(program, tree, web, day)
        settle(tree)
        told = (control(tree), "".join(sums(tree)))
        (tree / "DEBIAN").mkdir(mode=0o755)
        for name, text in zip(("control", "md5sums"), told, strict=True):
            (tree / "DEBIAN" / name).write_text(text, encoding="utf-8")
        package = program.parent / f"longstride_{version()}_{architecture()}.deb"
        write = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build"]
        environ = os.environ | {"SOURCE_DATE_EPOCH": str(int(day.timestamp()))}
        subprocess.run(
            [*write, str(tree), str(package)], env=environ, check=True, stdout=subprocess.DEVNULL
        )
    return package


def main() -> int:
    """Make the package as the arguments ask."""
    parser = argparse.ArgumentParser(prog="packaging/debian/build", description=__doc__)
    parser.add_argument("--home", default="", metavar="URL", help="the project's home page")
    parser.add_argument("--pictures", default="", metavar="URL", help="where docs/images is seen")
    parser.add_argument("--bundle", type=Path, default=BUNDLE, metavar="FOLDER")
    parser.add_argument("--level", type=int, default=6, choices=range(10), help="0 packs fastest")
    options = parser.parse_args()
    if not shutil.which("dpkg-deb"):
        parser.exit(2, "A Debian package needs dpkg-deb: apt-get install dpkg\n")
    package = make(bundle(options.bundle), Web(options.home, options.pictures), options.level)
    print(f"{package} ({package.stat().st_size / 1e6:.0f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
