"""Bugs: written to the log and shown as text to copy, instead of ending the program."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

import longstride
from longstride.ui.main_window import MainWindow
from longstride.ui.theme import Theme

log = logging.getLogger("longstride")


class BugHook(QObject):
    """Takes the place of ``sys.excepthook`` until it is removed; works from any thread."""

    _caught = Signal(str)

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._open = False
        self._before = sys.excepthook
        self._caught.connect(self._show)
        sys.excepthook = self._catch

    def remove(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("a bug\n%s", report)
        self._caught.emit(f"Longstride {longstride.__version__}, Python {sys.version}\n\n{report}")

    def _show(self, report: str) -> None:
        from longstride.ui.dialogs.bug import BugDialog

        if self._open:
            return  # the first one says most; the log has them all
        self._open = True
        dialog = BugDialog(self._theme, self._window, report)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _: int) -> None:
        self._open = False
