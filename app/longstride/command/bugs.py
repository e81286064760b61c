"""Bugs on the command line: one sentence, the rest in the log, and an exit code of their own."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from longstride.command import terminal

BUG = 70  # what sysexits.h calls EX_SOFTWARE

_log = logging.getLogger(__name__)


def tell_bugs(log: Path) -> None:
    """Have every error that nobody expected told so from now on, in this whole process."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        _log.error("a bug", exc_info=(kind, error, trace))
        terminal.tell(
            f"This is a mistake in Longstride, not yours ({kind.__name__}). Where it happened is "
            f"in {log}; please report it."
        )
        raise SystemExit(BUG)

    sys.excepthook = tell
    threading.excepthook = _note_in_thread
    sys.unraisablehook = _note_unraisable


def _note_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        trace = (args.exc_type, args.exc_value, args.exc_traceback)
        _log.error("a bug in a thread of its own", exc_info=trace)


def _note_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    if unraisable.exc_value is not None:
        trace = (unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback)
        _log.error("a bug where nothing could be raised", exc_info=trace)
