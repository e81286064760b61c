"""Reminders on Settings, by hand."""

from dataclasses import replace
from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from longstride.settings import Settings
from longstride.ui.intentions.window import ChangeSettings, TryReminder
from longstride.ui.look.theme import Theme
from longstride.ui.settings.page import SettingsPage
from longstride.ui.shown.reminders import ReminderState
from longstride.ui.widgets.choice import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ON = Settings(remind=True, remind_times=(time(17, 30),))


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.show_settings(ON, ())
    return made


def pick(choice: Choice, value: object) -> None:
    index = choice.values.index(value)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def test_each_change_counts_at_once(page: SettingsPage) -> None:
    heard: list[object] = []
    page.wants.connect(heard.append)
    card, wanted = page.reminders, ON
    for change, values in (
        (lambda: pick(card.times[1], time(7)), {"remind_times": (time(7), time(17, 30))}),
        (lambda: pick(card.times[0], time(18)), {"remind_times": (time(17, 30), time(18))}),
        (card.days.toggles[5].toggle, {"remind_days": (0, 1, 2, 3, 4, 6)}),
        (lambda: pick(card.quiet["quiet_from"], time(22)), {"quiet_from": time(22)}),
        (lambda: pick(card.quiet["quiet_until"], time(22)), {"quiet_until": time(22)}),
        (lambda: card.snooze.level.setValue(45), {"snooze": 45}),
        (card.closed.toggle, {"remind_closed": True}),
        (card.switch.toggle, {"remind": False}),
    ):
        change()
        wanted = replace(wanted, **values)  # type: ignore[arg-type]
        assert heard[-1] == ChangeSettings(wanted)
        page.show_settings(wanted, ())
    assert len(heard) == 8
    card.try_button.click()
    assert heard[-1] == TryReminder()


def test_what_is_of_no_use_yet_is_not_there(page: SettingsPage) -> None:
    card = page.reminders
    card.show_reminding(ReminderState(trouble="No room."), date(2026, 11, 20))
    assert card.snooze.isVisible()
    page.show_settings(Settings(), ())
    assert not card.snooze.isVisible()
    assert card.try_button.isVisible()


def test_days_begin_as_weeks_do(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_settings(ON, (), week_start=6)
    toggles = page.reminders.days.toggles
    qtbot.waitUntil(lambda: toggles[6].x() < toggles[0].x() < toggles[5].x())
    page.show_settings(ON, (), week_start=0)
    qtbot.waitUntil(lambda: toggles[0].x() < toggles[5].x() < toggles[6].x())


def test_two_times_are_never_the_same(page: SettingsPage) -> None:
    first, second = page.reminders.times
    assert time(17, 30) not in second.values
    odd = replace(ON, remind_times=(time(6, 1), time(20, 2)))
    page.show_settings(odd, ())
    assert (first.value, second.value) == odd.remind_times


def test_what_a_time_is_for_stands_with_it(page: SettingsPage) -> None:
    page.show_settings(replace(ON, remind_times=(time(7, 30), time(20))), ())
    card = page.reminders
    shown = [choice.currentText() for choice in (*card.times, *card.quiet.values())]
    assert shown == ["07:30", "20:00 too", "21:00 until", "07:00"]


def test_it_is_brought_into_sight(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_reminders()
    qtbot.waitUntil(lambda: not page.reminders.switch.visibleRegion().isEmpty())
    assert page.reminders.switch.hasFocus()
