"""In the whole window, on a real bus: told in time, answered by a press, silent once done."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from longstride.core.flow.plan import Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.reminder import LONGEST_LOOK
from longstride.desktop.notifications.way import WayName
from longstride.paths import Paths
from longstride.records.closed import closed_schedule
from longstride.settings import Settings, save_settings
from longstride.ui.intentions.plan import SetTimes
from longstride.ui.reminders.desk import ReminderDesk
from paper_notifiers import PaperPortal, running
from ui.house import NOW, QUIET, SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
Build = Callable[..., House]
WISHES = Settings(**QUIET, remind=True, remind_times=(time(18),))  # type: ignore[arg-type]
AT_SIX = "longstride-reminder"


@pytest.fixture
def desktop(bus: str) -> Iterator[PaperPortal]:
    """The portal of the athlete's desktop."""
    with running(PaperPortal(bus)) as there:
        yield there


@pytest.fixture
def house(build: Build, paths: Paths, desktop: PaperPortal) -> House:
    """A window opened at 18:04, with a reminder wanted at 18:00."""
    return opened(build, paths)


def opened(build: Build, paths: Paths, wishes: Settings = WISHES) -> House:
    save_settings(paths.settings_file, wishes)
    return build(paths).open()


def desk(house: House) -> ReminderDesk:
    return house.application._reminding.desk


def shown(house: House, desktop: PaperPortal, times: int = 1) -> None:
    """Wait until so many have been shown, and nothing more is under way."""
    house.qtbot.waitUntil(lambda: desktop.came == times)
    house.wait_for_tasks()


def looked(house: House, at: datetime) -> None:
    """Look again at a time."""
    house.engine.now = lambda: at
    desk(house).look()
    house.wait_for_tasks()


def test_start_opens_what_today_offers_and_begins_nothing(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    words = desktop.shown[AT_SIX]
    assert words["title"] == "Hip extension base"
    house.window.show_page("settings")
    desktop.press(AT_SIX, "start")
    house.qtbot.waitUntil(lambda: house.window.current_page == "today")
    assert not house.leading
    assert desktop.shown == {}
    looked(house, NOW + timedelta(hours=1))
    assert desktop.came == 1


def test_later_is_as_long_as_it_is_set_and_as_often_as_liked(
    house: House, desktop: PaperPortal
) -> None:
    for times in (1, 2):
        shown(house, desktop, times)
        now = house.engine.now()
        desktop.press(AT_SIX, "later")
        house.qtbot.waitUntil(lambda: desktop.shown == {})
        house.wait_for_tasks()
        looked(house, now + timedelta(minutes=29))
        assert desktop.came == times
        assert desk(house)._timer.interval() <= 60_000
        looked(house, now + timedelta(minutes=30))
    shown(house, desktop, 3)


def test_it_is_taken_back_once_the_flow_is_done_and_held_while_one_runs(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    desktop.press(AT_SIX, "later")
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    house.start()
    looked(house, NOW + timedelta(minutes=31))
    assert desktop.came == 1
    house.hear_to_the_end()
    house.press("Skip")
    house.wait_for_tasks()
    looked(house, NOW + timedelta(minutes=32))
    assert desktop.came == 1
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop, 2)


def test_what_is_shown_goes_when_the_day_s_flow_is_done_or_none_is_wanted(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.start()
    house.hear_to_the_end()
    house.press("Skip")
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop, 2)
    page = settings_page(house)
    page.reminders.switch.setChecked(False)
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    assert not desk(house)._timer.isActive()


def settings_page(house: House) -> QWidget:
    house.window.show_page("settings")
    return house.window.page("settings")


def test_of_two_windows_one_tells(
    build: Build, paths: Paths, house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    other = build(paths).open()
    desk(other).look()
    other.wait_for_tasks()
    assert desktop.came == 1


def test_the_end_of_the_program_takes_it_away(house: House, desktop: PaperPortal) -> None:
    shown(house, desktop)
    house.application.close()
    house.qtbot.waitUntil(lambda: desktop.shown == {})


def test_nothing_looks_where_nothing_is_wanted(
    build: Build, paths: Paths, desktop: PaperPortal
) -> None:
    house = opened(build, paths, replace(WISHES, remind=False))
    assert not desk(house)._timer.isActive()
    page = settings_page(house)
    page.reminders.switch.setChecked(True)  # four minutes past six: from tomorrow on
    house.wait_for_tasks()
    house.qtbot.waitUntil(desk(house)._timer.isActive)
    assert desktop.came == 0
    house.reads("The next one is tomorrow at 18:00")
    assert desk(house)._timer.interval() <= LONGEST_LOOK
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop)


def test_a_day_s_own_time_that_is_past_when_it_is_chosen_is_the_next_one_s(
    build: Build, paths: Paths, desktop: PaperPortal
) -> None:
    house = opened(build, paths, replace(WISHES, remind_days=()))
    today, journal = house.engine.today(), house.engine.records.journal
    week = PlanWeek("Slow", (PlanEntry(house.engine.flow(SHORT).id, times=1),))
    journal.follow(Following(uuid4(), Plan("mine", "Mine", "Me", "To run.", (week,) * 3), today))
    day = Anchor(uuid4(), today.weekday())
    journal.anchor(day)
    house.application.want(SetTimes((replace(day, at=time(17), remind=True),)))
    house.wait_for_tasks()
    looked(house, NOW + timedelta(minutes=1))
    assert desktop.came == 0
    house.application.want(SetTimes((replace(day, at=time(19), remind=True),)))
    house.wait_for_tasks()
    looked(house, NOW + timedelta(hours=1))
    shown(house, desktop)


def test_one_can_be_tried(house: House, desktop: PaperPortal) -> None:
    shown(house, desktop)
    settings_page(house)
    house.reads("Your desktop tells you, with Start and Later.")
    house.press("Try one now")
    shown(house, desktop, 2)
    (name,) = desktop.shown
    desktop.press(name, "later")
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    looked(house, NOW + timedelta(minutes=40))
    assert desktop.came == 2


def test_without_a_desktop_that_shows_anything_the_window_says_it(
    build: Build, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = opened(build, paths)
    other = QWidget()
    other.show()
    other.activateWindow()
    house.qtbot.waitUntil(other.isActiveWindow)
    looked(house, NOW + timedelta(days=1))
    house.qtbot.waitUntil(lambda: len(house.window.notices) == 1)
    assert "Hip extension base" in house.window.notices[0]
    assert QApplication.activeWindow() is other
    assert desk(house)._stands.way is WayName.ALERT
    other.close()
    house.press("Start")


def test_a_journal_of_which_nothing_can_be_read_tells_nothing(
    house: House, paths: Paths, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.engine.records.let_go()
    paths.journal.write_bytes(b"of a newer Longstride")
    looked(house, NOW + timedelta(days=1))
    assert desktop.came == 1
    assert desk(house)._timer.isActive()


def test_what_cannot_be_remembered_is_not_told_and_said(
    build: Build, paths: Paths, desktop: PaperPortal
) -> None:
    paths.reminders.write_text("in the way")
    house = opened(build, paths)
    assert desktop.came == 0
    settings_page(house)
    house.reads("Reminders cannot be remembered in")


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
