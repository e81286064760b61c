"""A window that tells when it is painted, in a process that obeys orders.

One JSON line for each thing that happens, with the time on the clock that all processes share.
Imports no more of Qt than an empty window needs anyway, or it would be measured too.
"""

import json
import sys
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

SIZE = (1440, 900)


def tell(what: str, **facts: object) -> None:
    print(json.dumps({"what": what, "at": monotonic(), **facts}), flush=True)


def watched(kind: type[QMainWindow], orders: Mapping[str, Callable[..., None]]) -> Any:
    """Return the same kind of window, telling of its first paint and obeying from then on."""

    class Watched(kind):  # type: ignore[misc, valid-type]
        painted = False

        def paintEvent(self, event: Any) -> None:
            if not self.painted:
                self.painted = True
                # What lies on the window is painted and flushed before any timer; this is the
                # first one, so that nothing the program does afterwards is counted.
                QTimer.singleShot(0, self.tell_painted)
            super().paintEvent(event)

        def tell_painted(self) -> None:
            tell("painted")
            obey(self, orders)

    return Watched


def obey(window: QWidget, orders: Mapping[str, Callable[..., None]]) -> None:
    """Carry out each line of standard input: an order's name and its words; `quit` is known."""
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)

    def read() -> None:
        name, *words = sys.stdin.readline().split() or ["quit"]
        if name == "quit":
            QCoreApplication.exit(0)
        else:
            orders[name](window, *words)

    notifier.activated.connect(read)
