"""A sample of the voice and of the tones, as they are set."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import fakes
from longstride.paths import Paths
from longstride.settings import Settings
from longstride.sound.state import SoundState
from longstride.ui.player.samples import Samples
from longstride.ui.shell.background import Background
from ui.house import NO_VOICE, PaperEngine


class Listener:
    """Samples, and what it says."""

    def __init__(self, paths: Paths) -> None:
        self.engine = PaperEngine(paths, Settings())
        self.background = Background()
        self.speaker = self.engine.speaker
        self.voice: Any = self.engine.speech
        output: Any = self.speaker
        self.hearing = Samples(self.engine, output, self.background)
        self.refused: list[str] = []
        self.hearing.refused.connect(self.refused.append)

    @property
    def sounding(self) -> bool:
        return self.speaker.hand.sounding


@pytest.fixture
def listener(qtbot: QtBot, paths: Paths) -> Iterator[Listener]:
    made = Listener(paths)
    yield made
    made.voice.close()
    made.background.close()


def test_tones_sound_at_once(listener: Listener) -> None:
    listener.hearing.hear_tones()
    assert listener.sounding
    assert listener.speaker.hand.until > 10_000
    assert listener.refused == [""]


def test_the_voice_is_rendered_then_heard(listener: Listener, qtbot: QtBot) -> None:
    listener.hearing.hear_voice(None)
    qtbot.waitUntil(lambda: listener.sounding)
    assert fakes.PHRASES.voice_sample in listener.voice.said
    listener.speaker.hand.pause()
    listener.hearing.hear_voice(None)
    qtbot.waitUntil(lambda: listener.sounding)
    assert listener.voice.said.count(fakes.PHRASES.voice_sample) == 1


def test_asked_twice_it_is_rendered_once(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.may_speak.clear()
    listener.hearing.hear_voice(None)
    listener.hearing.hear_voice(None)
    listener.voice.may_speak.set()
    qtbot.waitUntil(lambda: listener.sounding)
    assert listener.voice.said.count(fakes.PHRASES.voice_sample) == 1


def test_a_voice_chosen_meanwhile_is_the_one_heard(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.may_speak.clear()
    listener.hearing.hear_voice(None)
    listener.engine.change(replace(listener.engine.settings, voice="gb2"))
    listener.voice.may_speak.set()
    qtbot.waitUntil(lambda: listener.sounding)
    assert listener.voice.said.count(fakes.PHRASES.voice_sample) == 2
    assert listener.voice.choice.voice == "gb2"


def test_any_voice_can_be_heard_and_none_is_chosen_by_it(listener: Listener, qtbot: QtBot) -> None:
    chosen = listener.engine.voice_clips
    listener.hearing.hear_voice("gb2")
    qtbot.waitUntil(lambda: listener.sounding)
    assert listener.voice.voices_asked == ["gb2"]
    assert listener.engine.voice_clips is chosen
    assert chosen.choice.voice is None


def test_the_voice_asked_for_last_is_the_one_heard(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.may_speak.clear()
    for voice in ("gb", "gb2", None):
        listener.hearing.hear_voice(voice)
    listener.voice.may_speak.set()
    qtbot.waitUntil(lambda: listener.sounding)
    assert listener.voice.voices_asked == ["gb", None]


def test_stopped_it_says_nothing_later(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.may_speak.clear()
    listener.hearing.hear_voice(None)
    listener.hearing.stop()
    listener.voice.may_speak.set()
    qtbot.waitUntil(lambda: not listener.background.busy)
    assert not listener.sounding
    listener.hearing.hear_voice(None)
    qtbot.waitUntil(lambda: listener.sounding)


def test_no_voice_is_a_sentence(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.lost = NO_VOICE
    listener.hearing.hear_voice(None)
    qtbot.waitUntil(lambda: listener.refused == [NO_VOICE])
    assert not listener.sounding


def test_no_device_is_a_sentence_and_passes(listener: Listener) -> None:
    listener.speaker.be(SoundState.NO_DEVICE)
    listener.hearing.hear_tones()
    assert listener.refused == [SoundState.NO_DEVICE.sentence]
    assert not listener.sounding
    listener.speaker.be(SoundState.SOUNDING)
    listener.hearing.hear_tones()
    assert listener.refused[1:] == [""]
    assert listener.sounding
