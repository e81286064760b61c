"""Memory that threads have let go of, kept from being scattered over a heap for each."""

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
    if sys.platform != "linux":
        return
    import ctypes  # after the first paint

    choose = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if choose is not None:
        choose(_MALLOPT_ARENA_MAX, _MANY)
