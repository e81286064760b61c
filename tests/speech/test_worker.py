"""The real worker, spoken to directly."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from longstride.speech.cache import is_whole
from longstride.speech.worker_pipe import worker_command


class Conversation:
    def __init__(self, kind: str = "system") -> None:
        self.process = subprocess.Popen(
            worker_command(kind), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, **request: object) -> dict[str, Any]:
        request = {"within": 60, "idle": 60} | request
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert isinstance(reply, dict)
        return reply

    def end(self) -> tuple[bytes, int]:
        """Hang up and return what was still said and how the worker ended."""
        rest, _ = self.process.communicate(timeout=30)
        return rest, self.process.returncode


@pytest.fixture
def worker() -> Iterator[Conversation]:
    conversation = Conversation()
    yield conversation
    conversation.process.kill()
    conversation.process.communicate()


def render(path: Path, text: str = "Lower", voice: str | None = None) -> dict[str, object]:
    return {
        "op": "render",
        "text": text,
        "voice": voice,
        "rate": 140,
        "pitch": 50,
        "path": str(path),
    }


def test_it_says_what_speaks_and_ends_when_the_pipe_does(worker: Conversation) -> None:
    driver = worker.ask(op="driver")
    assert driver["library"] in {"system", "bundled"}
    assert "pyttsx3 2." in driver["version"]
    assert "en-gb" in {voice["language"] for voice in driver["voices"]}
    assert worker.end() == (b"", 0)


def test_nothing_but_replies_comes_out(worker: Conversation, tmp_path: Path) -> None:
    clips = [tmp_path / "one", tmp_path / "two"]
    assert [worker.ask(**render(clip)) for clip in clips] == [{}, {}]
    assert all(is_whole(clip) for clip in clips)
    assert worker.end() == (b"", 0), "pyttsx3 prints where it saved"


def test_a_failure_is_answered_and_the_next_sentence_works(
    worker: Conversation, tmp_path: Path
) -> None:
    assert "wrote no sound" in worker.ask(**render(tmp_path / "no" / "folder"))["error"]
    assert "KeyError" in worker.ask(op="render")["error"]
    assert worker.ask(**render(tmp_path / "clip")) == {}


def test_a_voice_changes_the_sound(worker: Conversation, tmp_path: Path) -> None:
    voices = worker.ask(op="driver")["voices"]
    ids = [next(v["id"] for v in voices if v["language"] == want) for want in ("en-gb", "de")]
    sounds = set()
    for number, voice in enumerate(ids):
        clip = tmp_path / str(number)
        worker.ask(**render(clip, "Straight back", voice))
        sounds.add(clip.read_bytes())
    assert len(sounds) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_is_left_to_the_parent(worker: Conversation, tmp_path: Path) -> None:
    worker.ask(op="driver")
    os.kill(worker.process.pid, signal.SIGINT)
    assert worker.ask(**render(tmp_path / "clip")) == {}


def test_importing_it_is_cheap() -> None:
    heavy = "{'pyttsx3', 'numpy', 'PySide6', 'sqlalchemy', 'pydantic', 'asyncio', 'subprocess'}"
    look = f"import sys, longstride.speech.worker; print({heavy} & set(sys.modules))"
    found = subprocess.run((sys.executable, "-c", look), capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
