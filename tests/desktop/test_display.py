"""Whether a window can open is known, with a remedy, before Qt could end the process over it."""

import ctypes.util
import os
import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.desktop.display import NO_DISPLAY, platforms, window_lacks, window_obstacle
from longstride.desktop.libraries import (
    SOUND,
    WAYLAND,
    WINDOW,
    X11,
    Family,
    Library,
    can_load,
    family_of,
    install_line,
    missing,
    sound_notice,
)
from wanted import WANTS, in_words

# Parts of Qt that a window imports, and libraries that come along with Python or a named one.
PARTS = ("Core", "Gui", "Widgets", "DBus", "Network", "Svg")
ALONG = frozenset(
    "libc libm libresolv libgcc_s libstdc++ libz libzstd libgthread-2.0 libX11 libfreetype"
    " libbrotlicommon libbrotlidec".split()
)
EVERY = WINDOW + X11 + WAYLAND + SOUND
X_DISPLAY = {"DISPLAY": ":0"}


def without(*files: str):
    """Return a loader that finds everything but these files."""
    return lambda file: file not in files


def obstacle(environ: dict[str, str], *lacking: str, answers: bool = True, family=Family.DEBIAN):
    return window_obstacle(
        environ, without(*lacking), lambda: answers, family=family, system="linux"
    )


@pytest.mark.parametrize(
    ("environ", "ways"),
    [
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ("vnc",)),
    ],
)
def test_ways_to_the_screen(environ: dict[str, str], ways: tuple[str, ...]) -> None:
    assert platforms(environ) == ways


def test_no_display_offers_a_flow_by_ear() -> None:
    assert obstacle({}) == NO_DISPLAY
    assert "--no-window" in NO_DISPLAY


def test_a_machine_with_everything_has_no_obstacle() -> None:
    assert obstacle(X_DISPLAY) is None


def test_a_missing_cursor_library_comes_with_its_line() -> None:
    sentence = obstacle(X_DISPLAY, "libxcb-cursor.so.0")
    assert sentence is not None
    assert sentence.endswith("sudo apt-get install libxcb-cursor0")


def test_wayland_and_offscreen_need_no_x11() -> None:
    x11 = [library.file for library in X11]
    assert obstacle({"WAYLAND_DISPLAY": "wayland-0"}, *x11) is None
    assert obstacle({"QT_QPA_PLATFORM": "offscreen"}, *x11) is None


def test_one_way_that_works_is_enough() -> None:
    both = {"WAYLAND_DISPLAY": "wayland-0", **X_DISPLAY}
    assert obstacle(both, "libwayland-client.so.0") is None
    lacking = window_lacks(both, without("libwayland-client.so.0", *(one.file for one in X11)))
    assert [library.debian for library in lacking] == ["libwayland-client0"]


def test_a_display_that_does_not_answer_is_named() -> None:
    sentence = obstacle({"DISPLAY": ":7"}, answers=False)
    assert sentence is not None
    assert sentence.startswith("The display :7 does not let a window open")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leans on the system's libraries")
@pytest.mark.parametrize("part", PARTS)
def test_all_that_a_windows_qt_is_linked_with_is_named(part: str) -> None:
    qt = Path(PySide6.__file__).parent / "Qt/lib"
    written = (qt / f"libQt6{part}.so.6").read_bytes()
    linked = {name.decode() for name in re.findall(rb"\0(lib[\w+.-]+?\.so[.\d]*)(?=\0)", written)}
    outside = {name for name in linked if not (qt / name).exists()}
    asked = {name for name in outside if name.split(".so")[0] not in ALONG}
    assert asked <= {library.file for library in WINDOW}


def test_other_systems_bring_their_own_libraries() -> None:
    assert window_obstacle({}, without("libEGL.so.1"), system="darwin") is None
    assert sound_notice(lambda _: False, system="win32") is None


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is asked on Linux only")
def test_a_dead_x_server_is_found_out_where_qt_would_abort() -> None:
    if lacks := missing((*WINDOW, *X11)):
        pytest.skip(WANTS + in_words(sorted({library.debian for library in lacks})))
    program = (
        "import os; from longstride.desktop.display import *; print(window_obstacle(os.environ))"
    )
    environ = {**os.environ, "DISPLAY": ":9797"}
    for variable in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environ.pop(variable, None)
    run = subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("The display :9797 does not let a window open")


@pytest.mark.parametrize(
    ("release", "family"),
    [
        ({"ID": "debian"}, Family.DEBIAN),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, Family.DEBIAN),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, Family.FEDORA),
        ({"ID": "manjaro", "ID_LIKE": "arch"}, Family.ARCH),
        ({"ID": "nixos"}, None),
        ({}, None),
    ],
)
def test_families(release: dict[str, str], family: Family | None) -> None:
    assert family_of(release) is family


@pytest.mark.parametrize("family", Family)
def test_a_package_is_asked_for_once(family: Family) -> None:
    words = install_line(EVERY, family).removeprefix(family).split()
    assert len(words) == len(set(words))
    assert words == list(dict.fromkeys(library.package(family) for library in EVERY))


def test_an_unknown_system_is_told_the_files() -> None:
    assert "libpulse.so.0" in install_line(SOUND, None)


def test_silence_is_explained() -> None:
    sentence = sound_notice(without("libpulse.so.0"), Family.FEDORA, system="linux")
    assert sentence is not None
    assert sentence.endswith("sudo dnf install pulseaudio-libs")
    assert sound_notice(without(), system="linux") is None


@given(st.sets(st.sampled_from(EVERY)))
def test_exactly_what_is_not_there_is_missing(gone: set[Library]) -> None:
    assert set(missing(EVERY, without(*(library.file for library in gone)))) == gone


def test_the_loader_is_the_systems_own() -> None:
    assert not can_load("libno-such-thing.so.9")
    if sys.platform == "linux":
        assert can_load(ctypes.util.find_library("c") or "")
