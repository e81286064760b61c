"""A plan followed, changed and ended in the whole window, over a real journal."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.plan import After, Plan
from longstride.paths import Paths
from longstride.ui.intentions.plan import SetAnchor
from longstride.ui.plan.choose_plan_dialog import ChoosePlanDialog
from longstride.ui.records.trouble_view import TroubleView
from ui.house import House
from ui.plan.using_plans import (
    PLANS,
    followed,
    following,
    on_plan,
    told,
)

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


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
    told(house, "Runner has ended. Everything you did is kept.")
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


def test_a_journal_that_is_locked_is_said_and_nothing_is_lost(house: House, paths: Paths) -> None:
    following(house)
    with locked(paths):
        house.press("Run on Friday")
        told(house, "in use by another program")
        house.wait_for_tasks()
        page = house.window.page("plan")
        assert not page.days.days[After.RUN].toggles[4].isChecked()
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
