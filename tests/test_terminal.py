"""A flow led in a real terminal, by real keys."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

WAITS = """
title = "Waits"
talk = "tones"
[[step]]
drill = "glute-bridge"
reps = 1
get_ready = 1
rest_after = "until I am ready"
[[step]]
drill = "glute-bridge"
reps = 1
get_ready = 1
"""


def answered(terminal: int, prompt: bytes, key: bytes) -> str:
    """Press a key at the prompt and return all that was printed after it."""
    heard = b""
    while prompt not in heard:
        heard += os.read(terminal, 1024)
    os.write(terminal, key)
    after = b""
    try:
        while more := os.read(terminal, 1024):
            after += more
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    return after.decode()


@pytest.mark.parametrize("key", [b" ", b"\r", b"x "])
def test_a_rest_until_ready_ends_with_a_key(tmp_path: Path, key: bytes) -> None:
    flow = tmp_path / "waits.toml"
    flow.write_text(WAITS)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "longstride", "--data-dir", str(tmp_path), "play", str(flow)]
    with subprocess.Popen(
        [*command, "--no-window", "--speed", "100"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as run:
        os.close(theirs)
        after = answered(ours, b"when you are ready.", key)
    os.close(ours)
    assert run.returncode == 0
    assert "Stopped" not in after
