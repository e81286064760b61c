"""Find out whether a window can open, before Qt ends the process because it cannot.

Without a display, or without libxcb-cursor on X11, QApplication aborts past any ``except``.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping

from longstride.desktop.libraries import (
    WAYLAND,
    WINDOW,
    X11,
    Family,
    Library,
    can_load,
    install_line,
    missing,
    this_family,
)

_BY_EAR = "Follow a flow by ear instead: longstride play hip-extension-base --no-window"
NO_DISPLAY = (
    "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    + _BY_EAR
)


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ways Qt will try to reach a screen, best first; empty where there is none."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return tuple(name.split(":")[0] for name in chosen.split(";"))
    ways = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return tuple(name for name, variable in ways if environ.get(variable))


def window_lacks(
    environ: Mapping[str, str], loads: Callable[[str], bool] = can_load
) -> tuple[Library, ...]:
    """Return what is missing for a window, by the way to the screen that lacks least."""
    ways = [missing(_libraries_of(name), loads) for name in platforms(environ)]
    return missing(WINDOW, loads) + min(ways, key=len, default=())


def x11_answers() -> bool:
    """Say whether the X server of DISPLAY lets us in; True where libxcb is not there to ask."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def window_obstacle(
    environ: Mapping[str, str],
    loads: Callable[[str], bool] = can_load,
    answers: Callable[[], bool] = x11_answers,
    family: Family | None = None,
    system: str = sys.platform,
) -> str | None:
    """Return why no window can open and what to do about it, None where one can.

    Only Linux needs asking. ``family`` None looks up the distribution of this machine.
    """
    if system != "linux":
        return None
    if not (ways := platforms(environ)):
        return NO_DISPLAY
    if lacking := window_lacks(environ, loads):
        line = install_line(lacking, family or this_family())
        return f"A window needs system libraries that are not installed. Get them with: {line}"
    if ways == ("xcb",) and not answers():
        return f"The display {environ.get('DISPLAY', '')} does not let a window open. {_BY_EAR}"
    return None


def _libraries_of(way: str) -> tuple[Library, ...]:
    return {"xcb": X11, "wayland": WAYLAND}.get(way, ())
