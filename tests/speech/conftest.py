import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from longstride.speech.source import Source
from longstride.speech.speech import Speech
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience

FAKE_WORKER = Path(__file__).parent / "fake_worker.py"
FakeSpeech = Callable[..., Speech]


@pytest.fixture
def speech(tmp_path: Path) -> Iterator[Speech]:
    """Speech with the real worker and nothing to fall back on."""
    with Speech(tmp_path / "clips", VoiceChoice(), fallbacks=()) as speech:
        yield speech


@pytest.fixture
def fake_speech(tmp_path: Path) -> Iterator[FakeSpeech]:
    """A maker of Speech with a worker that misbehaves in one way."""
    made: list[Speech] = []

    def make(
        mode: str, patience: Patience | None = None, fallbacks: Sequence[Source] = ()
    ) -> Speech:
        command = (sys.executable, "-S", str(FAKE_WORKER), mode, str(tmp_path / "starts"))
        speech = Speech(tmp_path / "clips", VoiceChoice(), command, patience, fallbacks)
        made.append(speech)
        return speech

    yield make
    for speech in made:
        speech.close()


@pytest.fixture
def starts(tmp_path: Path) -> Callable[[], int]:
    """How many times the misbehaving worker has been started."""
    noted = tmp_path / "starts"
    return lambda: noted.stat().st_size if noted.exists() else 0
