"""Turns that wait, move, are let go or done, in the whole window over a real journal."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from longstride.core.history.plan.following import TurnMove
from longstride.core.history.plan.turn import TurnState
from longstride.paths import Paths
from longstride.ui.today.offer import plan_seen
from ui.house import House
from ui.plan.using_plans import (
    MONDAY,
    TUESDAY,
    following,
    in_november,
    on_plan,
    put_on_today,
    told,
    turns,
)

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def test_today_offers_the_turn_and_it_can_wait(house: House) -> None:
    following(house)
    put_on_today(house)
    house.window.show_page("today")
    house.reads("Tuesday. Week 1 of 6, slow and controlled.")
    before = turns(house)
    house.press("Not today")
    told(house, "Two steps waits until")
    house.reads("today is free. Rest, or do it now.")
    assert not house.has_button("Not today")
    house.press("Undo")
    house.qtbot.waitUntil(lambda: turns(house) == before)
    house.qtbot.waitUntil(lambda: house.has_button("Not today"))


def test_a_turn_goes_to_the_day_that_is_chosen_and_back(house: House) -> None:
    following(house)
    before = turns(house)
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    assert plan is not None
    day = "Today" if plan.turns[0].day == TUESDAY.date() else ""

    def moves() -> list[str]:
        names = [each.accessibleName() for each in house._buttons("Move")]  # type: ignore[attr-defined]
        return [each for each in names if each.startswith(f"Move: Two steps, {day}".rstrip())]

    house.qtbot.waitUntil(lambda: bool(moves()))
    house.press(moves()[0])
    house.press("Sunday 22 November")
    told(house, "Two steps waits until Sunday.")
    house.qtbot.waitUntil(lambda: (6, TurnState.PLANNED) in turns(house))
    house.reads("moved from")
    house.press("Undo")
    house.qtbot.waitUntil(lambda: turns(house) == before)
    assert house.engine.records.journal.turn_moves(plan.following.id) == ()


def test_a_turn_is_let_go_and_put_back_where_the_plan_has_it(house: House) -> None:
    following(house)
    put_on_today(house)
    house.window.show_page("plan")
    house.press("Move: Two steps, Today")
    house.press("Back to its own day")
    told(house, "Two steps is back on its own day.")
    house.press("Undo")
    house.qtbot.waitUntil(lambda: (1, TurnState.PLANNED) in turns(house))
    house.wait_for_tasks()
    house.press("Move: Two steps, Today")
    house.press("Skip this one")
    told(house, "Two steps is left out.")
    house.reads("left out · the week goes on without it")


def test_what_was_done_is_done_on_the_plan(house: House) -> None:
    following(house)
    put_on_today(house)
    house.window.show_page("plan")
    house.press("Start: Two steps, Today")
    house.wait_until_led().hear_to_the_end()
    house.press("Done")
    house.qtbot.waitUntil(lambda: (1, TurnState.DONE) in turns(house))
    house.window.show_page("plan")
    house.reads("1 of 2 done")


def test_a_window_that_stood_open_over_midnight_carries_on(house: House) -> None:
    following(house)
    put_on_today(house)
    house.window.show_page("today")
    house.reads("Tuesday. Week 1 of 6")
    house.engine.now = lambda: TUESDAY + timedelta(1)
    house.window.show_page("plan")
    house.qtbot.waitUntil(lambda: (1, TurnState.PLANNED) not in turns(house))
    house.window.show_page("today")
    house.reads("Wednesday. Week 1 of 6")
    house.wait_for_tasks()


def test_an_old_move_does_not_trouble_a_plan(house: House) -> None:
    following(house)
    (plan,) = house.engine.records.journal.followings()
    house.engine.records.journal.move_turn(TurnMove(plan.id, MONDAY, "gone", 7, MONDAY))
    on_plan(house).reads("Week 1 of 6")


def test_the_next_start_shows_the_plan_at_once(build: Build, paths: Paths, house: House) -> None:
    """Before anything slow is read, and so that nothing of it is another when all is."""
    following(house)
    put_on_today(house)
    again = in_november(build(paths))
    with again.engine.making, again.engine.records.making:
        again.window.show()
        again.application.load()
        again.reads("Tuesday. Week 1 of 6, slow and controlled.")
        again.reads("Moved from")
        assert again.has_button("Not today")
        assert not again.has_button("Rest days")
    again.qtbot.waitUntil(lambda: again.has_button("Rest days"))
    again.reads("Tuesday. Week 1 of 6, slow and controlled.")
    again.wait_for_tasks()
    seen = plan_seen(again.engine)
    assert seen == (again.application.showing.shown.recent.plan,)  # type: ignore[union-attr]
