"""A week made lighter and full again in the whole window, over a real journal."""

import pytest

from longstride.core.history.dose_change import Answer
from longstride.core.history.week import FreezeReason
from longstride.ui.intentions.window import AskWho
from ui.house import SHORT, House
from ui.plan.using_plans import following, told
from ui.plan_samples import change

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
LIGHTER = "This week is lighter"


def frozen(house: House) -> set[FreezeReason]:
    return {each.reason for each in house.engine.records.journal.freezes()}


def is_lighter(house: House) -> bool:
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    return plan is not None and plan.place.lighter


def test_a_week_is_made_lighter_on_plan_and_full_again_where_it_is_listed(house: House) -> None:
    following(house).press("Make this week lighter")
    told(house, f"{LIGHTER}. Monday, ")
    house.reads("You asked for less.")
    assert frozen(house) == {FreezeReason.DELOAD}
    assert is_lighter(house)
    assert not house.has_button("Make this week lighter")
    house.press(f"Undo: {LIGHTER}")
    told(house, "This week is as the plan has it")
    house.qtbot.waitUntil(lambda: house.has_button("Make this week lighter"))
    assert frozen(house) == set()
    assert not is_lighter(house)


def test_a_week_is_made_lighter_on_today_and_counsel_follows(house: House) -> None:
    following(house)
    house.window.show_page("today")
    house.press("Make this week lighter")
    house.reads("A lighter week: less today, so that the body can rest.")
    assert house.has_button("Start lighter")
    house.press("Undo")
    house.qtbot.waitUntil(lambda: not is_lighter(house))
    house.qtbot.waitUntil(lambda: house.has_button("Make this week lighter"))
    assert frozen(house) == set()


def test_what_is_counselled_to_be_lighter_is_led_lighter(house: House) -> None:
    following(house)
    house.window.show_page("today")
    house.press("Make this week lighter")
    house.qtbot.waitUntil(lambda: house.has_button("Start lighter"))
    house.wait_for_tasks()
    house.press("Start lighter")
    house.wait_until_led()
    assert house.coach.flow.id == SHORT
    assert house.coach.lighter
    (session,) = house.engine.records.journal.sessions()
    assert session.lighter_from == 0


def test_the_questions_are_asked_again_from_plan_with_a_plan_and_without(house: House) -> None:
    wishes: list[object] = []
    following(house)
    house.window.page("plan").wants.connect(wishes.append)
    house.press("Change my answers")
    assert wishes == [AskWho()]


def test_a_dose_whose_step_is_gone_waits_and_is_let_go_on_plan(
    house: House,
) -> None:
    journal = house.engine.records.journal
    taken = change(1, flow=SHORT)
    journal.change_doses([taken])
    following(house).reads("Nothing of it is lost. Two steps, 11 November.")
    house.press("Drop it: Standing hip hinge: 8 to 10 repetitions")
    told(house, "Undone: Standing hip hinge: 8 to 10 repetitions")
    assert [each.answer for each in journal.dose_changes()] == [Answer.UNDONE]
