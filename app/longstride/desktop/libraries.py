"""The system libraries that Qt's wheels lean on, and how each Linux installs them.

Standard library only: ``packaging/libraries.py`` asks here before anything is installed.
"""

import ctypes
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """A family of Linux distributions, by how it installs things."""

    DEBIAN = "sudo apt-get install"
    FEDORA = "sudo dnf install"
    ARCH = "sudo pacman -S --needed"


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library, and the package that brings it on each family."""

    file: str
    debian: str
    fedora: str
    arch: str

    def package(self, family: Family) -> str:
        """Return the name to install it by."""
        return {Family.DEBIAN: self.debian, Family.FEDORA: self.fedora}.get(family, self.arch)


# QtNetwork is linked with it: it hands a second start to the first window, and QtMultimedia
# needs it.
_NETWORK = Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5")

# What the libraries of PySide6 are linked with and its wheels do not carry (readelf -d).
WINDOW = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    _NETWORK,
)
X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
    ),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)
SOUND = (
    Library("libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse"),
    _NETWORK,
)

_FAMILY_OF = {
    "debian": Family.DEBIAN,
    "ubuntu": Family.DEBIAN,
    "fedora": Family.FEDORA,
    "rhel": Family.FEDORA,
    "arch": Family.ARCH,
}


def can_load(file: str) -> bool:
    """Say whether the system's loader finds a library, as Qt will ask it to."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing(
    libraries: Iterable[Library], loads: Callable[[str], bool] = can_load
) -> tuple[Library, ...]:
    """Return the libraries that are not there."""
    return tuple(library for library in libraries if not loads(library.file))


def family_of(release: Mapping[str, str]) -> Family | None:
    """Return the family named by the fields of os-release, None for one not known here."""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((_FAMILY_OF[name] for name in names if name in _FAMILY_OF), None)


def this_family() -> Family | None:
    """Return the family of this machine, None off Linux and for one not known here."""
    import platform  # only where something is missing: the window waits for this

    try:
        return family_of(platform.freedesktop_os_release())
    except OSError:
        return None


def install_line(libraries: Iterable[Library], family: Family | None) -> str:
    """Return what to type to get the libraries, or what to look for where that is not known."""
    if family is None:
        return "your package manager, which should bring " + ", ".join(
            library.file for library in libraries
        )
    packages = dict.fromkeys(library.package(family) for library in libraries)
    return f"{family} {' '.join(packages)}"


def sound_notice(
    loads: Callable[[str], bool] = can_load,
    family: Family | None = None,
    system: str = sys.platform,
) -> str | None:
    """Return why flows will be silent and what to do about it, None where nothing is missing."""
    if system != "linux" or not (lacking := missing(SOUND, loads)):
        return None
    line = install_line(lacking, family or this_family())
    return (
        "Sound needs system libraries that are not installed, so flows run silently. "
        f"Get them with: {line}"
    )
