"""Whether Qt's own connection to the sound server is still there."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_THREAD = "QPulseAudioEngi"


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
