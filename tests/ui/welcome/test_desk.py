"""The very first start of the whole window, and the questions asked again."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from journal.journal_samples import a_session
from longstride.core.flow.plan import After, Plan
from longstride.core.history.plan.answers import Who
from longstride.core.history.plan.following import Anchor
from longstride.desktop.instance import OpenRequest
from longstride.paths import Paths
from longstride.settings import Settings, load_settings, save_settings
from longstride.ui.intentions.leading import Preview
from longstride.ui.intentions.window import AskWho
from longstride.ui.welcome.dialog import WelcomeDialog
from longstride.ui.welcome.words import NO_PLAN
from ui.house import QUIET, SHORT, House, PaperEngine, own_places
from ui.plan.using_plans import told

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")


@pytest.fixture
def new_here(paths: Paths) -> Paths:
    """Places where the program was never asked anything."""
    save_settings(paths.settings_file, Settings(**{**QUIET, "welcomed": False}))  # type: ignore[arg-type]
    return paths


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Plan]:
    """Read the real plans once."""
    return PaperEngine(own_places(tmp_path_factory.mktemp("plans")), Settings()).plans


@pytest.fixture
def house(build: Build, paths: Paths, plans: Mapping[str, Plan]) -> House:
    """The window of someone who was asked before."""
    return with_plans(build(paths), plans).open()


@pytest.fixture
def new_house(build: Build, new_here: Paths, plans: Mapping[str, Plan]) -> House:
    """The window of someone new, not opened yet."""
    return with_plans(build(new_here), plans)


def with_plans(house: House, plans: Mapping[str, Plan]) -> House:
    house.engine.plans = plans
    return house


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Hold the journal as another program does that writes to it."""
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def welcomed(house: House) -> bool:
    return load_settings(house.engine.paths.settings_file)[0].welcomed


def answer(house: House) -> WelcomeDialog:
    dialog = house.shown(WelcomeDialog)
    dialog.who[Who.RUNNER].click()
    dialog.days[0].click()
    dialog.targets[4].click()
    house.qtbot.waitUntil(dialog.start.isEnabled)
    return dialog


def test_three_answers_and_a_plan_is_followed(new_house: House) -> None:
    house = new_house.open()
    answer(house).start.click()
    house.qtbot.waitUntil(lambda: not house.shown(WelcomeDialog))
    journal = house.engine.records.journal
    assert [each.plan.id for each in journal.followings()] == ["runner"]
    assert [(each.weekday, each.after) for each in journal.anchors()] == [(0, After.RUN)]
    assert [week.target for week in journal.weeks()] == [4]
    assert welcomed(house)


def test_look_around_asks_nothing_and_never_again(build: Build, new_here: Paths) -> None:
    house = build(new_here).open()
    dialog = house.shown(WelcomeDialog)
    house.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert welcomed(house)
    assert house.engine.records.journal.followings() == ()
    assert not build(new_here).open().shown(WelcomeDialog)


def test_left_unanswered_it_is_asked_at_the_next_start(build: Build, new_here: Paths) -> None:
    build(new_here).open()
    assert build(new_here).open().shown(WelcomeDialog)


def test_who_trained_before_is_not_asked(build: Build, new_here: Paths) -> None:
    house = build(new_here)
    house.engine.records.journal.begin(a_session())
    assert not house.open().shown(WelcomeDialog)


def test_nor_who_opens_a_file(build: Build, new_here: Paths) -> None:
    house = build(new_here, asked=str(new_here.flows / f"{SHORT}.toml"))
    assert not house.open("flows").shown(WelcomeDialog)


def test_a_file_opened_meanwhile_comes_first(build: Build, new_here: Paths) -> None:
    house = build(new_here).open("flows")
    house.qtbot.waitUntil(lambda: house.shown(WelcomeDialog) is not None)
    house.application.answer(OpenRequest((SHORT,)))
    house.qtbot.waitUntil(lambda: house.window.current_page == "flows")
    house.qtbot.waitUntil(lambda: house.window.page("flows").detail.flow == SHORT)
    assert house.shown(WelcomeDialog) is None
    assert not welcomed(house)


def test_nobody_is_asked_while_a_flow_is_led(house: House) -> None:
    house.application.want(Preview(SHORT, 0))  # which leaves the journal untouched
    house.wait_until_led()
    then: list[str] = []
    house.application._welcome.ask_first(lambda: then.append("read"))
    house.qtbot.waitUntil(lambda: then == ["read"])
    assert not house.shown(WelcomeDialog)


def test_the_range_check_first_follows_the_plan_too(new_house: House) -> None:
    house, library = new_house, new_house.engine.library
    check = replace(library.flows[SHORT], id="range-check", title="Range check")
    house.engine.library = replace(library, flows={**library.flows, check.id: check})
    house.open()
    answer(house).check.click()
    house.qtbot.waitUntil(lambda: house.window.current_page == "flows")
    house.reads("Range check")
    assert len(house.engine.records.journal.followings()) == 1
    assert welcomed(house)


def test_asked_again_by_an_intention_once_at_a_time(house: House) -> None:
    assert not house.shown(WelcomeDialog)
    house.application.want(AskWho())
    house.application.want(AskWho())
    assert len(house.window.findChildren(WelcomeDialog)) == 1
    answer(house).start.click()
    house.qtbot.waitUntil(lambda: not house.shown(WelcomeDialog))
    assert len(house.engine.records.journal.followings()) == 1
    house.application.want(AskWho())
    assert house.shown(WelcomeDialog)


def test_what_other_answers_took_away_is_had_back_in_one_tap(house: House) -> None:
    journal = house.engine.records.journal
    before = Anchor(UUID(int=5), 3, After.RUN, time(7, 30), remind=True)
    journal.anchor(before)
    house.application.want(AskWho())
    answer(house).start.click()
    told(
        house,
        "As you answered, your plan and your days changed. A day that is off has taken its time",
    )
    assert [each.weekday for each in journal.anchors()] == [0]
    house.press("Undo")
    house.qtbot.waitUntil(lambda: journal.anchors() == (before,))
    house.wait_for_tasks()
    assert journal.followings() == ()


def test_plans_that_cannot_be_read_are_said(build: Build, new_here: Paths) -> None:
    house = build(new_here).open()  # its library has not the flows of the plans
    dialog = house.shown(WelcomeDialog)
    house.qtbot.waitUntil(lambda: dialog.refusal != "")
    dialog.who[Who.RUNNER].click()
    house.qtbot.waitUntil(lambda: NO_PLAN in dialog.proposal)
    assert not dialog.start.isEnabled()
    house.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not house.shown(WelcomeDialog)


def test_a_journal_that_cannot_be_written_keeps_the_questions(new_house: House) -> None:
    house = new_house.open()
    dialog = answer(house)
    file = house.engine.paths.journal
    with held(file):
        dialog.start.click()
        house.qtbot.waitUntil(lambda: dialog.refusal != "")
    assert dialog.answers is not None
    dialog.start.click()
    house.qtbot.waitUntil(lambda: not house.shown(WelcomeDialog))
    assert len(house.engine.records.journal.followings()) == 1
