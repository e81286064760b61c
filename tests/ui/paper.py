"""A speaker and a voice of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

import fakes
from longstride.core.errors import SpeechError
from longstride.sound.state import SoundState
from longstride.speech.voice import Voice, VoiceChoice


class HandSpeaker(QObject):
    """A hand-driven output with all that the window asks of a device."""

    state_changed = Signal(object)
    devices_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hand = fakes.HandOutput()
        self.state = SoundState.SOUNDING
        self.chosen = ""
        self.audio_delay = 0
        self.gain = 1.0
        self.names: tuple[str, ...] = ()
        self.play, self.stop_at = self.hand.play, self.hand.stop_at
        self.pause, self.position = self.hand.pause, self.hand.position

    @property
    def trouble(self) -> str:
        return self.state.sentence

    def open(self) -> None:
        self.names = ("Built-in", "Headphones")
        self.devices_changed.emit()

    def close(self) -> None:
        self.pause()

    def load(self, mix: object) -> None:
        """Nothing is heard of it."""

    def devices(self) -> tuple[str, ...]:
        return self.names

    def choose(self, device: str) -> None:
        self.chosen = device

    def turn_to(self, gain: float) -> None:
        self.gain = gain

    def be(self, state: SoundState) -> None:
        self.state = state
        self.state_changed.emit(state)


class PaperVoice(fakes.SayAnything):
    """A voice that can be asked to wait before it says anything more, or to fail."""

    def __init__(self) -> None:
        super().__init__()
        self.lost = ""
        self.voices_asked: list[str | None] = []
        self.may_speak = Event()
        self.may_speak.set()

    def render_all(
        self, texts: Iterable[str], choice: VoiceChoice
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        self.voices_asked.append(choice.voice)
        for text, path in super().render_all(texts, choice):
            self.may_speak.wait()
            yield text, SpeechError(self.lost) if self.lost else path

    def voices(self) -> tuple[Voice, ...]:
        if self.lost:
            raise SpeechError(self.lost)
        return (Voice("gb", "Alan", "en-gb"), Voice("gb2", "Bea", "en-gb"))

    def choose(self, choice: VoiceChoice) -> None:
        self.choice = choice

    def close(self) -> None:
        self.may_speak.set()
