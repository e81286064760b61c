"""What starts the reminders while the window is closed, with programs that only write down."""

import os
import plistlib
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from longstride.core.errors import FileError
from longstride.desktop.schedule.command import own_words
from longstride.desktop.schedule.schedule import Schedule, schedule
from longstride.desktop.schedule.texts import (
    launch_agent,
    systemd_timer,
    systemd_unit,
    windows_task,
)
from wanted import want

TIMES = (time(7, 30), time(18, 20))
ODD = '/opt/50% "long" $HOME\\stride/longstride'
linux = pytest.mark.skipif(sys.platform != "linux", reason="units of systemd, and /bin/sh")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file in which programs write down how they were called; systemctl obeys."""
    told = tmp_path / "told"
    folder = tmp_path / "bin"
    folder.mkdir()
    put_program(folder / "systemctl", f'echo "systemctl $@" >> "{told}"')
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return told


def put_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def a_schedule(home: Path, *words: str, times: tuple[time, ...] = TIMES) -> Schedule:
    return schedule(words or ("/bin/longstride", "remind"), times, home, {"HOME": str(home)})


def test_a_timer_wakes_each_quarter_and_at_the_times_between() -> None:
    text = systemd_timer(TIMES)
    assert text.count("OnCalendar=") == 2
    assert "OnCalendar=*:0/15\n" in text
    assert "OnCalendar=*-*-* 18:20:00\n" in text


@linux
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    want("systemd-analyze")
    (tmp_path / "a b").mkdir()
    put_program(tmp_path / "a b" / "longstride", "true")
    words = (str(tmp_path / "a b" / "longstride"), "--data-dir", "/50% of $HOME", "remind")
    (tmp_path / "r.service").write_text(systemd_unit("r", words, {"XDG_DATA_HOME": "/a %h $b"}))
    (tmp_path / "r.timer").write_text(systemd_timer(TIMES))
    units = [str(tmp_path / "r.timer"), str(tmp_path / "r.service")]
    run = ["systemd-analyze", "--user", "--man=no", "--recursive-errors=no", "verify", *units]
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(run, capture_output=True, text=True, check=False, env=environ)
    assert (done.returncode, done.stderr) == (0, "")


def unit_words(text: str) -> list[str]:
    """Return the words of a unit's command as systemd reads them."""
    (line,) = [each for each in text.splitlines() if each.startswith("ExecStart=")]
    words = line.removeprefix("ExecStart=")[1:-1].split('" "')
    plain = (each.replace("$$", "$").replace("%%", "%") for each in words)
    return [each.replace('\\"', '"').replace("\\\\", "\\") for each in plain]


@linux
def test_a_program_that_is_gone_takes_its_units_away(programs: Path, tmp_path: Path) -> None:
    mine = a_schedule(tmp_path, str(tmp_path / ODD[1:].replace("/", "_")), "remind")
    mine.install()
    words = unit_words(mine.files[mine.place.with_suffix(".service")].decode())
    put_program(Path(words[4]), f'echo "reminds: $@" >> "{programs}"')
    subprocess.run(words, check=True)
    assert programs.read_text().splitlines()[-1] == "reminds: remind"
    assert mine.is_whole
    Path(words[4]).unlink()
    subprocess.run(words, check=True)
    assert not mine.is_installed
    assert "systemctl --user disable --now longstride-remind.timer" in programs.read_text()


@linux
def test_it_is_put_in_place_mended_where_the_program_moved_and_taken_away(
    programs: Path, tmp_path: Path
) -> None:
    mine = a_schedule(tmp_path)
    assert mine.place == tmp_path / ".config/systemd/user/longstride-remind.timer"
    mine.keep(False)
    assert not programs.exists(), "what is not there is left alone"
    mine.keep(True)
    assert programs.read_text().splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now longstride-remind.timer",
    ]
    mine.keep(True)
    assert len(programs.read_text().splitlines()) == 2, "what is whole is left alone"
    moved = a_schedule(tmp_path, "/elsewhere/longstride", "remind")
    assert moved.is_installed
    assert not moved.is_whole
    moved.keep(True)
    assert moved.is_whole
    assert not a_schedule(tmp_path, *("/elsewhere/longstride", "remind"), times=()).is_whole
    moved.keep(False)
    assert not any(mine.place.parent.iterdir())


@linux
def test_another_data_folder_has_a_schedule_of_its_own(tmp_path: Path) -> None:
    one = a_schedule(tmp_path, "longstride", "--data-dir", "/a", "remind")
    assert one.name not in {"longstride-remind", a_schedule(tmp_path, "l", "--data-dir", "/b").name}


@linux
def test_a_system_that_refuses_leaves_nothing_behind(programs: Path, tmp_path: Path) -> None:
    put_program(tmp_path / "bin" / "systemctl", "echo Failed to connect to bus >&2; exit 1")
    with pytest.raises(FileError, match=r"did not take .*Failed to connect to bus"):
        a_schedule(tmp_path).install()
    assert not a_schedule(tmp_path).is_installed
    (tmp_path / "bin" / "systemctl").unlink()
    if shutil.which("systemctl") is None:
        with pytest.raises(FileError, match="This system has no systemctl"):
            a_schedule(tmp_path).install()


@linux
def test_a_folder_that_cannot_be_written_is_a_sentence(programs: Path, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    with pytest.raises(FileError, match=r"longstride-remind\.timer cannot be written"):
        a_schedule(tmp_path).install()
    assert not programs.exists()


def test_macos_is_given_a_property_list(tmp_path: Path) -> None:
    agent = plistlib.loads(launch_agent("org.longstride.r", (ODD, "remind"), TIMES).encode())
    assert agent["ProgramArguments"][3:] == ["org.longstride.r", ODD, "remind"]
    assert {"Hour": 18, "Minute": 20} in agent["StartCalendarInterval"]
    assert len(agent["StartCalendarInterval"]) == 5
    found = schedule(("longstride", "remind"), (), tmp_path, {"HOME": str(tmp_path)}, "darwin")
    assert found.place.parent == tmp_path / "Library/LaunchAgents"


def test_windows_is_given_a_task(tmp_path: Path) -> None:
    words = ("C:\\A & B\\longstride-window.exe", "--data-dir", 'C:\\my "own"\\', "remind")
    found = schedule(words, TIMES, tmp_path, {}, "win32")
    root = ElementTree.fromstring(windows_task(words, TIMES).encode("utf-16"))
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert root.findtext(".//t:Command", namespaces=space) == words[0]
    assert root.findtext(".//t:Arguments", namespaces=space) == (
        '--data-dir "C:\\my \\"own\\"\\\\" remind'
    )
    assert len(root.findall(".//t:CalendarTrigger", space)) == 2
    assert found.place.parent == tmp_path


def test_the_words_that_start_this_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_words({"APPIMAGE": "/home/a/L.AppImage"}) == ("/home/a/L.AppImage",)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert own_words({}, "linux") == (str(tmp_path / "python"), "-m", "longstride")
    put_program(tmp_path / "longstride", "true")
    assert own_words({}, "linux") == (str(tmp_path / "longstride"),)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_words({}, "linux") == (str(tmp_path / "python"),)


def test_folders_that_lie_elsewhere_are_set_for_the_unit(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "XDG_DATA_HOME": "/my 50%", "XDG_CONFIG_HOME": "/c"}
    found = schedule(("longstride", "remind"), (), tmp_path, environ, "linux")
    text = found.files[found.place.with_suffix(".service")].decode()
    assert 'Environment="XDG_DATA_HOME=/my 50%%"\n' in text
    assert found.place == Path("/c/systemd/user/longstride-remind.timer")
