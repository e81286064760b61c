"""Two starts over one data folder are one window, whenever they come.

One pair starts in the same instant, or so many as LONGSTRIDE_PAIRS says.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fault.telling import OFFSCREEN, Window
from ui.house import SHORT_FLOW

PAIRS = int(os.environ.get("LONGSTRIDE_PAIRS", "1"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "Club night.flow.toml"
    file.write_text(SHORT_FLOW.replace("Two steps", "Club night"))
    return file


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "longstride", "--data-dir", str(folder), *words],
        env=OFFSCREEN,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("pair", range(PAIRS))
def test_two_in_the_same_instant_are_one_window(tmp_path: Path, pair: int) -> None:
    with Window(tmp_path) as one, Window(tmp_path) as other:
        first, second = (one, other) if one.stands() else (other, one)
        code, _ = second.ended()
        assert code == 0
        assert not [each for each in second.told if each["what"] == "stands"]
        assert first is one or first.stands()
        assert first.hear("asked")
        first.end()


def test_a_later_start_opens_its_file_in_the_window(tmp_path: Path, club: Path) -> None:
    with Window(tmp_path) as first:
        assert first.stands()
        for named in (club.name, club.as_uri()):
            with Window(tmp_path, named, cwd=tmp_path) as later:
                assert later.ended()[0] == 0
            asked = first.hear("asked")
            assert asked is not None
            assert asked["flows"] == [str(club)] or Path(asked["flows"][0]).samefile(club)
            assert first.hear("shows") == {"what": "shows", "flow": "club-night"}
        first.end()


def test_a_file_that_the_system_hands_over_is_opened(tmp_path: Path) -> None:
    """As macOS does, where a second start never comes to be."""
    file = tmp_path / "club-night.flow.toml"
    file.write_text(SHORT_FLOW)
    with Window(tmp_path) as first:
        assert first.stands()
        first.say(f"hand-over {file}")
        assert first.hear("shows") == {"what": "shows", "flow": "club-night"}
        first.end()


def test_a_flow_that_is_led_goes_on(tmp_path: Path, club: Path) -> None:
    with Window(tmp_path) as first:
        assert first.stands()
        first.say("start post-run-five")
        assert first.hear("leads")
        with Window(tmp_path, str(club)) as later:
            code, _ = later.ended()
        assert code == 0
        asked = first.hear("asked")
        assert asked is not None
        assert asked["led"]
        before = position(first)
        while position(first) == before:
            pass
        assert not [each for each in first.told if each["what"] == "shows"]


def position(window: Window) -> int:
    """Return where the flow that is led is, in ms."""
    window.say("where")
    at = window.hear("at")
    assert at is not None
    return int(at["position"])


def test_other_commands_work_beside_the_window(tmp_path: Path, club: Path) -> None:
    with Window(tmp_path) as first:
        assert first.stands()
        played = command(tmp_path, "play", str(club), "--no-window", "--speed", "900")
        assert played.returncode == 0, played.stderr
        told = command(tmp_path, "history", "--json")
        assert json.loads(told.stdout)[0]["flow"] == "club-night"
        mistyped = command(tmp_path, "play", "post-run-fiv")
        assert mistyped.returncode == 2
        assert 'did you mean "post-run-five"' in mistyped.stderr
        first.end()


def test_one_that_was_killed_is_in_nobodys_way(tmp_path: Path) -> None:
    with Window(tmp_path) as killed:
        assert killed.stands()
        killed.process.kill()
        killed.process.wait()
        with Window(tmp_path) as again:
            assert again.stands()
            with Window(tmp_path) as later:
                assert later.ended()[0] == 0
            assert again.hear("asked")


def test_one_that_hangs_is_told_in_a_sentence(tmp_path: Path) -> None:
    with Window(tmp_path) as hung:
        assert hung.stands()
        hung.process.send_signal(signal.SIGSTOP)
        with Window(tmp_path) as later:
            code, said = later.ended()
        hung.process.send_signal(signal.SIGCONT)
    assert code == 2
    assert "open already, but its window does not answer" in said
    assert len(said.splitlines()) == 1


def test_play_plays_in_the_window_that_comes_or_that_stands(tmp_path: Path, club: Path) -> None:
    with Window(tmp_path, "play", "post-run-five", "--talk", "tones") as first:
        assert first.hear("leads")
        first.end()
    with Window(tmp_path) as first:
        assert first.stands()
        assert command(tmp_path, "play", str(club), "--rate", "200").returncode == 0
        assert first.hear("leads")
        first.end()
