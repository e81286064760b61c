"""A plan followed, moved and ended in the whole window, over a real journal."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import TurnMove
from longstride.core.history.plan.turn import TurnState
from longstride.paths import Paths
from longstride.settings import WeekStart
from longstride.ui.intentions.plan import MoveTurn, SetAnchor
from longstride.ui.plan.choose_plan_dialog import ChoosePlanDialog
from longstride.ui.records.trouble_view import TroubleView
from longstride.ui.today.offer import plan_seen
from ui.house import SHORT, House

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
TUESDAY = datetime(2026, 11, 17, 18, 4, tzinfo=UTC)
MONDAY = date(2026, 11, 16)
LONG = "hip-extension-base"


def a_plan(name: str, title: str, weeks: int = 6) -> Plan:
    entries = (PlanEntry("post-run-five", after="every run"), PlanEntry(SHORT, times=2))
    week = PlanWeek("Slow and controlled", entries)
    return Plan(name, title, "Those who try", "To be followed.", (week,) * weeks)


PLANS = {"runner": a_plan("runner", "Runner"), "desk": a_plan("desk", "Desk", 4)}


@pytest.fixture
def house(build: Build) -> House:
    return opened(build())


def opened(house: House) -> House:
    """Open a window on a Tuesday, with two plans to follow."""
    return in_november(house).open()


def in_november(house: House) -> House:
    engine = house.engine
    engine.now = lambda: TUESDAY
    engine.settings = replace(engine.settings, week_start=WeekStart.MONDAY)
    engine.plans = PLANS
    return house


def on_plan(house: House) -> House:
    house.window.show_page("plan")
    house.wait_for_tasks()
    return house


def following(house: House, title: str = "Runner") -> House:
    """Follow a plan from its page."""
    on_plan(house).press(f"Follow {title}")
    house.reads("Week 1 of")
    house.wait_for_tasks()
    return house


def told(house: House, words: str) -> None:
    house.qtbot.waitUntil(lambda: any(words in each for each in house.window.notices))


def followed(house: House) -> list[str]:
    journal = house.engine.records.journal
    return [each.plan.id for each in journal.followings() if each.ended is None]


@contextmanager
def locked(paths: Paths) -> Iterator[None]:
    other = sqlite3.connect(paths.journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


def test_a_plan_is_followed_and_that_is_taken_back(house: House) -> None:
    following(house)
    told(house, "You follow Runner; it begins this week.")
    assert followed(house) == ["runner"]
    house.press("Undo")
    house.reads("A plan, if you like one")
    assert followed(house) == []


def test_another_plan_takes_its_place_and_the_first_comes_back(house: House) -> None:
    following(house).press("Change plan")
    house.qtbot.waitUntil(lambda: house.shown(ChoosePlanDialog) is not None)
    house.press("Follow Desk")
    house.reads("Week 1 of 4")
    assert followed(house) == ["desk"]
    house.press("Undo")
    house.reads("Week 1 of 6")
    assert followed(house) == ["runner"]


def test_a_plan_is_ended_and_that_is_taken_back(house: House) -> None:
    following(house).press("End it")
    told(house, "Runner has ended. All you did stays.")
    house.reads("A plan, if you like one")
    house.press("Undo")
    house.reads("Week 1 of 6")
    assert followed(house) == ["runner"]


def test_no_plan_can_be_chosen_in_the_dialog(house: House) -> None:
    following(house).press("Change plan")
    house.press("Follow no plan")
    house.reads("A plan, if you like one")
    assert followed(house) == []


def test_a_day_for_runs_brings_their_turns(house: House) -> None:
    following(house).reads("Say under Your days when you run, and Post-run five comes after each.")
    house.press("Run on Wednesday")
    house.reads("after the Wednesday run")
    house.wait_for_tasks()
    house.press("Run on Wednesday")
    house.reads("Say under Your days when you run")
    assert house.engine.records.journal.anchors() == ()


def test_the_same_day_twice_is_one_day(house: House) -> None:
    following(house)
    for _ in range(2):
        house.application.want(SetAnchor(2, After.RUN, True))
        house.wait_for_tasks()
    assert len(house.engine.records.journal.anchors()) == 1


def test_the_target_is_the_one_on_today(house: House) -> None:
    following(house).press("5 days a week")
    house.reads("Five days keep the week.")
    house.window.show_page("today")
    assert house.window.page("today").week.target.value == 5


def turns(house: House) -> list[tuple[int | None, TurnState]]:
    """Return the days of the sessions, counted from Monday, and how they stand."""
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    assert plan is not None
    return [
        (None if turn.day is None else (turn.day - MONDAY).days, turn.state) for turn in plan.turns
    ]


def put_on_today(house: House) -> None:
    """Move the first turn to Tuesday."""
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    assert plan is not None
    house.application.want(MoveTurn(plan, plan.turns[0], MONDAY + timedelta(1)))
    house.wait_for_tasks()
    house.qtbot.waitUntil(lambda: (1, TurnState.PLANNED) in turns(house))


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
    name = f"Move: Two steps, {'Today' if plan.turns[0].day == TUESDAY.date() else ''}"
    moves = [each.accessibleName() for each in house._buttons("Move")]  # type: ignore[attr-defined]
    house.press(next(each for each in moves if each.startswith(name.rstrip())))
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
    house.press("Where the plan has it")
    told(house, "Two steps is where the plan has it.")
    house.press("Undo")
    house.qtbot.waitUntil(lambda: (1, TurnState.PLANNED) in turns(house))
    house.wait_for_tasks()
    house.press("Move: Two steps, Today")
    house.press("Let it go this week")
    told(house, "Two steps is let go this week.")
    house.reads("let go · the week goes on without it")


def test_what_was_done_is_done_on_the_plan(house: House) -> None:
    following(house)
    put_on_today(house)
    house.window.show_page("plan")
    house.press("Start: Two steps, Today")
    house.wait_until_led().hear_to_the_end()
    house.press("Skip")
    house.qtbot.waitUntil(lambda: (1, TurnState.DONE) in turns(house))
    house.window.show_page("plan")
    house.reads("1 of 2 done")


def test_a_journal_that_is_locked_is_said_and_nothing_is_lost(house: House, paths: Paths) -> None:
    following(house)
    with locked(paths):
        house.press("Run on Friday")
        told(house, "in use by another program")
        house.wait_for_tasks()
        page = house.window.page("plan")
        assert not page.days.toggles[After.RUN, 4].isChecked()
        house.press("End it")
        house.wait_for_tasks()
    assert followed(house) == ["runner"]
    house.press("Run on Friday")
    house.reads("after the Friday run")


def test_a_journal_that_cannot_be_read_covers_the_page(build: Build, paths: Paths) -> None:
    paths.journal.write_bytes(b"not a journal at all" * 200)
    house = build().open("broken")
    house.wait_for_tasks()
    house.window.show_page("plan")
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    house.reads("is not a journal")


def test_plans_that_cannot_be_read_are_one_sentence(build: Build) -> None:
    house = build()

    class Broken(type(house.engine)):  # type: ignore[misc]
        @property
        def plans(self) -> dict[str, Plan]:
            raise FlowError((Mistake("runner.toml", 3, "the week has no focus."),))

    house.engine.__class__ = Broken
    on_plan(house.open())
    house.reads("runner.toml")


def test_a_plan_whose_file_went_goes_on_as_it_was(house: House) -> None:
    following(house)
    house.engine.plans = {"desk": PLANS["desk"]}
    house.application.showing.shown = replace(house.application.showing.shown, plans=None)
    on_plan(house).reads("The plan’s file is no longer there.")
    house.reads("Week 1 of 6")


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
