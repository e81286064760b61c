"""Build the bundle with PyInstaller and pack it; packaging/build runs this where it can work."""

import argparse
import lzma
import platform
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

import longstride

HERE = Path(__file__).resolve().parent.parent
BUNDLE = HERE / "dist/longstride"
MOST_MB, MOST_PACKED_MB = 285, 92


def build() -> None:
    """Make dist/longstride; what PyInstaller has to say is kept in build/."""
    log = HERE / "build/bundle.log"
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", "dist", "--workpath", "build")
    command = (sys.executable, "-m", "PyInstaller", *options, "packaging/longstride.spec")
    with log.open("w", encoding="utf-8") as said:
        run = subprocess.run(command, cwd=HERE, stdout=said, stderr=said, check=False)
    if run.returncode:
        sys.exit(f"{log.read_text(encoding='utf-8')}\nNo bundle was built; {log} says why.")


def archive() -> Path:
    """Return where the packed bundle goes."""
    system = f"{platform.system()}-{platform.machine()}".lower()
    return BUNDLE.with_name(f"longstride-{longstride.__version__}-{system}.tar.xz")


def pack(target: Path, level: int) -> None:
    """Write the bundle to an archive that names nobody of this machine."""
    target.unlink(missing_ok=True)
    with (
        lzma.open(target, "wb", preset=level) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        tar.add(BUNDLE, BUNDLE.name, filter=_anonymous)


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def megabytes(files: Iterable[Path]) -> float:
    """Return what files hold together, links not counted."""
    return sum(file.stat().st_size for file in files if not file.is_symlink()) / 1e6


def tell(what: Path, size: float, most: float) -> bool:
    """Print a size and say whether it is within its bound."""
    fine = size <= most
    print(f"{what.relative_to(HERE)}  {size:.0f} MB, at most {most}{'' if fine else ': TOO LARGE'}")
    return fine


def main() -> int:
    """Build, pack and measure; return 1 where something became too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unpacked", action="store_true", help="make no archive")
    parser.add_argument("--level", type=int, default=6, help="how hard to pack, 0 to 9")
    options = parser.parse_args()
    build()
    fine = tell(BUNDLE, megabytes(p for p in BUNDLE.rglob("*") if p.is_file()), MOST_MB)
    if not options.unpacked:
        pack(archive(), options.level)
        fine &= tell(archive(), megabytes([archive()]), MOST_PACKED_MB)
    return not fine


if __name__ == "__main__":
    sys.exit(main())
