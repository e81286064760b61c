"""How sore the athlete is, and what the next dose should be, on Today."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from longstride.core.flow.manner import Manner
from longstride.core.history.session import Session
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Start
from longstride.ui.intentions.records import (
    LeaveSoreness,
    LookAtDose,
    PutOffDose,
    RateSoreness,
    TakeDose,
    UndoDose,
)
from longstride.ui.look.theme import Theme
from longstride.ui.shown.dose_words import BACK, CAREFUL, GROWTH
from longstride.ui.today.page import TodayPage
from longstride.ui.today.view import TodayView, soreness_now
from ui import dose_samples as doses
from ui import page_samples as samples
from ui import rest_samples

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BASE = samples.base()
DAY = samples.FRIDAY


def worked(ago: int = 1) -> tuple[Session, ...]:
    first, *rest = samples.sessions(9)[1:]
    return (replace(first, day=DAY - timedelta(days=ago)), *rest)


def view(left: int = doses.MORNING, **changes: object) -> TodayView:
    return samples.today(worked(), samples.cards()[:1], left, **changes)


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


@pytest.fixture
def wanted(page: TodayPage) -> list[Intention]:
    found: list[Intention] = []
    page.wants.connect(found.append)
    return found


def texts(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def asks(page: TodayPage) -> bool:
    return page.soreness.isVisible()


def tap(page: TodayPage, qtbot: QtBot, number: int) -> None:
    scale = page.soreness.scale
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale._cell(number).center().toPoint())


def test_one_tap_on_the_morning_after_work_answers(
    page: TodayPage, qtbot: QtBot, wanted: list[Intention]
) -> None:
    page.show_today(view())
    assert asks(page)
    assert not page.dose.isVisible()
    tap(page, qtbot, 10)
    assert wanted[1:] == [RateSoreness(DAY, 10)]
    page.show_today(view(soreness={DAY: 10}))
    assert not asks(page)
    assert "You are 10 of 10 sore today." in texts(page)


@pytest.mark.parametrize(
    ("left", "answer", "put_off", "ago", "asked"),
    [
        (1, None, None, 1, True),
        (0, None, None, 1, False),
        (1, 0, None, 1, False),
        (1, None, DAY, 1, False),
        (1, None, DAY - timedelta(days=1), 1, True),
        (1, None, None, 2, False),
        (1, None, None, 0, False),
    ],
)
def test_it_is_asked_on_that_morning_alone(
    left: int, answer: int | None, put_off: date | None, ago: int, asked: bool
) -> None:
    known = {} if answer is None else {DAY: answer}
    recent = samples.recent(worked(ago)[:1], soreness=known)
    found = soreness_now(recent, DAY, left, put_off)
    assert (found.asked, found.answer) == (asked, answer)


def test_keys_choose_and_only_enter_or_the_button_answers(
    page: TodayPage, qtbot: QtBot, wanted: list[Intention]
) -> None:
    page.show_today(view())
    scale, leave = page.soreness.scale, page.soreness.leave
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Left):
        qtbot.keyClick(scale, key)
    page.show_today(view())  # as where something else was read meanwhile
    assert (scale.answer, leave.text(), wanted[1:]) == (9, "Keep 9", [])
    qtbot.keyClick(scale, Qt.Key.Key_Return)
    qtbot.keyClick(scale, Qt.Key.Key_Return)
    assert wanted[1:] == [RateSoreness(DAY, 9)]
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    leave.click()
    assert wanted[2:] == [RateSoreness(DAY, 8)]


def test_not_now_makes_way_for_the_counsel(page: TodayPage, wanted: list[Intention]) -> None:
    page.show_today(view())
    page.soreness.leave.click()
    assert wanted[1:] == [LeaveSoreness(DAY)]
    assert (asks(page), page.dose.isVisible()) == (False, True)


def test_at_noon_it_is_gone_by_itself(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(view(left=1))
    qtbot.waitUntil(lambda: not asks(page))
    assert page.dose.isVisible()


def test_no_timer_goes_on_where_it_is_not_seen(page: TodayPage) -> None:
    page.show_today(view())
    assert page.soreness._noon.isActive()
    page.hide()
    page.soreness.hide()
    assert not page.soreness._noon.isActive()


def test_an_answer_can_be_changed_taken_back_or_left_all_day(
    page: TodayPage, qtbot: QtBot, wanted: list[Intention]
) -> None:
    answered = view(0, soreness={DAY: 4})
    page.show_today(answered)
    page.dose.change_it.click()
    assert (asks(page), page.dose.isVisible(), page.soreness.scale.answer) == (True, False, 4)
    page.show_today(answered)
    assert asks(page)  # what was read meanwhile does not close it
    page.soreness.leave.click()
    assert (asks(page), page.dose.isVisible(), wanted[1:]) == (False, True, [])
    page.dose.change_it.click()
    tap(page, qtbot, 6)
    page.show_today(view(0, soreness={DAY: 6}))
    assert (asks(page), wanted[1:]) == (False, [RateSoreness(DAY, 6)])
    page.dose.change_it.click()
    tap(page, qtbot, 6)
    assert wanted[2:] == [RateSoreness(DAY, None)]


def test_a_proposal_can_be_taken_put_off_and_explained(
    page: TodayPage, wanted: list[Intention]
) -> None:
    dose = doses.ready(BASE)
    page.show_today(view(0, doses={BASE.id: dose}))
    box, proposal = page.dose.counsel, dose.counsel.proposal
    assert proposal
    assert proposal.sentence in texts(page)
    assert GROWTH not in texts(page)
    box.ask_why.click()
    assert GROWTH in texts(page)
    box.take.click()
    box.put_off.click()
    assert wanted[1:] == [TakeDose(proposal), PutOffDose(proposal)]
    assert not box.take_back.isVisible()


def test_what_was_too_much_can_be_taken_back(page: TodayPage, wanted: list[Intention]) -> None:
    dose = doses.too_much(BASE)
    page.show_today(view(0, doses={BASE.id: dose}))
    box = page.dose.counsel
    box.ask_why.click()
    assert BACK in texts(page)
    box.take_back.click()
    assert dose.counsel.take_back
    assert wanted[1:] == [UndoDose(dose.counsel.take_back)]
    assert not (box.take.isVisible() or box.put_off.isVisible())


def test_where_lighter_is_counselled_it_begins_so_in_one_tap(
    page: TodayPage, wanted: list[Intention]
) -> None:
    page.show_today(view(0, doses={BASE.id: samples.STEADY}))
    assert not page.dose.counsel.start_lighter.isVisible()
    page.show_today(view(0, soreness={DAY: 8}, doses={BASE.id: doses.LIGHTER}))
    page.next_flow.stiffness.choose(4)
    page.dose.counsel.start_lighter.click()
    assert wanted[1:] == [Start(BASE.id, 4, Manner(lighter=True))]


def test_a_sore_day_offers_nothing_that_grows(page: TodayPage) -> None:
    page.show_today(view(soreness={DAY: 8}, doses={BASE.id: doses.LIGHTER}))
    box = page.dose.counsel
    assert "Sore 8 today: go lighter, or rest." in texts(page)
    box.ask_why.click()
    assert CAREFUL in texts(page)
    assert not any(each.isVisible() for each in (box.take, box.put_off, box.take_back))


def places(page: TodayPage) -> list[QPoint]:
    """Return where those parts of the page stand that are there at once."""
    for _ in range(4):
        QApplication.processEvents()  # so that all of it is laid out
    flow = page.next_flow
    parts = (flow, flow.title, flow.minutes, flow.stiffness, flow.start, flow.picture)
    return [part.mapTo(page, QPoint()) for part in parts]


def test_nothing_moves_when_the_counsel_comes(page: TodayPage) -> None:
    glance = view(0, whole=False, doses={})
    page.show_today(glance)
    before = places(page)
    assert not page.week.isVisible()
    page.show_today(view(0, doses={}))  # all is read but for the dose
    assert not page.week.isVisible()
    page.show_today(view(0, doses={BASE.id: doses.ready(BASE)}))
    assert page.week.isVisible()
    assert places(page) == before


def test_the_dose_of_the_flow_is_asked_for_once(page: TodayPage, wanted: list[Intention]) -> None:
    page.show_today(view(0, whole=False, doses={}))
    assert wanted == []
    for _ in range(2):
        page.show_today(view(0, doses={}))
    assert wanted == [LookAtDose(BASE.id)]


def test_another_flow_that_is_taken_for_stiff_hips_has_no_counsel_of_the_first(
    page: TodayPage,
) -> None:
    for sore in ({}, {DAY: 3}):
        page.show_today(samples.today(worked(), soreness=sore))
        assert page.dose.counsel.isVisible()
        page.next_flow.stiffness.choose(8)
        page.next_flow.take_advice.click()
        assert not page.dose.counsel.isVisible()
        assert page.dose.isVisible() is bool(sore)


def test_a_day_of_rest_has_no_dose_but_an_answer(page: TodayPage) -> None:
    rest = rest_samples.resting()
    page.show_today(rest)
    assert not page.dose.isVisible()
    page.show_today(replace(rest, soreness=replace(rest.soreness, answer=2)))
    assert "You are 2 of 10 sore today." in texts(page)
    assert not page.dose.counsel.isVisible()
