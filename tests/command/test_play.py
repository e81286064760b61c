"""A flow led in a real terminal, by real keys; and one whose voice is late."""

import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fakes import PHRASES
from longstride.command import play as terminal
from longstride.command.play import play_in_terminal
from longstride.core.timeline.step_record import Outcome
from longstride.desktop.running import is_flow_played
from longstride.leading.trouble import LATE
from longstride.leading.voice import PATIENCE
from longstride.settings import Settings
from ui.house import NO_VOICE, SHORT, PaperEngine, own_places

HEAD = """
title = "Waits"
talk = "tones"
"""
STEP = """
[[step]]
drill = "glute-bridge"
reps = 1
get_ready = 1
"""
WAITS = 'rest_after = "until I am ready"\n'
PROMPT = b"when you are ready."
KEYS = (b" ", b"\r", b"x ")


def read_until(terminal: int, words: bytes) -> bytes:
    """Return what a terminal says up to these words, or to its end."""
    heard = b""
    try:
        while words not in heard and (more := os.read(terminal, 1024)):
            heard += more
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    return heard


def test_rests_until_ready_end_with_a_key(tmp_path: Path) -> None:
    flow = tmp_path / "waits.toml"
    flow.write_text(HEAD + (STEP + WAITS) * len(KEYS) + STEP)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "longstride", "--data-dir", str(tmp_path), "play", str(flow)]
    with subprocess.Popen(
        [*command, "--no-window", "--speed", "100"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as run:
        os.close(theirs)
        for key in KEYS:
            assert PROMPT in read_until(ours, PROMPT)
            assert is_flow_played(tmp_path / "data"), "no reminder comes into it"
            os.write(ours, key)
        after = read_until(ours, PROMPT)
    os.close(ours)
    assert run.returncode == 0
    assert PROMPT not in after
    assert b"Stopped" not in after
    assert not (tmp_path / "data" / "play.lock").exists()


def test_a_key_is_heard_within_a_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as stdin, monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        with terminal._listening() as pressed:
            assert pressed() == ""
            os.write(ours, b"vV")
            assert [pressed(), pressed(), pressed()] == ["v", "V", ""]
    os.close(ours)


def test_one_key_has_the_voice_say_less_and_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = PaperEngine(own_places(tmp_path), Settings(sounds_explained=True))

    @contextmanager
    def keys_at(*seconds: int) -> Iterator[Callable[[], str]]:
        def press() -> str:
            engine.clock.pass_by(500)
            return "V" if engine.clock.now() in {1000 * each for each in seconds} else ""

        yield press

    monkeypatch.setattr(terminal, "_listening", lambda: keys_at(20, 40))
    monkeypatch.setattr(terminal, "_wait_until_ready", lambda: None)
    assert play_in_terminal(engine, engine.flow(SHORT), 2.0) == 0
    told = capsys.readouterr().out
    assert 0 < told.index(PHRASES.says_less) < told.index(PHRASES.says_more)
    engine.close()


class SlowVoice:
    """A paper voice that has nothing to say before the flow is led, and the hand on the clock."""

    def __init__(self, engine: PaperEngine, lost: str = "") -> None:
        self.engine, self.lost = engine, lost
        self.mixed_without = 0
        self.passed = 0
        engine.speech.may_speak.clear()  # type: ignore[attr-defined]

    def pass_time(self) -> None:
        voice = self.engine.speech
        self.passed += 500
        if self.passed > PATIENCE + 1000 and not voice.may_speak.is_set():  # type: ignore[attr-defined]
            self.mixed_without = len(self.engine.mixed)
            voice.lost = self.lost  # type: ignore[misc]
            voice.may_speak.set()  # type: ignore[attr-defined]
            for thread in threading.enumerate():
                if thread.name.startswith("voice"):
                    thread.join()
        self.engine.clock.pass_by(500)


def test_the_sounds_are_skipped_by_space_and_only_they(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = PaperEngine(own_places(tmp_path), Settings())

    @contextmanager
    def space_held_down() -> Iterator[Callable[[], str]]:
        yield lambda: engine.clock.pass_by(500) or " "  # type: ignore[func-returns-value]

    monkeypatch.setattr(terminal, "_listening", space_held_down)
    monkeypatch.setattr(terminal, "_wait_until_ready", lambda: None)
    assert play_in_terminal(engine, engine.flow(SHORT), 2.0) == 0
    told = capsys.readouterr().out
    assert PHRASES.sounds.finish not in told
    assert "Here we go." in told
    (session,) = engine.records.journal.sessions()
    assert {step.outcome for step in session.steps} == {Outcome.DONE}
    assert engine.settings.sounds_explained
    engine.close()


@pytest.mark.parametrize("lost", ["", NO_VOICE])
def test_a_voice_that_is_late_joins_or_is_given_up(
    tmp_path: Path, lost: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = PaperEngine(own_places(tmp_path), Settings())
    slow = SlowVoice(engine, lost)
    monkeypatch.setattr(terminal, "_pass_time", slow.pass_time)
    monkeypatch.setattr(terminal, "_wait_until_ready", lambda: None)
    assert play_in_terminal(engine, engine.flow(SHORT), 2.0) == 0
    told = capsys.readouterr()
    after = f"longstride: {lost}\n" if lost else ""
    assert told.err == f"longstride: {LATE}\n{after}"
    assert "That was it." in told.out
    assert len(engine.mixed) > slow.mixed_without, "it was mixed in"
    assert bool(engine.voice_clips.clips) == (not lost)
    engine.close()


def test_a_voice_that_never_comes_keeps_no_flow_from_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = PaperEngine(own_places(tmp_path), Settings())
    engine.speech.may_speak.clear()  # type: ignore[attr-defined]
    monkeypatch.setattr(terminal, "_pass_time", lambda: engine.clock.pass_by(500))
    monkeypatch.setattr(terminal, "_wait_until_ready", lambda: None)
    assert play_in_terminal(engine, engine.flow(SHORT), 2.0) == 0
    assert capsys.readouterr().err == f"longstride: {LATE}\n"
    (session,) = engine.records.journal.sessions()
    assert session.ended is not None
    engine.close()
