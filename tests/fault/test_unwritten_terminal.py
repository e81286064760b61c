"""A flow led in a real terminal whose end cannot be written, and somebody who mends that."""

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from fault.harms import locked
from fault.short_moves import NAME, write_flow
from longstride.command import play
from longstride.command.main import main
from longstride.command.terminal import LOST_OUTPUT
from longstride.paths import Paths
from longstride.settings import Settings
from ui.house import SHORT, PaperEngine, own_places

Said = pytest.CaptureFixture[str]
FEW = 2  # steps

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")


def command(paths: Paths, *verb: str) -> list[str]:
    return [sys.executable, "-m", "longstride", *words(paths, *verb)]


def words(paths: Paths, *verb: str) -> list[str]:
    return ["--data-dir", str(paths.data.parent), *verb]


def take_in(paths: Paths, file: Path) -> None:
    assert main(words(paths, "import", str(file))) == 0


def history(paths: Paths, capsys: Said) -> list[dict[str, object]]:
    assert main(words(paths, "history", "--json")) == 0
    return list(json.loads(capsys.readouterr().out))


def read_until(terminal: int, words: bytes) -> str:
    """Return what a terminal says up to these words, or to its end."""
    heard = b""
    try:
        while words not in heard and (more := os.read(terminal, 1024)):
            heard += more
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    return heard.decode()


@pytest.mark.parametrize(
    ("answer", "code", "sessions"),
    [("\n", 0, 1), ("", 2, 0), ("/nowhere/a.json\nkept.json\n", 2, 1)],
)
def test_what_is_left_is_written_when_asked_to_or_kept_or_left(
    paths: Paths, tmp_path: Path, capsys: Said, answer: str, code: int, sessions: int
) -> None:
    write_flow(paths.flows, FEW)
    ours, theirs = pty.openpty()
    play = command(paths, "play", NAME, "--no-window", "--speed", "1000")
    with locked(paths.journal, "BEGIN IMMEDIATE"):
        run = subprocess.Popen(play, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path)
        os.close(theirs)
        said = read_until(ours, b"leave the rest unwritten.")
        assert "in use by another program" in said
        assert "That was it." in said
        if "kept" in answer:
            os.write(ours, answer.encode())
            said = read_until(ours, b"takes it in later.")
            assert "/nowhere/a.json cannot be written" in said
    if answer == "\n":
        os.write(ours, answer.encode())
    elif not answer:
        run.send_signal(signal.SIGINT)
    read_until(ours, b"never said")
    assert run.wait() == code
    os.close(ours)
    if "kept" in answer:
        take_in(paths, tmp_path / "kept.json")
    capsys.readouterr()
    assert len(history(paths, capsys)) == sessions


def test_where_nobody_sits_the_run_goes_into_a_file(paths: Paths, capsys: Said) -> None:
    write_flow(paths.flows, FEW)
    play = command(paths, "play", NAME, "--no-window", "--speed", "1000")
    with locked(paths.journal, "BEGIN IMMEDIATE"):
        run = subprocess.run(
            play, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    assert run.returncode == 2
    (file,) = paths.state.glob("longstride-run-*.json")
    assert f"The run is in {file}" in run.stderr
    take_in(paths, file)
    capsys.readouterr()
    assert history(paths, capsys)[0]["flow"] == NAME


MIDWAY, ASKED = b"Move 01", b"leave the rest unwritten."


def take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def in_terminal(command: list[str]) -> tuple[subprocess.Popen[bytes], int]:
    """Start a program in a terminal of its own; return it and our end of the terminal."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=take_terminal,  # noqa: PLW1509
    )
    os.close(theirs)
    return run, ours


@pytest.mark.parametrize(
    ("wish", "heard"),
    [("SIGTERM", MIDWAY), ("SIGHUP", MIDWAY), ("", MIDWAY), ("SIGTERM", ASKED), ("", ASKED)],
)
def test_what_waits_when_it_is_ended_is_in_a_file(
    paths: Paths, capsys: Said, wish: str, heard: bytes
) -> None:
    """By a signal, or without one by closing the terminal; in the flow, or asked about its end."""
    write_flow(paths.flows, FEW)
    speed = "20" if heard == MIDWAY else "1000"
    with locked(paths.journal, "BEGIN IMMEDIATE"):
        run, ours = in_terminal(command(paths, "play", NAME, "--no-window", "--speed", speed))
        assert heard.decode() in read_until(ours, heard)
        if wish:
            run.send_signal(signal.Signals[wish])
            read_until(ours, b"never said")
        os.close(ours)
        assert run.wait() == 128 + signal.Signals[wish or "SIGHUP"]
    (file,) = paths.state.glob("longstride-run-*.json")
    take_in(paths, file)
    capsys.readouterr()
    (session,) = history(paths, capsys)
    assert session["next_step"] == (1 if heard == MIDWAY else FEW)
    assert "a bug" not in paths.log.read_text()


def test_a_terminal_that_closes_ends_no_flow_that_heeds_no_signal(
    paths: Paths, capsys: Said
) -> None:
    """As where nohup was asked for: nobody presses keys or reads what is printed."""
    write_flow(paths.flows, FEW)
    play = command(paths, "play", NAME, "--no-window", "--speed", "20")
    run, ours = in_terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *play])
    read_until(ours, b"Move 00")
    os.close(ours)
    assert run.wait() == LOST_OUTPUT
    (session,) = history(paths, capsys)
    assert session["next_step"] == FEW


def test_a_mistake_of_the_program_loses_no_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = PaperEngine(own_places(tmp_path), Settings(sounds_explained=True))
    engine.records.journal.count()
    monkeypatch.setattr(play, "_pass_time", lambda: engine.clock.pass_by(500))
    monkeypatch.setattr(play, "_show_captions", lambda run, _: 1 // (run.player.step == 0))
    with locked(engine.paths.journal, "BEGIN IMMEDIATE"):
        with pytest.raises(ZeroDivisionError):
            play.play_in_terminal(engine, engine.flow(SHORT), 2.0)
        engine.close()
    (file,) = engine.paths.state.glob("longstride-run-*.json")
    (session,) = json.loads(file.read_text())["sessions"]
    assert {step["step"] for step in session["steps"]} == {0}
