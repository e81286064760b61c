"""What an X screen shows, asked from outside: alike for every program, whatever it is made of."""

import ctypes
from collections.abc import Callable
from time import monotonic, sleep
from types import TracebackType
from typing import Self

_ALL_PLANES = 0xFFFFFFFF
_Z_PIXMAP = 2
_LOOK = 0.001  # s between two looks


class _Image(ctypes.Structure):
    """As much of Xlib's XImage as is read here."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("pixels", ctypes.POINTER(ctypes.c_char)),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth")),
        ("bytes_per_line", ctypes.c_int),
    )


class Screen:
    """A connection to an X server; use it in a ``with``."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage"):
            getattr(self._x11, name).restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        if not self._display:
            raise OSError(f"no X server answers on {display}")
        self._root = ctypes.c_void_p(self._x11.XDefaultRootWindow(self._display))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._x11.XCloseDisplay(self._display)

    def part(self, x: int, y: int, width: int, height: int) -> bytes:
        """Return the pixels of a part of the screen, four bytes each."""
        planes = ctypes.c_ulong(_ALL_PLANES)
        place = (self._display, self._root, x, y, width, height)
        image = ctypes.c_void_p(self._x11.XGetImage(*place, planes, _Z_PIXMAP))
        read = ctypes.cast(image, ctypes.POINTER(_Image)).contents
        pixels = ctypes.string_at(read.pixels, read.bytes_per_line * read.height)
        self._x11.XDestroyImage(image)
        return pixels

    def colours(self, width: int, height: int) -> int:
        """Return how many colours the screen shows."""
        pixels = self.part(0, 0, width, height)
        return len({pixels[at : at + 4] for at in range(0, len(pixels), 4)})

    def wait_for_change(self, x: int, y: int, running: Callable[[], bool], within: float) -> float:
        """Return the instant at which a pixel became another; RuntimeError if it never does."""
        before, until = self.part(x, y, 1, 1), monotonic() + within
        while monotonic() < until and running():
            if self.part(x, y, 1, 1) != before:
                return monotonic()
            sleep(_LOOK)
        raise RuntimeError("nothing was painted")
