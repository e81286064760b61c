"""The program in its process: one window over the athlete's data, from its start to its end."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from longstride.core.errors import LongstrideError
from longstride.desktop.ending import Ending
from longstride.desktop.heaps import share_heaps
from longstride.desktop.instance import Instance, OpenRequest, address_for
from longstride.ui import application as ui
from longstride.ui.look.dressing import window_icon
from longstride.ui.look.rings import Rings
from longstride.ui.look.typeface import load_typeface
from longstride.ui.shell.bugs import qt_messages_logged

if TYPE_CHECKING:
    from longstride.engine import Engine

_NO_SCREEN = {"offscreen", "minimal"}


class Program(QApplication):
    """``asked`` carries an OpenRequest for a file that the system hands over, as macOS does."""

    asked = Signal(OpenRequest)

    def __init__(self, engine: Engine) -> None:
        # Not by setStyle(): that returns a QStyle, whose many enums Python takes 6 ms to make.
        super().__init__([*sys.argv[:1], "-style", "fusion"])
        self.setApplicationName("Longstride")
        self.setDesktopFileName("longstride")
        load_typeface(engine.paths.fonts)
        self.rings = Rings(self)
        self.setWindowIcon(window_icon(engine.paths.resources))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(OpenRequest((event.file(),)))
            return True
        return super().event(event)


def run_application(engine: Engine, request: OpenRequest, environ: Mapping[str, str]) -> int:
    """Open the window, on a flow's page if one is asked for; return the exit code at its end.

    Where a window stands over the same data already, the wish is handed to that one.
    NoAnswerError where it does not answer, WrongUseError where the wish is too long for it.
    """
    program, folder = Program(engine), engine.paths.data
    instance = Instance(folder, address_for(folder, environ), program)
    try:
        if not instance.claim(request):
            return 0
    except LongstrideError as error:
        if not _is_read(sys.stderr):
            tell_alone(str(error))
        raise
    application = ui.Application(engine, request.flows, request.plays)
    application.window.stood.connect(share_heaps)  # first paint first (law 10)
    application.window.stood.connect(application.load)
    application.window.stood.connect(instance.listen)
    instance.asked.connect(application.answer)
    program.asked.connect(application.answer)
    application.window.show()
    ending = Ending(program)
    ending.asked.connect(lambda: program.exit(0))  # quit() would ask the window first
    with qt_messages_logged():
        code = program.exec()
    instance.deafen()
    application.close()
    ending.remove()
    instance.leave()
    return code


def tell_alone(sentence: str) -> None:
    """Say a sentence in a small window of its own, until it is closed."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Longstride", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def _is_read(stream: TextIO | None) -> bool:
    """Say whether a sentence on stderr has a reader, or no screen has one either."""
    at_terminal = stream is not None and stream.isatty()
    return at_terminal or QApplication.platformName() in _NO_SCREEN
