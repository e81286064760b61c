"""Which sound servers Qt is told to ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from longstride.sound.pulse import ask_again_until_answered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")
NEVER = "tcp4:127.0.0.1:1"

Asked = Callable[..., str | None]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Asked:
    """Return what PULSE_SERVER is afterwards, in a home of its own."""

    def ask(**environ: str) -> str | None:
        for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_CLIENTCONFIG", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        ask_again_until_answered()
        ask_again_until_answered()
        return os.environ.get("PULSE_SERVER")

    return ask


def test_the_one_that_never_answers_comes_last_and_once(asked: Asked) -> None:
    own = "unix:/run/user/7/pulse/native unix:/var/run/pulse/native"
    assert asked() == f"{own} {NEVER}"
    assert asked(PULSE_SERVER="tcp:attic") == f"tcp:attic {NEVER}"


@pytest.mark.parametrize("place", [".config/pulse/client.conf", ".pulse/client.conf.d/own.conf"])
def test_a_server_named_in_a_file_is_left_alone(asked: Asked, tmp_path: Path, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir(parents=True)
    file.write_text("# mine\n default-server = tcp:attic\n")
    assert asked() is None
    file.write_text("; default-server = tcp:attic\n")
    assert asked() is not None


def test_a_folder_that_cannot_be_named_in_a_list_is_left_alone(asked: Asked) -> None:
    assert asked(PULSE_RUNTIME_PATH="/run/my own") is None


@pytest.mark.sound
@pytest.mark.parametrize("runtime", ["", "here"])
def test_doctor_says_that_there_is_no_server_and_nothing_more(tmp_path: Path, runtime: str) -> None:
    environ = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": runtime and str(tmp_path)}
    environ.pop("PULSE_SERVER", None)
    command = (sys.executable, "-m", "longstride", "--data-dir", str(tmp_path / "own"), "doctor")
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert "No sound device was found." in done.stdout
    assert done.stderr == ""
