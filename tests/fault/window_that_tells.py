"""The program as `python -m longstride` runs it, telling what happens to its window.

One JSON line for each thing; obeys `start FLOW`, `where`, `hand-over FILE` and `quit`, one a
line. Every socket that Python opens is told too, with its family.
"""

import json
import sys
from typing import Any

from longstride.desktop.qt import load_qt
from longstride.ui.intentions.leading import Start

load_qt()  # as the program does, before anything else of Qt

from PySide6.QtCore import QCoreApplication, QSocketNotifier  # noqa: E402
from PySide6.QtGui import QFileOpenEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from longstride.command import main as cli  # noqa: E402
from longstride.ui import application  # noqa: E402


def tell(what: str, **facts: object) -> None:
    print(json.dumps({"what": what, **facts}), flush=True)


def note_socket(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.__new__":
        tell("socket", family=str(arguments[1]))
    elif event.startswith("socket.") and event not in {"socket.gethostname"}:
        tell("socket", family=event)


class Telling(application.Application):
    """Tells when it stands, what it is asked for, and which flow's page it opens."""

    def load(self) -> None:
        show = self.showing.open_flow

        def show_and_tell(flow: str) -> None:
            show(flow)
            tell("shows", flow=flow)

        self.showing.open_flow = show_and_tell  # type: ignore[method-assign]
        super().load()
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._orders.activated.connect(self._obey)
        tell("stands")

    def answer(self, request: Any) -> None:
        super().answer(request)
        tell("asked", flows=request.flows, led=self.window.has_player)

    def _lead(self, *given: Any) -> None:
        self._narration.ask(lambda: self._lead_and_tell(*given))

    def _lead_and_tell(self, coach_on: Any, stiffness: int | None = None) -> None:
        self._sound.lead(coach_on, stiffness)
        leading = self._sound._leading
        assert leading is not None
        leading.bridge.ready.connect(lambda: tell("leads"))

    def _obey(self) -> None:
        order, *words = sys.stdin.readline().split() or ["quit"]
        if order == "quit":
            self.window.leave_player()
            self.window.close()
        elif order == "start":
            self.want(Start(words[0]))
        elif order == "hand-over":
            QCoreApplication.sendEvent(QApplication.instance(), QFileOpenEvent(words[0]))
        elif order == "where":
            leading = self._sound._leading
            assert leading is not None
            tell("at", position=leading._run.player.position)


if __name__ == "__main__":
    sys.addaudithook(note_socket)
    application.Application = Telling  # type: ignore[misc]
    sys.exit(cli.main())
