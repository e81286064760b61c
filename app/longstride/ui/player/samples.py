"""Plays a sample of the voice or the tones before a flow is started."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from longstride.core.timeline.samples import tones_sample, voice_sample
from longstride.core.timeline.timeline import Timeline
from longstride.engine import Engine
from longstride.sound.clips import Clip
from longstride.sound.output import DeviceOutput
from longstride.ui.shell.background import Background, Task
from longstride.voice_clips import VoiceClips


class Samples(QObject):
    """Plays samples as the engine's settings have them.

    ``refused`` says why one is not heard, and "" as soon as one is.
    """

    refused = Signal(str)

    def __init__(
        self,
        engine: Engine,
        output: DeviceOutput,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._output = output
        self._background = background
        self._task: Task | None = None
        self._voice: str | None = None

    def hear_tones(self) -> None:
        """Play every tone once."""
        self._play(tones_sample(), {})

    def hear_voice(self, voice: str | None) -> None:
        """Render the sample sentence off the GUI thread, then play it; None is the chosen voice.

        Asked again meanwhile, only what was asked last is heard.
        """
        self._voice = voice
        if self._task is None:
            self._render(self._engine.clips_in(voice))

    def stop(self) -> None:
        """Fall silent, and say nothing that is still being rendered."""
        self._output.pause()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _render(self, voice_clips: VoiceClips) -> None:
        self._task = self._background.run(
            lambda: deque(voice_clips.learn((self._sentence(),)), maxlen=0),
            lambda _: self._say(voice_clips),
            lambda error: self._refuse(str(error)),
        )

    def _say(self, voice_clips: VoiceClips) -> None:
        self._task = None
        text = self._sentence()
        length = voice_clips.lengths.get(text)
        wanted = self._engine.clips_in(self._voice)
        if wanted.choice != voice_clips.choice:
            self._render(wanted)
        elif length is None:
            self._refuse(voice_clips.trouble or "No voice could be heard.")
        else:
            self._play(voice_sample(text, length), voice_clips.clips)

    def _sentence(self) -> str:
        return self._engine.library.phrases.voice_sample

    def _refuse(self, sentence: str) -> None:
        self._task = None
        self.refused.emit(sentence)

    def _play(self, sample: Timeline, clips: Mapping[str, Clip]) -> None:
        self.refused.emit(self._output.state.sentence)
        if self._output.state.sounds:
            self._output.pause()
            self._output.load(self._engine.mix(sample, self._engine.levels(), clips))
            self._output.play(0, sample.duration)
