"""A clip that plays: which frame it should be at by now."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_TICK = 16  # ms


class Playing(QObject):
    """``due`` carries the frame whose moment has come; it ends by itself at the last one.

    What shows the frames may be late: it is asked for the one that is due then, and none between.
    """

    due = Signal(int)
    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._moments: tuple[int, ...] = (0,)
        self._begun = 0
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._go_on)
        self._clock = QElapsedTimer()

    @property
    def on(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def start(self, moments: tuple[int, ...], frame: int, speed: float) -> None:
        """Play from a frame on; from the first one where it is the last."""
        begin = 0 if frame >= len(moments) - 1 else frame
        self._moments, self._begun, self._speed = moments, moments[begin], speed
        self._clock.start()
        self._timer.start()
        self.changed.emit(True)

    def stop(self) -> None:
        """Stay where it is."""
        if self.on:
            self._timer.stop()
            self.changed.emit(False)

    def _go_on(self) -> None:
        at = self._begun + self._clock.nsecsElapsed() * self._speed / 1000
        frame = frame_at(self._moments, at)
        self.due.emit(frame)
        if frame == len(self._moments) - 1:
            self.stop()


def frame_at(moments: tuple[int, ...], at: float) -> int:
    """Return the frame that is seen at a moment in us."""
    return max(0, bisect_right(moments, at) - 1)
