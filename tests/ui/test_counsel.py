"""Soreness, counsel and doses in the whole window, over a real journal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from core.history.dosed_flows import session
from longstride.core.errors import JournalError
from longstride.core.history.dose_change import Answer
from longstride.core.history.session import AfterRating
from longstride.paths import Paths
from longstride.ui.intentions.records import LookAtDose, RateSoreness
from ui.house import NOW, SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
Build = Callable[..., House]
FLOW = "hip-extension-base"
STEADY = "The same dose again"
NEW = "Take the dose as it is"
READY = "Four full sessions in a row ended at stiffness 3 or less."
EASY = AfterRating(2, 4)


def done(house: House, days_ago: int) -> None:
    """Write down a whole and easy run of the flow."""
    flow = house.engine.library.flows[FLOW]
    started = NOW - timedelta(days=days_ago)
    ended = started + timedelta(minutes=9)
    run = replace(session(0, flow, EASY), id=uuid4(), started=started, ended=ended)
    house.engine.records.journal.begin(replace(run, day=started.date()))


@pytest.fixture
def grown(build: Build) -> House:
    """A window on Today after four easy runs of one flow."""
    house = build()
    for days_ago in (8, 6, 4, 2):
        done(house, days_ago)
    house.open()
    house.reads("This week".upper())
    return house


def morning(house: House) -> None:
    """Have it be eight in the morning of that day."""
    house.engine.now = lambda: NOW.replace(hour=8)


def answers(house: House) -> list[Answer]:
    return [change.answer for change in house.engine.records.journal.dose_changes()]


def wait_for_answers(house: House, *wanted: Answer) -> None:
    house.qtbot.waitUntil(lambda: answers(house) == list(wanted))
    house.wait_for_tasks()


def test_a_proposal_is_taken_led_and_undone_from_today(grown: House) -> None:
    grown.reads(READY)
    before = grown.application.showing.shown.recent
    grown.press("Take it")
    wait_for_answers(grown, Answer.TAKEN)
    grown.reads(NEW)
    assert not grown.has_button("Take it")
    (notice,) = grown.window.notices
    assert notice.startswith("Taken. ")
    assert grown.engine.flow(FLOW) != grown.engine.library.flows[FLOW]
    grown.press("Undo")
    wait_for_answers(grown)
    grown.reads(READY)
    assert before is not None
    after = grown.application.showing.shown.recent
    assert after is not None
    assert after.doses == before.doses
    assert grown.engine.flow(FLOW) == grown.engine.library.flows[FLOW]


def test_not_yet_leaves_the_dose_and_can_be_had_back(grown: House) -> None:
    grown.press("Not yet")
    wait_for_answers(grown, Answer.NOT_YET)
    assert not grown.has_button("Take it")
    assert grown.engine.flow(FLOW) == grown.engine.library.flows[FLOW]
    grown.press("Undo")
    wait_for_answers(grown)
    grown.reads(READY)


def test_what_was_said_elsewhere_meanwhile_comes_first(grown: House) -> None:
    grown.reads(READY)
    grown.engine.records.journal.rate_soreness(grown.engine.today(), 8)
    grown.press("Take it")
    grown.reads("Sore 8 today: go lighter, or rest.")
    assert answers(grown) == []
    assert grown.window.notices[0].startswith("Something was done or said since")


def test_the_flows_page_tells_each_change_and_undoes_it(grown: House) -> None:
    grown.press("Take it")
    wait_for_answers(grown, Answer.TAKEN)
    grown.window.drop_notice("dose")
    grown.window.show_page("flows")
    grown.window.page("flows").open_card(FLOW)
    grown.reads("22 Nov 2026")
    grown.reads(READY)
    (undo,) = {name for name in button_names(grown) if name.startswith("Undo: ")}
    grown.press(undo)
    wait_for_answers(grown, Answer.UNDONE)
    assert not any(name.startswith("Undo: ") for name in button_names(grown))
    grown.press("Undo")
    wait_for_answers(grown, Answer.TAKEN)
    grown.qtbot.waitUntil(lambda: undo in button_names(grown))


def button_names(house: House) -> set[str]:
    found = house.window.findChildren(QPushButton)
    return {button.accessibleName() for button in found if button.isVisible()}


def test_a_dose_is_shown_of_the_flow_that_is_open(build: Build) -> None:
    house = build()
    done(house, 2)
    house.open()
    house.window.show_page("flows")
    page = house.window.page("flows")
    page.open_card("post-run-five")
    house.reads(NEW)
    page.open_card(FLOW)
    house.reads(STEADY)
    page.open_card("post-run-five")
    house.reads(NEW)


def test_a_flow_that_is_opened_first_of_all_gets_its_dose(build: Build, paths: Paths) -> None:
    house = build(asked=str(paths.flows / f"{SHORT}.toml"))
    house.open(page="flows")
    house.reads(NEW)


def test_the_morning_question_is_answered_kept_and_changed(build: Build) -> None:
    house = build()
    morning(house)
    done(house, 1)
    house.open()
    scale = house.window.page("today").soreness.scale
    house.qtbot.waitUntil(scale.isVisible)
    house.qtbot.keyClick(scale, Qt.Key.Key_8)
    house.qtbot.keyClick(scale, Qt.Key.Key_Return)
    journal, today = house.engine.records.journal, house.engine.today()
    house.qtbot.waitUntil(lambda: journal.soreness(today) == {today: 8})
    house.reads("You are 8 of 10 sore today.")
    house.reads("Sore 8 today")
    house.press("Change how sore you are")
    house.qtbot.keyClick(scale, Qt.Key.Key_2)
    house.press("Keep 2")
    house.qtbot.waitUntil(lambda: journal.soreness(today) == {today: 2})
    house.reads("You are 2 of 10 sore today.")
    house.press("Change how sore you are")
    house.qtbot.keyClick(scale, Qt.Key.Key_Delete)
    house.press("No answer")
    house.qtbot.waitUntil(lambda: journal.soreness(today) == {})
    house.wait_for_tasks()
    assert scale.isVisible()  # it is still the morning


def test_not_now_lasts_till_tomorrow_and_through_a_restart(build: Build, paths: Paths) -> None:
    first = build()
    morning(first)
    done(first, 1)
    first.open()
    first.press("Not now")
    first.reads(STEADY)
    assert not first.has_button("Not now")
    again = build(paths)
    morning(again)
    again.open()
    again.reads(STEADY)
    assert not again.has_button("Not now")


def test_a_page_that_is_filled_while_all_ends_starts_nothing(build: Build) -> None:
    house = build()
    house.open()
    page = house.window.page("today")
    house.close()
    page.wants.emit(LookAtDose(FLOW))
    assert not house.application.background.busy
    house.close = lambda: None  # type: ignore[method-assign]


def test_in_the_evening_nobody_asks(build: Build) -> None:
    house = build()
    done(house, 1)
    house.open()
    house.reads(STEADY)
    assert not house.has_button("Not now")


def test_a_journal_that_cannot_be_written_keeps_the_question(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = build()
    morning(house)
    done(house, 1)
    house.open()
    scale = house.window.page("today").soreness.scale
    house.qtbot.waitUntil(scale.isVisible)

    def refuse(*_: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(house.engine.records.journal, "rate_soreness", refuse)
    house.application.want(RateSoreness(house.engine.today(), 3))
    house.qtbot.waitUntil(lambda: house.window.notices == ("The disk is full.",))
    assert scale.isVisible()


def test_the_evening_before_a_night_that_belongs_to_it_is_no_morning(build: Build) -> None:
    house = build()
    house.engine.settings = replace(house.engine.settings, day_start=datetime(1, 1, 1, 3).time())
    house.engine.now = lambda: NOW.replace(hour=1)
    done(house, 2)
    house.open()
    house.reads(STEADY)
    assert not house.has_button("Not now")
