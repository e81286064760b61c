"""Told while the window is closed: what Settings has the system do for it."""

import os
from pathlib import Path

import pytest

from longstride.records.closed import closed_schedule
from paper_notifiers import PaperPortal
from ui.house import House
from ui.reminders.being_told import WISHES, desk, settings_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_while_closed_the_system_sees_to_it_as_long_as_that_is_wanted(
    house: House, desktop: PaperPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called, unit = system_of_paper(house, tmp_path, monkeypatch)
    page = settings_page(house)
    page.reminders.closed.setChecked(True)
    house.reads(f"{unit} sees to it.")
    assert f"enable --now {unit.name}" in called.read_text()
    unit.write_text("of a program that has moved since")
    desk(house).closed.keep()
    house.wait_for_tasks()
    assert "OnCalendar" in unit.read_text()
    page.reminders.closed.setChecked(False)
    page.reminders.closed.setChecked(True)
    page.reminders.closed.setChecked(False)
    house.qtbot.waitUntil(lambda: not unit.exists())
    house.wait_for_tasks()
    house.reads("or Longstride is closed.")


def test_a_system_that_does_not_take_it_is_named(
    house: House, desktop: PaperPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, unit = system_of_paper(house, tmp_path, monkeypatch)
    unit.parent.parent.mkdir(parents=True)
    unit.parent.write_text("in the way")
    settings_page(house).reminders.closed.setChecked(True)
    house.reads("so nothing can remind you while Longstride is closed")


def system_of_paper(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """Put a systemctl on the path that writes down what it is told; return that, and the timer."""
    called, config = tmp_path / "called", tmp_path / "own"
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/systemctl"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{called}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    return called, closed_schedule(house.engine.paths, WISHES, os.environ).place
