"""A flow led in a real terminal whose end cannot be written, and somebody who mends that."""

import json
import os
import pty
import signal
import subprocess
import sys

import pytest

from fault.harms import locked
from fault.short_moves import NAME, write_flow
from longstride.paths import Paths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")


def command(paths: Paths, *verb: str) -> list[str]:
    return [sys.executable, "-m", "longstride", "--data-dir", str(paths.data.parent), *verb]


def read_until(terminal: int, words: bytes) -> str:
    """Return what a terminal says up to these words, or to its end."""
    heard = b""
    try:
        while words not in heard and (more := os.read(terminal, 1024)):
            heard += more
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    return heard.decode()


@pytest.mark.parametrize(("mended", "code", "sessions"), [(True, 0, 1), (False, 2, 0)])
def test_what_is_left_is_written_when_asked_to_or_left(
    paths: Paths, mended: bool, code: int, sessions: int
) -> None:
    write_flow(paths.flows)
    ours, theirs = pty.openpty()
    play = command(paths, "play", NAME, "--no-window", "--speed", "1000")
    with locked(paths.journal, "BEGIN IMMEDIATE"):
        run = subprocess.Popen(play, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        said = read_until(ours, b"leave the rest unwritten.")
        assert "in use by another program" in said
        assert "That was it." in said
    if mended:
        os.write(ours, b"\n")
    else:
        run.send_signal(signal.SIGINT)
    read_until(ours, b"never said")
    assert run.wait() == code
    os.close(ours)
    told = subprocess.run(
        command(paths, "history", "--json"), capture_output=True, text=True, check=True
    )
    assert len(json.loads(told.stdout)) == sessions
