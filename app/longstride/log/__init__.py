"""The log: what went wrong, and on what machine, in a small file for its owner's eyes.

It never holds what the athlete wrote, felt, measured or was told. So an error goes into it by its
kind and its place, and without its words: those can quote a note.
"""

import logging
import sys
from functools import cached_property
from pathlib import Path

import longstride

log = logging.getLogger("longstride")


def start_log(path: Path) -> None:
    """Let everything under the name ``longstride`` go to a file and nowhere else.

    A file that cannot be written is no obstacle: then nothing is kept.
    """
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.addHandler(LateFile(path))
    log.setLevel(logging.INFO)
    log.propagate = False


class LateFile(logging.Handler):
    """Opens the file with the first line for it: the import alone would hold up the window."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, the first one under a line that names the program."""
        self._file.handle(record)

    def close(self) -> None:
        """Close the file, if it was ever opened."""
        if "_file" in self.__dict__:
            self._file.close()
        super().close()

    @cached_property
    def _file(self) -> logging.Handler:
        from longstride.log.file import PrivateFile

        file = PrivateFile(self._path)
        file.handle(log.makeRecord(log.name, logging.INFO, __file__, 0, _program(), (), None))
        return file


def _program() -> str:
    """Return what runs, such as ``Longstride 0.1.0, Python 3.11.2, Linux 6.1.0 x86_64``."""
    import platform

    system = platform.uname()
    frozen = ", frozen" if getattr(sys, "frozen", False) else ""
    return (
        f"Longstride {longstride.__version__}, Python {platform.python_version()}, "
        f"{system.system} {system.release} {system.machine}{frozen}"
    )
