"""The real worker, spoken to directly."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from longstride.speech.cache import is_whole
from speech.worker_talk import WorkerTalk


@pytest.fixture
def worker() -> Iterator[WorkerTalk]:
    talk = WorkerTalk("system")
    yield talk
    talk.process.kill()
    talk.process.communicate()


def test_it_says_what_speaks_and_ends_when_the_pipe_does(worker: WorkerTalk) -> None:
    driver = worker.ask(op="driver")
    assert driver["library"] in {"system", "bundled"}
    assert "pyttsx3 2." in driver["version"]
    assert "en-gb" in {voice["language"] for voice in driver["voices"]}
    assert worker.end() == (b"", 0)


def test_nothing_but_replies_comes_out(worker: WorkerTalk, tmp_path: Path) -> None:
    clips = [tmp_path / "one", tmp_path / "two"]
    assert [worker.render(clip) for clip in clips] == [{}, {}]
    assert all(is_whole(clip) for clip in clips)
    assert worker.end() == (b"", 0), "pyttsx3 prints where it saved"


def test_a_failure_is_answered_and_the_next_sentence_works(
    worker: WorkerTalk, tmp_path: Path
) -> None:
    assert "wrote no sound" in worker.render(tmp_path / "no" / "folder")["error"]
    assert "KeyError" in worker.ask(op="render")["error"]
    assert worker.render(tmp_path / "clip") == {}


def test_a_voice_changes_the_sound(worker: WorkerTalk, tmp_path: Path) -> None:
    voices = worker.ask(op="driver")["voices"]
    ids = [next(v["id"] for v in voices if v["language"] == want) for want in ("en-gb", "de")]
    sounds = set()
    for number, voice in enumerate(ids):
        clip = tmp_path / str(number)
        worker.render(clip, "Straight back", voice=voice)
        sounds.add(clip.read_bytes())
    assert len(sounds) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_is_left_to_the_parent(worker: WorkerTalk, tmp_path: Path) -> None:
    worker.ask(op="driver")
    os.kill(worker.process.pid, signal.SIGINT)
    assert worker.render(tmp_path / "clip") == {}


def test_importing_it_is_cheap() -> None:
    heavy = "{'pyttsx3', 'numpy', 'PySide6', 'sqlalchemy', 'pydantic', 'asyncio', 'subprocess'}"
    look = f"import sys, longstride.speech.worker; print({heavy} & set(sys.modules))"
    found = subprocess.run((sys.executable, "-c", look), capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
