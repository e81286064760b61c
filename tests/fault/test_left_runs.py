"""A run that the program had to leave in a file at its end: the next start takes it back."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from fault.harms import locked, no_larger_than
from longstride.core.history.session import Session
from longstride.paths import Paths
from longstride.records.unwritten import Unwritten
from longstride.settings import Settings
from longstride.ui.records.files_desk import what_was_left
from ui.house import NOW, House, PaperEngine, own_places

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)"),
    pytest.mark.usefixtures("temporary"),
]

Build = Callable[..., House]
OFFER = "Put it in the journal"


def leave_a_run(house: House) -> Path:
    """Have the program end in the middle of a flow while another one holds the journal."""
    house.open().start(stiffness=6)
    house.engine.records.unwritten._now = lambda: NOW + timedelta(minutes=2)
    with locked(house.engine.paths.journal):
        house.hear_until(house.run.player.timeline.step_starts[1] + 10)
        house.application.close()
    (left,) = house.engine.records.unwritten.left
    return left


@pytest.fixture
def spoilt(paths: Paths) -> Path:
    """A file of a run that something has damaged since."""
    file = paths.state / "longstride-run-2026-11-22-180400.json"
    file.write_text("{")
    return file


def only_session(house: House) -> Session:
    (session,) = house.engine.records.journal.sessions()
    return session


def test_the_next_start_has_it_before_anyone_goes_on(build: Build) -> None:
    left = leave_a_run(build())
    house = build().open()
    house.wait_for_tasks()
    house.reads("stopped at step 2 of 2")
    session = only_session(house)
    assert (session.next_step, session.stiffness_before) == (1, 6)
    assert {step.step for step in session.steps} == {0, 1}
    assert not left.exists()
    assert house.window.notices == ()


def test_one_that_cannot_be_taken_in_is_said_and_offered(build: Build, spoilt: Path) -> None:
    house = build().open()
    house.qtbot.waitUntil(lambda: house.window.notices == (what_was_left((spoilt,)),))
    house.press("Dismiss this notice")
    assert house.window.notices == ()
    again = build().open()
    again.press(OFFER)
    again.qtbot.waitUntil(
        lambda: any("cannot be imported" in text for text in again.window.notices)
    )
    assert spoilt.exists()


def test_it_is_found_among_the_temporary_files_too(
    build: Build, paths: Paths, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = build()
    with monkeypatch.context() as patch:
        patch.setattr(house.engine.records.unwritten, "_folder", paths.state / "gone")
        elsewhere = leave_a_run(house)
    assert elsewhere.parent == temporary
    assert PaperEngine(own_places(temporary / "other"), Settings()).records.unwritten.left == ()
    patched = house.engine.records.unwritten
    patched._folder = paths.state / "gone"
    assert patched.left == (elsewhere,)


def test_a_disk_without_room_for_a_temporary_file_does_not_hide_it(
    spoilt: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python tries each folder of temporary files with one, and where all refuse has none."""
    unwritten = Unwritten(lambda: NOW, paths.state)
    monkeypatch.setattr(tempfile, "tempdir", None)
    with no_larger_than(0):
        assert unwritten.left == (spoilt,)
        unwritten.hand_back(lambda _: None)
        unwritten.let_go(paths.state / "another.json")


def test_what_others_put_there_is_left_alone(paths: Paths, tmp_path: Path) -> None:
    engine = PaperEngine(paths, Settings())
    stranger = tmp_path / "stranger.json"
    stranger.write_text("{}")
    (paths.state / "longstride-run-1.json").symlink_to(stranger)
    (paths.state / "longstride-run-2.json").mkdir()
    assert engine.records.unwritten.left == ()
    engine.records.unwritten.let_go(stranger)
    assert stranger.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give")
def test_a_file_of_another_user_is_left_alone(paths: Paths) -> None:
    engine = PaperEngine(paths, Settings())
    given = paths.state / "longstride-run-1.json"
    given.write_text("{}")
    assert engine.records.unwritten.left == (given,)
    os.chown(given, 65534, -1)
    assert engine.records.unwritten.left == ()


def test_an_import_by_hand_lets_it_go(build: Build, tmp_path: Path) -> None:
    left = leave_a_run(build())
    shutil.copy(left, copy := tmp_path / "copy.json")
    engine = build().engine
    engine.records.take_in(copy)
    assert left.exists()
    assert copy.exists()
    assert engine.records.take_in(left) == "There was nothing new in it."
    assert not left.exists()
    engine.close()


def test_doctor_names_it(build: Build, paths: Paths) -> None:
    left = leave_a_run(build())
    command = [sys.executable, "-m", "longstride", "--data-dir", str(paths.data.parent), "doctor"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert f"longstride import {left}" in said.stdout


def test_several_are_named() -> None:
    assert "2 of your runs" in what_was_left((Path("/a"), Path("/b")))
    assert "/a and /b" in what_was_left((Path("/a"), Path("/b")))
