"""The file of the log: bounded, readable by its owner alone, and without anyone's words."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import islice
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, cast

SIZE = 512_000  # bytes of each of the three files
OLD = 2
_CHAIN = 10  # errors told of those that led to one another
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class PrivateFile(RotatingFileHandler):
    """Writes lines to a file and its two predecessors; what cannot be written is dropped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=SIZE, backupCount=OLD, encoding="utf-8", delay=True)
        self.setFormatter(Wordless(_LINE))

    def _open(self) -> TextIOWrapper[Any]:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)  # for a pipe
        handle = os.open(self.baseFilename, flags, 0o600)
        return cast("TextIOWrapper[Any]", os.fdopen(handle, "a", encoding="utf-8"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Let it go: a full disk or a folder that takes nothing must not stop a flow."""


class Wordless(logging.Formatter):
    """Tells an error by its kind and its place."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Return the calls that led to an error, and to those it came from, the last one last."""
        return "".join(reversed(list(islice(_told(ei[1]), _CHAIN))))


def _told(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield "".join(traceback.format_tb(error.__traceback__)) + _kind(error) + "\n"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    """Return the name of an error's class, and what the system or SQLite calls it."""
    kind = type(error)
    code = getattr(error, "strerror", None) or getattr(error, "sqlite_errorname", None)
    return f"{kind.__module__}.{kind.__qualname__}{f' ({code})' if code else ''}"
