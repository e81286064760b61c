"""The times of the athlete's days: asked for, said, written, told, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.flow.plan import After
from longstride.core.history.plan.following import Anchor
from longstride.settings import Settings
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import SetTimes
from longstride.ui.look.theme import Theme
from longstride.ui.plan.day_words import set_text, times_lines
from longstride.ui.plan.days_desk import with_times
from longstride.ui.plan.times_dialog import TimesDialog
from longstride.ui.shown.reminders import reminder_text, untold_text
from ui.house import House
from ui.plan.using_plans import following, told
from ui.plan_samples import ANCHORS, TIMED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
MONDAY = TIMED[0]
Ask = Callable[..., TimesDialog]

# in words


def test_days_with_a_time_are_said_by_kind_and_time() -> None:
    assert times_lines(TIMED, 0) == ("Run: Mon, Wed 07:30, with a reminder; Sun 07:30",)
    assert times_lines(TIMED, 6) == ("Run: Sun 07:30; Mon, Wed 07:30, with a reminder",)
    assert times_lines(ANCHORS, 0) == ()


def test_what_was_decided_is_said() -> None:
    assert set_text([MONDAY]) == "Run on Monday is at 07:30. Longstride reminds you then."
    assert set_text([TIMED[2]]) == "Run on Sunday is at 07:30."
    assert set_text([replace(MONDAY, at=None)]) == "Run on Monday has no time any more."
    assert set_text(TIMED[:3]) == "Three days have other times now."


@pytest.mark.parametrize(
    ("at", "settings", "words"),
    [
        (time(7, 30), {}, "Reminders are off"),
        (time(7, 30), {"remind": True}, ""),
        (time(6), {"remind": True}, ""),  # told at 07:00, when the quiet hours end
        (time(22), {"remind": True}, "22:00: the quiet hours last"),
        (None, {}, ""),
    ],
)
def test_what_is_not_told_is_said(at: time | None, settings: dict[str, bool], words: str) -> None:
    said = untold_text([replace(MONDAY, at=at)], Settings(**settings))  # type: ignore[arg-type]
    assert said.startswith(words) and bool(said) == bool(words)


def test_the_reminder_row_knows_of_own_times() -> None:
    on = Settings(remind=True)
    assert reminder_text(on, own=True) == "18:00 every day, and at your days’ own times"
    assert reminder_text(replace(on, remind_days=()), own=True) == "at your days’ own times"
    assert reminder_text(Settings(), own=True) == "off"


def test_of_two_anchors_of_one_day_both_get_the_time() -> None:
    """Two journals that were merged may each have brought one."""
    twice = Anchor(UUID(int=77), MONDAY.weekday, After.RUN, time(19))
    none = replace(MONDAY, at=None, remind=False)
    changed = with_times([*TIMED, twice], [none])
    assert changed == (none, replace(twice, at=None))
    assert with_times(TIMED, TIMED) == ()


# asked


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    host = QWidget()
    host.resize(900, 700)
    qtbot.addWidget(host)
    host.show()

    def opened(settings: Settings = Settings(remind=True)) -> TimesDialog:  # noqa: B008 - frozen
        dialog = TimesDialog(Theme(), host, TIMED, 0, settings)
        dialog.open()
        return dialog

    return opened


def wishes(dialog: TimesDialog) -> list[Intention]:
    found: list[Intention] = []
    dialog.wants.connect(found.append)
    return found


def test_only_what_was_changed_is_wanted_and_a_time_that_goes_takes_its_reminder(ask: Ask) -> None:
    dialog = ask()
    wanted = wishes(dialog)
    monday, _, sunday, tuesday, *_ = dialog.rows
    monday.field.setEditText("")
    sunday.tell.setChecked(True)
    tuesday.field.setEditText("6.50 pm")
    dialog.save.click()
    assert wanted == [
        SetTimes(
            (
                replace(MONDAY, at=None, remind=False),
                replace(TIMED[2], remind=True),
                replace(TIMED[3], at=time(18, 50)),
            )
        )
    ]


def test_the_keyboard_alone_sets_a_time(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    wanted = wishes(dialog)
    qtbot.waitUntil(lambda: dialog.window().focusWidget() is dialog.rows[0].field)
    QTest.keyClicks(dialog.rows[0].field, "645")
    QTest.keyClick(dialog.rows[0].field, Qt.Key.Key_Return)
    assert wanted == [SetTimes((replace(MONDAY, at=time(6, 45)),))]


def test_nothing_changed_is_nothing_wanted(ask: Ask) -> None:
    dialog = ask()
    wanted = wishes(dialog)
    dialog.save.click()
    assert wanted == []


def test_what_is_no_time_is_one_sentence_and_nothing_is_lost(ask: Ask) -> None:
    dialog = ask()
    wanted = wishes(dialog)
    dialog.rows[0].field.setEditText("25:00")
    dialog.rows[3].field.setEditText("18:00")
    dialog.save.click()
    assert "“25:00” is not a time of day. Write it as 07:30, or choose No time." in said(dialog)
    assert dialog.isVisible()
    assert wanted == []
    dialog.rows[0].field.setEditText("5:00")
    dialog.save.click()
    assert len(wanted) == 1


def said(dialog: TimesDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def test_it_says_while_one_chooses_what_would_not_be_told(ask: Ask) -> None:
    dialog = ask()
    assert not [each for each in said(dialog) if "told" in each]
    dialog.rows[1].field.setEditText("23")
    assert [each for each in said(dialog) if each.startswith("23:00: the quiet hours")]
    assert dialog.rows[1].tell.isVisible()
    assert not dialog.rows[3].tell.isVisible(), "without a time there is nothing to tell at"
    assert [each for each in said(ask(Settings())) if each.startswith("Reminders are off")]


# in the whole window


def days(house: House) -> list[tuple[int, time | None, bool]]:
    found = house.engine.records.journal.anchors()
    return [(each.weekday, each.at, each.remind) for each in found]


def test_a_time_is_set_said_everywhere_and_taken_back(house: House) -> None:
    following(house).press("Run on Wednesday")
    house.reads("No day has its own time yet.")
    house.wait_for_tasks()
    house.press("Set times")
    house.qtbot.waitUntil(lambda: house.shown(TimesDialog) is not None)
    dialog = house.shown(TimesDialog)
    assert dialog is not None
    (row,) = dialog.rows
    row.field.setEditText("07:15")
    row.tell.setChecked(True)
    house.press("Save")
    told(house, "Run on Wednesday is at 07:15. Longstride reminds you then.")
    house.reads("Run: Wed 07:15, with a reminder")
    house.reads("after the Wednesday run · 07:15")
    house.reads("Reminders are off, so nothing comes at the times of your days.")
    assert days(house) == [(2, time(7, 15), True)]
    house.press("Undo")
    house.reads("No day has its own time yet.")
    assert days(house) == [(2, None, False)]


def test_a_day_that_is_switched_off_gives_its_time_back(house: House) -> None:
    following(house)
    run = Anchor(UUID(int=5), 2, After.RUN, time(7, 15), remind=True)
    house.engine.records.journal.anchor(run)
    house.application.want(SetTimes((replace(run, at=time(8)),)))
    told(house, "Run on Wednesday is at 08:00. Longstride reminds you then.")
    house.wait_for_tasks()
    house.press("Run on Wednesday")
    told(house, "Run on Wednesday is off, and its time with it.")
    assert days(house) == []
    house.press("Undo")
    house.qtbot.waitUntil(lambda: days(house) == [(2, time(8), True)])
    house.press("Go to the reminders on Settings")
    house.qtbot.waitUntil(lambda: house.window.current_page == "settings")


def test_times_of_days_that_went_meanwhile_come_to_nothing(house: House) -> None:
    following(house)
    house.application.want(SetTimes((MONDAY,)))
    house.wait_for_tasks()
    assert days(house) == []
    assert not [each for each in house.window.notices if "Monday" in each]
