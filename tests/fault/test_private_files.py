"""Whatever the umask: all that the program writes of the athlete's is for the athlete's eyes."""

import logging
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fault.short_moves import NAME, write_flow
from longstride.command.main import main
from longstride.paths import find_paths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")

WINDOW = Path(__file__).with_name("window_until_killed.py")


def open_to_others(top: Path) -> list[str]:
    """Name everything under a folder that anyone but its owner can reach."""
    everything = [top, *top.rglob("*")]
    return [str(each) for each in everything if stat.S_IMODE(each.lstat().st_mode) & 0o077]


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """Let everyone read and write what is made, unless its maker thinks of it."""
    before = os.umask(0)
    yield
    os.umask(before)
    for open_file in logging.getLogger("longstride").handlers:
        open_file.close()


def run(folder: Path, *verb: str) -> None:
    assert main(["--data-dir", str(folder), *verb]) == 0


def test_everything_written_is_the_owners_alone(tmp_path: Path) -> None:
    top = tmp_path / "deep" / "own"
    run(top, "list")
    write_flow(find_paths(top, {}).flows)
    (top / "data" / "flows" / f"{NAME}.toml").chmod(0o600)
    run(top, "play", NAME, "--no-window", "--speed", "1000")
    run(top, "show", NAME)  # which waits for every clip
    run(top, "backup")
    assert (top / "state" / "longstride.log").stat().st_size > 0
    assert list((top / "cache" / "clips").glob("*.clip")) != []
    assert list((top / "data" / "backups").glob("*.sqlite")) != []
    assert open_to_others(tmp_path / "deep") == []


def test_what_a_killed_window_leaves_is_the_owners_alone(tmp_path: Path) -> None:
    top = tmp_path / "own"
    run(top, "list")
    write_flow(find_paths(top, {}).flows)
    (top / "data" / "flows" / f"{NAME}.toml").chmod(0o600)
    command = (sys.executable, str(WINDOW), str(top), NAME, "20")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        window.stdout.readline()
        window.send_signal(signal.SIGKILL)
    assert open_to_others(top) == []


def test_the_records_an_athlete_saves_are_private_and_sound_is_not(tmp_path: Path) -> None:
    top = tmp_path / "own"
    for kind, name in (("--json", "all.json"), ("--csv", "tables"), ("--csv", "tables.zip")):
        run(top, "export", kind, str(tmp_path / name))
    write_flow(find_paths(top, {}).flows)
    run(top, "render", NAME, "-o", str(tmp_path / "flow.flac"))
    assert open_to_others(tmp_path / "tables") == []
    for name in ("all.json", "tables.zip"):
        assert open_to_others(tmp_path / name) == []
    assert stat.S_IMODE((tmp_path / "flow.flac").stat().st_mode) == 0o666
