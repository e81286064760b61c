"""Where the window stood is remembered, whatever has become of the screens or the file."""

import base64
import json
import os
import stat
import struct
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from longstride.paths import Paths
from longstride.ui.shell.memory import SIZE, WindowMemory
from longstride.ui.shown.display import Display, display_choices
from ui.house import House

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MAGIC, VERSION = 0x1D9D0CB, 3
Build = Callable[..., House]


def saved(place: QRect, screen: tuple[int, int], state: bytes = b"\0\0") -> str:
    """Return a geometry as Qt saves it: a window at a place on a screen of a width."""
    rect = struct.pack(">iiii", place.left(), place.top(), place.right(), place.bottom())
    head = struct.pack(">IHH", MAGIC, VERSION, 0)
    number, width = screen
    blob = head + rect + rect + struct.pack(">i", number) + state + struct.pack(">i", width) + rect
    return base64.b64encode(blob).decode()


def written(file: Path, geometry: str, display: object = ("", "")) -> WindowMemory:
    file.write_text(json.dumps({"geometry": geometry, "display": display}))
    return WindowMemory(file)


def test_size_place_and_state_come_back(build: Build, paths: Paths) -> None:
    first = build().open()
    first.window.setGeometry(60, 50, 640, 500)
    first.window.showMaximized()
    first.qtbot.waitUntil(first.window.isMaximized)
    first.window.close()
    first.application.close()
    assert stat.S_IMODE(paths.window_file.stat().st_mode) == 0o600
    again = build().open()
    again.qtbot.waitUntil(again.window.isMaximized)
    again.window.showNormal()
    again.qtbot.waitUntil(lambda: again.window.width() == 640)
    assert again.window.geometry() == QRect(60, 50, 640, 500)


def test_a_window_closed_in_full_screen_is_a_window_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    written(tmp_path / "w", saved(QRect(10, 10, 500, 400), (0, 800), b"\0\1")).restore(window)
    assert not window.isFullScreen()


def test_the_first_time_it_fits_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    WindowMemory(tmp_path / "none").restore(window)
    room = window.screen().availableSize()
    assert room.width() < SIZE.width()
    assert window.windowState() is Qt.WindowState.WindowMaximized
    assert window.width() < room.width(), "no room for its frame when it is a window again"
    assert window.height() < room.height()


numbers = st.integers(-(2**31), 2**31 - 1) | st.integers(-3000, 3000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.tuples(numbers, numbers, numbers, numbers), numbers, numbers)
def test_it_always_stands_where_it_can_be_reached(
    qtbot: QtBot,
    tmp_path: Path,
    corners: tuple[int, int, int, int],
    screen: int,
    width: int,
) -> None:
    window = QWidget()
    window.setMinimumSize(480, 480)
    place = QRect()
    place.setCoords(*corners)
    written(tmp_path / "w", saved(place, (screen, width))).restore(window)
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry()), window.geometry()
    window.deleteLater()


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"[" * 70_000,
        b"\xff\xfe",
        b"[]",
        b'{"geometry": 3, "display": null}',
        b'{"geometry": "\\ud800", "display": ["\\ud800", "\\u0000"]}',
        b'{"geometry": "AdnQywAD", "display": ["A", "B", "C"]}',
        b'{"geometry": "!!!", "display": ["", ""]}',
        b'{"geometry": "!!!", "display": ["", ""], "soreness_left": "2026-13-01"}',
        b'{"geometry": "!!!", "display": ["", ""], "soreness_left": [3]}',
    ],
)
def test_a_broken_file_is_no_obstacle(qtbot: QtBot, tmp_path: Path, held: bytes) -> None:
    file = tmp_path / "window.json"
    file.write_bytes(held)
    window = QWidget()
    qtbot.addWidget(window)
    memory = WindowMemory(file)
    memory.restore(window)
    assert window.screen().availableGeometry().contains(window.geometry())
    memory.keep(window)
    assert json.loads(file.read_bytes())["geometry"]


def test_a_day_on_which_nothing_is_asked_comes_back_and_spoils_nothing(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    first = WindowMemory(file)
    first.choose(Display("HDMI-1", "7"))
    assert WindowMemory(file).soreness_left is None
    first.leave_soreness(date(2026, 11, 20))
    again = WindowMemory(file)
    assert (again.soreness_left, again.display) == (date(2026, 11, 20), Display("HDMI-1", "7"))
    file.write_text(file.read_text().replace("2026-11-20", "some day"))
    spoilt = WindowMemory(file)
    assert (spoilt.soreness_left, spoilt.display) == (None, Display("HDMI-1", "7"))


def test_a_place_that_cannot_be_written_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    WindowMemory(tmp_path / "gone" / "window.json").keep(window)


# The display that the player fills


def test_a_display_is_known_by_its_serial_number_or_its_name(qapp: object) -> None:
    screens = QGuiApplication.screens()
    here = Display.of(screens[0])
    assert here.among(screens) is screens[0]
    assert Display(here.name, "another").among(screens) is None
    assert Display("HDMI-9").among(screens) is None


def test_a_display_that_is_gone_can_still_be_seen(qapp: object) -> None:
    gone = Display("HDMI-9", "X1")
    choices = display_choices(gone)
    assert choices[0] == ("The one the window is on", None)
    assert ("HDMI-9 (not connected)", gone) in choices


SCREENS = [
    {"name": name, "x": x, "y": 0, "width": 1000, "height": 800, "logicalDpi": 96, "dpr": 1}
    for name, x in (("Desk", 0), ("Wall", 1000))
]


def test_the_player_fills_the_chosen_display(tmp_path: Path) -> None:
    """In a process of its own, because only there can Qt be given two screens."""
    (tmp_path / "screens.json").write_text(json.dumps({"screens": SCREENS}))
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("two_displays.py")), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path}/screens.json"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "offered The one the window is on, Desk, Wall",
        "chosen Wall, full screen on Wall",
        "back on Desk, 500 x 480",
        "remembered, full screen on Wall",
        "gone, full screen on Desk",
    ]


def test_one_display_is_no_choice(house: House) -> None:
    house.window.show_page("settings")
    house.wait_for_tasks()
    row = house.window.page("settings").display_row
    assert not row.isVisible()
    assert Qt.WindowState.WindowFullScreen not in house.window.windowState()
