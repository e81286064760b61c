"""A process that passes for another Longstride."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import PIPE


@contextmanager
def another_longstride() -> Iterator[int]:
    """Give the number of a process that runs in the block and bears the program's name."""
    waits = ["/bin/sh", "-c", "echo up; read longstride"]
    with subprocess.Popen(waits, stdin=PIPE, stdout=PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # before that it has no name yet
        yield process.pid
        process.communicate()
