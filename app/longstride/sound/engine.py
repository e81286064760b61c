"""Qt's own connection to PulseAudio: what it is asked for, and whether it is still there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_THREAD = "QPulseAudioEngi"
_LATENCY = 40  # ms


def ask_for_latency() -> None:
    """Have libpulse keep 40 ms at the server, before Qt's multimedia is loaded.

    Qt keeps 21 ms there: with every processor busy that dropped out each few seconds, 40 ms
    never did, and it still lets a pause be heard at once.
    """
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(_LATENCY))


def pulse_threads() -> int:
    """Return how many threads Qt keeps for PulseAudio; 0 where it uses something else.

    Qt ends them when the server dies and begins them anew if the server is back after 3 s. A
    sink started in between makes libpulse abort the whole process, and their name is all that
    can be seen of them from outside.
    """
    return sum(name == _THREAD for name in _thread_names())


def _thread_names() -> Iterator[str]:
    for name in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):  # a thread may end while it is asked
            yield name.read_text().strip()
