"""Hearing a sample of the voice or the tones before a flow is started."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from longstride.core.samples import VOICE_SAMPLE, tones_sample, voice_sample
from longstride.core.timeline import Timeline
from longstride.engine import Engine
from longstride.sound.output import DeviceOutput
from longstride.ui.background import Task


class Hearing(QObject):
    """Plays samples as the engine's settings have them; ``refused`` says why one is not heard."""

    refused = Signal(str)

    def __init__(self, engine: Engine, output: DeviceOutput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._output = output
        self._task: Task | None = None

    def hear_tones(self) -> None:
        """Play every tone once."""
        self._play(tones_sample())

    def hear_voice(self) -> None:
        """Render the sample sentence off the GUI thread, then play it."""
        if self._task is None or not self._task.isRunning():
            self._task = Task(self._render, self)
            self._task.done.connect(self._say)
            self._task.start()

    def close(self) -> None:
        """Fall silent and wait for a sample under way."""
        self._output.pause()
        if self._task is not None:
            self._task.cancel()

    def _render(self) -> None:
        for _ in self._engine.repertoire.learn((VOICE_SAMPLE,)):
            pass

    def _say(self, _: object) -> None:
        length = self._engine.repertoire.lengths.get(VOICE_SAMPLE)
        if length is None:
            self.refused.emit(self._engine.repertoire.trouble or "No voice could be heard.")
        else:
            self._play(voice_sample(length))

    def _play(self, sample: Timeline) -> None:
        if not self._output.state.sounds:
            self.refused.emit(self._output.state.sentence)
            return
        self._output.pause()
        self._output.load(self._engine.mix(sample, self._engine.levels()))
        self._output.play(0, sample.duration)
