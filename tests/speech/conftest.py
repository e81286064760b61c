import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from longstride.speech.source import Source
from longstride.speech.speech import Speech
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience, worker_command
from longstride.speech.worker_pool import NaturalVoice, WorkerPool

FAKE_WORKER = Path(__file__).parent / "fake_worker.py"
FakeSpeech = Callable[..., Speech]


def system_voice(patience: Patience | None = None) -> WorkerPool:
    """What the system speaks with, or the bundled espeak."""
    return WorkerPool("system", worker_command("system"), patience or Patience(), 2)


@pytest.fixture
def speech(tmp_path: Path) -> Iterator[Speech]:
    """Speech with the system's voice and nothing to fall back on."""
    with Speech(tmp_path / "clips", VoiceChoice(), [system_voice()]) as speech:
        yield speech


@pytest.fixture
def natural(tmp_path: Path) -> Iterator[Speech]:
    """Speech with the natural voice and nothing to fall back on."""
    with Speech(tmp_path / "clips", VoiceChoice(), [NaturalVoice(Patience())]) as speech:
        yield speech


@pytest.fixture
def fake_speech(tmp_path: Path) -> Iterator[FakeSpeech]:
    """A maker of Speech with a worker that misbehaves in one way."""
    made: list[Speech] = []

    def make(
        mode: str, patience: Patience | None = None, fallbacks: Sequence[Source] = ()
    ) -> Speech:
        command = (sys.executable, "-S", str(FAKE_WORKER), mode, str(tmp_path / "starts"))
        pool = WorkerPool("system", command, patience or Patience(), 2)
        speech = Speech(tmp_path / "clips", VoiceChoice(), [pool, *fallbacks])
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
