"""Flows that the window is opened on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from longstride.bootstrap import open_window
from longstride.core.errors import UnknownFlowError
from longstride.paths import Paths
from longstride.settings import load_settings
from ui.house import SHORT, House, PaperEngine

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_named_flow_is_opened(build: Build) -> None:
    house = build(asked=SHORT).open("flows")
    page = house.window.page("flows")
    house.qtbot.waitUntil(page.detail.isVisible)
    assert page.detail.flow == SHORT


def test_a_flow_from_any_file_can_be_led(build: Build, paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "club.toml"
    file.write_text((paths.flows / f"{SHORT}.toml").read_text().replace("Two steps", "Club night"))
    house = build(asked=str(file)).open("flows")
    house.qtbot.waitUntil(house.window.page("flows").detail.isVisible)
    house.reads("Club night")
    house.start("club")
    assert house.coach.flow.title == "Club night"


def test_an_unknown_flow_opens_no_window(paths: Paths, qapp: QApplication) -> None:
    settings, _ = load_settings(paths.settings_file)
    before = len(qapp.topLevelWidgets())
    with pytest.raises(UnknownFlowError, match='did you mean "two-steps"'):
        open_window(PaperEngine(paths, settings), os.environ, ["two-step"])
    assert len(qapp.topLevelWidgets()) == before
