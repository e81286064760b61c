"""The page Plan, used by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.core.flow.manner import Manner
from longstride.core.flow.plan import After
from longstride.core.history.plan.following import PlanPlace
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Start
from longstride.ui.intentions.plan import (
    ChooseDay,
    ChoosePlan,
    ChooseTimes,
    EndPlan,
    FollowPlan,
    NotToday,
    SetAnchor,
)
from longstride.ui.intentions.records import SetTarget
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.plan.page import PlanPage
from ui import plan_samples
from ui.plan_samples import now, plans, view


class Wanted:
    """What was wanted of a page, in its order."""

    def __init__(self, page: PlanPage) -> None:
        self.page = page
        self.wishes: list[Intention] = []
        page.wants.connect(self.wishes.append)

    def press(self, name: str) -> Intention:
        """Press a button by its words or its full name, and return what is wanted then."""
        QApplication.processEvents()  # what was laid out is shown by then
        found = [
            each
            for each in self.page.findChildren(QPushButton)
            if name in {each.text(), each.accessibleName()} and each.isVisibleTo(self.page)
        ]
        assert len(found) == 1, [each.accessibleName() for each in found]
        found[0].click()
        return self.wishes[-1]


@pytest.fixture
def wanted(qtbot: QtBot) -> Wanted:
    page = PlanPage(Theme())
    page.resize(1100, 900)
    qtbot.addWidget(page)
    page.show()
    return Wanted(page)


def test_each_plan_can_be_followed_where_none_is(wanted: Wanted) -> None:
    wanted.page.show_none(plans())
    for plan in plans().offered:
        assert wanted.press(f"Follow {plan.title}") == FollowPlan(plan)


def test_a_plan_that_was_chosen_begins_at_its_head(wanted: Wanted, qtbot: QtBot) -> None:
    page, bar = wanted.page, wanted.page.verticalScrollBar()
    page.resize(800, 400)
    page.show_none(plans())
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.show_plan(view(), 0, 4)
    assert bar.value() == 0
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    where = bar.value()
    page.show_plan(view(), 0, 5)
    assert bar.value() == where, "the same plan stays where it is read"


def test_today_s_turn_can_be_started_put_off_or_moved(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    turn = now().turns[1]
    assert wanted.press("Start: Mobility A, Today") == Start("mobility-a")
    assert wanted.press("Not today: Mobility A, Today") == NotToday(now(), turn)
    assert wanted.press("Move: Mobility A, Today") == ChooseDay(now(), turn)
    assert wanted.press("Move: Mobility B, Sat") == ChooseDay(now(), now().turns[3])


def test_a_lighter_start_comes_first_where_it_is_counselled(wanted: Wanted) -> None:
    wanted.page.show_plan(plan_samples.changed(), 0, 4)
    lighter = Start("mobility-a", manner=Manner(lighter=True))
    assert wanted.press("Start lighter: Mobility A, Today") == lighter
    assert wanted.press("Start: Mobility A, Today") == Start("mobility-a")


def test_what_is_done_or_let_go_has_no_button(wanted: Wanted) -> None:
    wanted.page.show_plan(view(now(turns=now().turns[:3:2])), 0, 4)
    assert not [each for each in wanted.page.turns.findChildren(QPushButton) if each.isVisible()]


def test_a_day_goes_on_and_off(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    assert wanted.press("Run on Tuesday") == SetAnchor(1, After.RUN, True)
    assert wanted.press("Run on Monday") == SetAnchor(0, After.RUN, False)
    assert wanted.press("Own session on Tuesday") == SetAnchor(1, After.OWN, False)
    wanted.page.show_plan(view(), 0, 4)
    assert wanted.page.days.days[After.RUN].toggles[0].isChecked()
    assert len(wanted.wishes) == 3, "showing a day wants nothing"


def test_a_screen_reader_checks_a_day_without_a_click(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    wanted.page.days.days[After.WARM_UP].toggles[5].setChecked(True)
    assert wanted.wishes == [SetAnchor(5, After.WARM_UP, True)]


def test_a_row_of_days_begins_as_weeks_do(wanted: Wanted, qtbot: QtBot) -> None:
    wanted.page.show_plan(view(), 6, 4)
    toggles = wanted.page.days.days[After.RUN].toggles
    places = [toggles[day] for day in (6, 0, 1, 2, 3, 4, 5)]
    qtbot.waitUntil(lambda: places[0].x() < places[1].x())
    assert [each.x() for each in places] == sorted(each.x() for each in places)
    places[0].setFocus(Qt.FocusReason.TabFocusReason)
    for each in places[1:]:
        wanted.page.focusNextChild()
        assert wanted.page.focusWidget() is each


def test_the_target_is_the_week_s(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    assert wanted.page.days.targets[4].isChecked()
    assert wanted.press("6 days a week") == SetTarget(6)
    words = [each.text() for each in wanted.page.days.findChildren(QLabel)]
    assert "Four days keep the week." in words


def test_a_plan_is_changed_or_ended(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    assert wanted.press("Change plan") == ChoosePlan()
    assert wanted.press("End it") == EndPlan()


def test_after_the_last_week_there_are_three_ways_on(wanted: Wanted) -> None:
    over = now(8, place=PlanPlace(8, over=True), turns=())
    wanted.page.show_plan(view(over), 0, 4)
    assert wanted.press("Again from week 5") == FollowPlan(plan_samples.runner(), 5)
    assert wanted.press("Another plan") == ChoosePlan()
    assert wanted.press("No plan") == EndPlan()


def test_the_keyboard_stays_on_the_turns_when_they_change(wanted: Wanted, qtbot: QtBot) -> None:
    wanted.page.show_plan(view(), 0, 4)
    wanted.page.activateWindow()
    qtbot.waitUntil(wanted.page.isActiveWindow)
    first = wanted.page.turns.findChildren(QPushButton)[0]
    first.setFocus()
    wanted.page.show_plan(view(now(turns=now().turns[3:])), 0, 4)
    there = wanted.page.focusWidget()
    assert there is not first
    assert wanted.page.turns.isAncestorOf(there)


def test_the_same_turns_stay_as_they_are(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    before = wanted.page.turns.findChildren(QPushButton)
    wanted.page.show_plan(view(), 0, 5)
    assert wanted.page.turns.findChildren(QPushButton) == before


def test_when_one_is_reminded_leads_to_where_it_is_set(wanted: Wanted) -> None:
    wanted.page.show_plan(view(), 0, 4)
    wanted.page.reminder.show_words("17:30 on run days")
    assert wanted.press("Change the reminder") == ShowPage("settings", "reminders")


def test_times_can_be_set_where_there_are_days(wanted: Wanted) -> None:
    wanted.page.show_plan(view(now(anchors=())), 0, 4)
    assert not wanted.page.days.times.isVisible()
    wanted.page.show_plan(view(), 0, 4)
    assert wanted.press("Set the times of your days") == ChooseTimes()
    assert not wanted.page.days.times.settings_button.isVisible()
    wanted.page.days.times.show_untold("Reminders are off.")
    assert wanted.press("Go to the reminders on Settings") == ShowPage("settings", "reminders")
