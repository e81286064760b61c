"""Waiting in a window that goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer

PATIENCE = 60  # s that anything may take


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Run the event loop until something is so; TimeoutError where it never is."""
    loop, timer, end = QEventLoop(), QTimer(), monotonic() + seconds

    def look() -> None:
        if monotonic() > end or condition():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(5)
    if not condition():
        loop.exec()
    timer.stop()
    if monotonic() > end:
        raise TimeoutError(f"waited {seconds} s in vain")


def pass_by(seconds: float) -> None:
    end = monotonic() + seconds
    until(lambda: monotonic() >= end)
