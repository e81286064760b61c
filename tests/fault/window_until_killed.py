"""Lead through a flow in the real window, fast and silent, and say each step once it begins."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from longstride.desktop.qt import load_qt
from longstride.ui.intentions.leading import Start

load_qt()

from PySide6.QtCore import QObject, QTimer, Signal  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from longstride.bootstrap import open_engine  # noqa: E402
from longstride.core.timeline.clock import SilentOutput  # noqa: E402
from longstride.engine import Engine  # noqa: E402
from longstride.sound.state import SoundState  # noqa: E402
from longstride.ui.application import Application  # noqa: E402
from longstride.ui.look.typeface import load_typeface  # noqa: E402


class FastSpeaker(QObject):
    """An output without sound that has all the window asks of a device."""

    state_changed = Signal(object)
    devices_changed = Signal()

    def __init__(self, silent: SilentOutput) -> None:
        super().__init__()
        self.state = SoundState.SOUNDING
        self.audio_delay = 0
        self.trouble = ""
        self.load, self.play, self.stop_at = silent.load, silent.play, silent.stop_at
        self.pause, self.position = silent.pause, silent.position

    def open(self) -> None:
        """There is no device."""

    def close(self) -> None:
        self.pause()

    def devices(self) -> tuple[str, ...]:
        return ()

    def choose(self, device: str) -> None:
        """There is nothing to choose from."""

    def turn_to(self, gain: float) -> None:
        """Nobody hears it."""


class FastEngine(Engine):
    """The real engine, whose device is fast and silent."""

    speed = 1.0

    def device_output(self) -> Any:
        return FastSpeaker(self.silent_output(self.speed))


def lead(folder: Path, flow: str, speed: float) -> None:
    """Lead until the flow ends, or somebody kills this."""
    engine = open_engine(folder, {})
    engine.__class__ = FastEngine
    engine.speed = speed  # type: ignore[attr-defined]
    app = QApplication([])
    load_typeface(engine.paths.fonts)
    application = Application(engine)
    application.window.stood.connect(application.load)
    application.window.show()
    QTimer.singleShot(0, application.window, lambda: application.want(Start(flow, 6)))
    told: set[int] = set()

    def tell() -> None:
        leading = application._sound._leading
        if leading is None or not leading.bridge.begun:
            return
        step = leading.bridge._run.player.step
        if step not in told:
            told.add(step)
            print(f"{datetime.now(UTC):%H:%M:%S.%f} Move {step:02}.", flush=True)

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(1)
    app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lead(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
