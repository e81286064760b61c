"""Whether Qt's own connection to the sound server is still there."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_THREAD = "QPulseAudioEngi"


def pulse_runs() -> bool:
    """Return True while Qt's PulseAudio thread lives; False where there never was one.

    Qt ends it when the server dies and begins it anew if the server is back after 3 s. A sink
    started in between makes libpulse abort the whole process, and the name of the thread is all
    that can be seen of it from outside.
    """
    return _THREAD in _thread_names()


def _thread_names() -> Iterator[str]:
    for name in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):  # a thread may end while it is asked
            yield name.read_text().strip()
