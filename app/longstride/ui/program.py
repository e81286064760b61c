"""The program in its process: one window over the athlete's data, from its start to its end."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from longstride.desktop.instance import Instance, Wish, address_for
from longstride.ui import application as ui
from longstride.ui.bugs import qt_messages_logged
from longstride.ui.dressing import window_icon

if TYPE_CHECKING:
    from longstride.engine import Engine


class Program(QApplication):
    """``asked`` carries a Wish for a file that the system hands over, as macOS does."""

    asked = Signal(object)

    def __init__(self, engine: Engine) -> None:
        super().__init__(sys.argv[:1])
        self.setApplicationName("Longstride")
        self.setDesktopFileName("longstride")
        self.setWindowIcon(window_icon(engine.paths.resources))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(Wish((event.file(),)))
            return True
        return super().event(event)


def run_application(engine: Engine, wish: Wish, environ: Mapping[str, str]) -> int:
    """Open the window, on a flow's page if one is asked for; return the exit code at its end.

    Where a window stands over the same data already, the wish is handed to that one.
    NoAnswerError where it does not answer.
    """
    program, folder = Program(engine), engine.paths.data
    instance = Instance(folder, address_for(folder, environ), program)
    if not instance.claim(wish):
        return 0
    application = ui.Application(engine, wish.flows)
    application.window.stood.connect(application.load)  # first paint first (law 10)
    application.window.stood.connect(instance.listen)
    instance.asked.connect(application.answer)
    program.asked.connect(application.answer)
    application.window.show()
    with qt_messages_logged():
        code = program.exec()
    instance.deafen()
    application.close()
    instance.leave()
    return code
