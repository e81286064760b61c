"""A process that passes for another Longstride."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def another_longstride() -> Iterator[int]:
    """Give the number of a process that runs in the block and bears the program's name."""
    waits = ["/bin/sh", "-c", "read longstride"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE) as process:
        yield process.pid
