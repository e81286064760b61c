"""In the whole window, on a real bus: told in time, answered by a press, silent once done."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from another_longstride import another_longstride
from longstride.core.flow.plan import Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.reminder import LONGEST_LOOK
from longstride.desktop.notifications.way import WayName
from longstride.paths import Paths
from longstride.ui.intentions.plan import SetTimes
from longstride.ui.reminders.desk import ReminderDesk
from longstride.ui.shown.reminders import ReminderState
from longstride.ui.widgets.notice import Notice
from paper_notifiers import PaperPortal
from ui.house import NOW, SHORT, House
from ui.reminders.being_told import WISHES, desk, looked, opened, settings_page, shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
Build = Callable[..., House]
AT_SIX = "longstride-reminder"


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
    house.qtbot.waitUntil(house.window.page("today").next_flow.start.hasFocus)
    house.qtbot.waitUntil(lambda: desktop.shown == {})  # the desktop takes its time
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
    house.press("Done")
    house.wait_for_tasks()
    looked(house, NOW + timedelta(minutes=32))
    assert desktop.came == 1
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop, 2)


def test_a_flow_in_a_terminal_holds_it(house: House, paths: Paths, desktop: PaperPortal) -> None:
    shown(house, desktop)
    with another_longstride() as terminal:
        (paths.data / "play.lock").write_text(f"{terminal}\n")
        looked(house, NOW + timedelta(days=1))
        assert desktop.came == 1
        assert desk(house)._timer.interval() == LONGEST_LOOK
        settings_page(house).choose("snooze", 45)
        house.wait_for_tasks()
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop, 2)


def test_a_flow_that_is_begun_while_it_is_looked_holds_it(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.engine.now = lambda: NOW + timedelta(days=1)
    told = desk(house)._reminded.read().slots
    desk(house).look()
    house.start()
    assert desktop.came == 1
    assert desk(house)._reminded.read().slots == told


def test_what_is_shown_goes_when_the_day_s_flow_is_done_or_none_is_wanted(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.start()
    house.hear_to_the_end()
    house.press("Done")
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    looked(house, NOW + timedelta(days=1))
    shown(house, desktop, 2)
    page = settings_page(house)
    page.reminders.switch.setChecked(False)
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    assert not desk(house)._timer.isActive()


def test_of_two_windows_one_tells(
    build: Build, paths: Paths, house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    other = build(paths).open()
    desk(other).look()
    other.wait_for_tasks()
    assert desktop.came == 1


def test_who_answers_after_the_window_is_gone_is_not_heard(house: House) -> None:
    gone = ReminderDesk(house.application._front)
    notifications, closed = gone.notifications, gone.closed
    delete(gone)
    notifications.found.emit(WayName.TRAY)
    closed.kept.emit("/here", "")
    assert gone._stands == ReminderState()


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
    house.reads("Your desktop reminds you, with Start and Later.")
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
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    house = opened(build, paths)
    other = QWidget()
    other.show()
    other.activateWindow()
    house.qtbot.waitUntil(other.isActiveWindow)
    house.window.show_notice("other", Notice("Something else is in the way."))
    looked(house, NOW + timedelta(days=1))
    house.qtbot.waitUntil(lambda: len(house.window.notices) == 2)
    assert "Hip extension base" in house.window.notices[0]
    assert QApplication.activeWindow() is other
    assert desk(house)._stands.way is WayName.ALERT
    other.close()
    house.press("Start")  # of the notice
    house.qtbot.waitUntil(house.window.page("today").next_flow.start.hasFocus)
    assert house.window.notices == ("Something else is in the way.",)


def overwritten(journal: Path) -> None:
    journal.write_bytes(b"something else")


def of_a_newer_longstride(journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as found, found:
        found.execute("UPDATE alembic_version SET version_num = 'from later'")


@pytest.mark.parametrize("harm", [Path.unlink, overwritten, of_a_newer_longstride])
def test_a_journal_that_cannot_be_read_has_nothing_told(
    house: House, paths: Paths, desktop: PaperPortal, harm: Callable[[Path], None]
) -> None:
    shown(house, desktop)
    house.engine.records.let_go()
    harm(paths.journal)
    looked(house, NOW + timedelta(days=1))
    assert desktop.came == 1
    assert desk(house)._timer.isActive()
    assert desk(house)._stands.trouble == ""


def test_a_journal_that_another_program_locks_is_looked_at_later(
    house: House, paths: Paths, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.engine.records.let_go()
    with closing(sqlite3.connect(paths.journal)) as other:
        other.execute("BEGIN EXCLUSIVE")
        looked(house, NOW + timedelta(days=1))
        assert desktop.came == 1
    house.engine.now = lambda: NOW + timedelta(days=1)
    desk(house)._waking.woke.emit()  # as after a sleep
    shown(house, desktop, 2)


def test_what_is_pressed_while_a_flow_runs_leaves_it_alone(
    house: House, desktop: PaperPortal
) -> None:
    shown(house, desktop)
    house.start()
    desktop.press(AT_SIX, "start")
    house.qtbot.waitUntil(lambda: desktop.shown == {})
    assert house.leading and house.playing


def test_what_cannot_be_remembered_is_not_told_and_said(
    build: Build, paths: Paths, desktop: PaperPortal
) -> None:
    paths.reminders.write_text("in the way")
    house = opened(build, paths)
    assert desktop.came == 0
    settings_page(house)
    house.reads("Reminders cannot be remembered in")
