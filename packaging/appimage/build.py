"""Make an AppImage of the bundle in ``dist/longstride``: one file that runs on any Linux desktop.

The folder it is packed from, ``dist/Longstride.AppDir``, needs only Python and runs as it is; the
packing needs appimagetool (github.com/AppImage/appimagetool).
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "linux"))

from desktop_files import BUNDLE, Web, bundle, lay, version  # noqa: E402


def lay_out(program: Path, folder: Path, web: Web) -> None:
    """Write the AppDir: the program, what a desktop reads, and at the top what the format asks."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(program, folder / "usr/lib/longstride", symlinks=True)
    lay(folder / "usr/share", web, datetime.now(UTC).date())
    links = {
        "AppRun": "usr/lib/longstride/longstride",
        "longstride.desktop": "usr/share/applications/longstride.desktop",
        "longstride.svg": "usr/share/icons/hicolor/scalable/apps/longstride.svg",
        ".DirIcon": "usr/share/icons/hicolor/256x256/apps/longstride.png",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)


def pack(folder: Path) -> Path:
    """Pack the AppDir; leaves with a sentence where appimagetool is missing or objects."""
    if not (tool := shutil.which("appimagetool")):
        sys.exit(f"{folder} is ready and runs; packing it needs appimagetool on the path.")
    machine = platform.machine()
    packed = folder.parent / f"Longstride-{version()}-{machine}.AppImage"
    command = [tool, "--no-appstream", str(folder), str(packed)]
    if subprocess.run(command, env=os.environ | {"ARCH": machine}, check=False).returncode:
        sys.exit(f"appimagetool did not pack {folder}; its words are above.")
    return packed


def main() -> int:
    """Make the AppImage as the arguments ask."""
    parser = argparse.ArgumentParser(prog="packaging/appimage/build", description=__doc__)
    parser.add_argument("--home", default="", metavar="URL", help="the project's home page")
    parser.add_argument("--pictures", default="", metavar="URL", help="where docs/images is seen")
    parser.add_argument("--bundle", type=Path, default=BUNDLE, metavar="FOLDER")
    options = parser.parse_args()
    program = bundle(options.bundle)
    folder = program.parent / "Longstride.AppDir"
    lay_out(program, folder, Web(options.home, options.pictures))
    print(pack(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
