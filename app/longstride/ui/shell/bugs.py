"""Bugs: written to the log and shown as text to copy, instead of ending the program."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

import longstride
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import MainWindow

log = logging.getLogger("longstride")

_NO_FILMS = "No QtMultimedia backends found."  # said wherever FFmpeg was left behind
_SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class BugHook(QObject):
    """Takes the place of Python's hooks until it is removed; works from any thread.

    ``caught`` carries the report that is shown: it has the error's own words, the log has not.
    Ctrl-C ends the program.
    """

    caught = Signal(str)

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._open = False
        self._before = sys.excepthook, threading.excepthook
        self.caught.connect(self._show)
        sys.excepthook, threading.excepthook = self._catch, self._catch_in_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log.error("a bug", exc_info=(kind, error, trace))
        self._report(error)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        self._before[1](args)  # which logs it
        if args.exc_value is not None:
            self._report(args.exc_value)

    def _report(self, error: BaseException) -> None:
        words = "".join(traceback.format_exception(error))
        self.caught.emit(f"Longstride {longstride.__version__}, Python {sys.version}\n\n{words}")

    def _show(self, report: str) -> None:
        from longstride.ui.shell.bug_dialog import BugDialog

        if self._open:
            return  # the first one says most; the log has them all
        self._open = True
        dialog = BugDialog(self._theme, self._window, report)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _: int) -> None:
        self._open = False


@contextmanager
def qt_messages_logged() -> Iterator[None]:
    """Have what Qt complains of in the log too, beside where it went before.

    But not that it cannot play films.
    """

    def note(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith(_NO_FILMS):
            return
        if kind in _SERIOUS:
            log.warning("Qt: %s", text)
        if before is not None:
            before(kind, context, text)
        elif sys.stderr is not None:
            with suppress(OSError):  # a terminal that has gone
                sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
