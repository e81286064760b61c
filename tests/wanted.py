"""What tests want of a machine beyond Python and git, and the Debian package that brings it."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from longstride.desktop.libraries import WINDOW, X11, missing

WANTS = "wants "
ANOTHER_TRY = "another try"  # the property of a test that needed one: why
ACCESSIBLE = "/usr/share/dbus-1/services/org.a11y.Bus.service"
MIME = "/usr/share/mime/packages/freedesktop.org.xml"
# By the name of a program, or the path of a file.
PACKAGES = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "busctl": "systemd",
    "dbus-daemon": "dbus-daemon",
    "desktop-file-validate": "desktop-file-utils",
    "dpkg-deb": "dpkg",
    "gio": "libglib2.0-bin",
    "icupkg": "icu-devtools",
    "notify-send": "libnotify-bin",
    "nsenter": "util-linux",
    "openbox": "openbox",
    "pactl": "pulseaudio-utils",
    "parec": "pulseaudio-utils",
    "pulseaudio": "pulseaudio",
    "strace": "strace",
    "systemd-analyze": "systemd",
    "unshare": "util-linux",
    "update-mime-database": "shared-mime-info",
    "xdotool": "xdotool",
    "xauth": "xauth",
    "xdg-mime": "xdg-utils",
    ACCESSIBLE: "at-spi2-core",
    MIME: "shared-mime-info",
}
SOUND_SERVER = ("pulseaudio", "pactl", "parec")


def lacking(*things: str, screen: bool = False) -> str:
    """Return what to skip for: the packages of the things that are not here, "" where all are.

    ``screen`` asks for an X server, and for Qt's libraries that paint on one.
    """
    asked = (*things, "Xvfb") if screen else things
    packages = {PACKAGES[thing] for thing in asked if not is_here(thing)}
    if screen:
        packages |= {library.debian for library in missing(WINDOW + X11)}
    return WANTS + in_words(sorted(packages)) if packages else ""


def is_here(thing: str) -> bool:
    """Say whether a program is on the path, or a file where its package puts it."""
    return Path(thing).exists() if Path(thing).is_absolute() else shutil.which(thing) is not None


def want(*things: str, screen: bool = False) -> None:
    """Skip the test unless all of it is here."""
    __tracebackhide__ = True  # the line to be told is the one that wants it
    if why := lacking(*things, screen=screen):
        pytest.skip(why)


def wanting(*things: str, screen: bool = False) -> pytest.MarkDecorator:
    """Return the mark that skips tests unless all of it is here."""
    why = lacking(*things, screen=screen)
    return pytest.mark.skipif(bool(why), reason=why or "all of it is here")


def in_words(names: Iterable[str]) -> str:
    """Return "a, b and c"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def summary(reasons: Iterable[str]) -> Iterator[str]:
    """Yield lines that say how many tests were skipped, and how many of them for what."""
    counted = Counter(reason.removeprefix("Skipped: ") for reason in reasons)
    if counted:
        yield f"{counted.total()} skipped"
    for reason, count in counted.most_common():
        many = count > 1 and reason.startswith(WANTS)
        yield f"{count:4} {'want ' + reason.removeprefix(WANTS) if many else reason}"
