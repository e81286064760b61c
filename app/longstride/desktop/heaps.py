"""Memory that was let go of: not scattered over a heap for each thread, and given back."""

from __future__ import annotations

import sys

_MALLOPT_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_MANY = 2


def share_heaps() -> None:
    """Let threads started from now on share heaps; nothing where the system has no such choice.

    The C library of Linux gives each thread a heap of its own and keeps what is freed in it. The
    window starts a thread for each thing it reads, so that over eight hours of flows 30 MB lay
    scattered that nobody used.
    """
    _ask("mallopt", _MALLOPT_ARENA_MAX, _MANY)


def give_back() -> None:
    """Give the system what lies free between what is used; takes about half a millisecond."""
    _ask("malloc_trim", 0)


def _ask(name: str, *words: int) -> None:
    """Call a function of Linux's C library, where there is one of that name: musl has neither."""
    if sys.platform != "linux":
        return
    import ctypes  # after the first paint

    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*words)
