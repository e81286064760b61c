"""A program that is asked to end, as when the desktop's session does, ends as if it were closed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fault.harms import locked
from fault.telling import Window
from longstride.journal.journal import Journal
from longstride.paths import find_paths
from ui.house import NOW, SHORT, own_places
from wanted import wanting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def test_a_flow_that_is_led_keeps_its_place(tmp_path: Path) -> None:
    own_places(tmp_path)
    with Window(tmp_path) as first:
        assert first.stands()
        first.say(f"start {SHORT}")
        assert first.hear("leads")
        first.process.terminate()
        code, said = first.ended()
    paths = find_paths(tmp_path, {})
    assert code == 0, said
    assert "Traceback" not in said
    assert "geometry" in json.loads(paths.window_file.read_text())
    journal = Journal(paths.journal, lambda: NOW)
    session = journal.interrupted()
    assert session is not None
    assert (session.flow, session.next_step) == (SHORT, 0)
    assert {step.step for step in session.steps} == {0}
    journal.dispose()
    with Window(tmp_path) as again:  # nothing of the first one is in its way
        assert again.stands()
        again.end()


def test_what_the_journal_does_not_take_then_is_in_a_file(tmp_path: Path) -> None:
    paths = own_places(tmp_path)
    with Window(tmp_path) as first:
        assert first.stands()
        first.say(f"start {SHORT}")
        assert first.hear("leads")
        with locked(paths.journal, "BEGIN IMMEDIATE"):
            first.process.send_signal(signal.SIGINT)  # as Ctrl-C where it was started
            assert first.ended()[0] == 0
    (file,) = paths.state.glob("longstride-run-*.json")
    assert [session["flow"] for session in json.loads(file.read_text())["sessions"]] == [SHORT]


def test_nohup_is_heeded(tmp_path: Path) -> None:
    with Window(tmp_path, before=("nohup",)) as first:
        assert first.stands()
        first.process.send_signal(signal.SIGHUP)
        first.end()


# What a second start says where the first one hangs, and nobody reads its stderr


@wanting("xdotool", screen=True)
def test_a_second_start_from_an_icon_is_told_in_a_window(tmp_path: Path) -> None:
    from benchmarks.windows import screen

    with screen() as shown, Window(tmp_path) as hung:
        environment = {**os.environ, **shown}
        assert hung.stands()
        hung.process.send_signal(signal.SIGSTOP)
        with Window(tmp_path, environment=environment) as later:
            window = find("--name", "^Longstride$", environment=environment)
            for order in (("windowfocus", "--sync", window), ("key", "Return")):
                subprocess.run(["xdotool", *order], env=environment, check=True)
            code, said = later.ended()
        hung.process.send_signal(signal.SIGCONT)
    assert code == 2
    assert "does not answer" in said


def find(*words: str, environment: dict[str, str]) -> str:
    """Wait for a window, and return its number."""
    order = ["xdotool", "search", "--sync", "--onlyvisible", *words]
    found = subprocess.run(order, env=environment, capture_output=True, text=True, check=True)
    return found.stdout.split()[0]
