"""Review: charts, the year, the list of sessions, and what it asks for."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.core.history.measure import MeasureKind
from longstride.ui.intentions.records import (
    Add,
    Delete,
    Edit,
    Find,
    Look,
    Measure,
    SavePicture,
    SaveReport,
)
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.review.page import ReviewPage
from longstride.ui.review.session_model import COLUMNS, SessionModel
from longstride.ui.review.year_card import regular_text
from longstride.ui.shown.past import FOUND, Query, Range
from ui import page_samples as samples

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    made = ReviewPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def fill(page: ReviewPage, count: int, title: str = "", note: str = "") -> None:
    many = samples.sessions(count, title, note)
    page.show_past(samples.past(many, Range.SEASON, samples.measurements()))
    page.show_sessions(many[: FOUND + 1])


def press(page: ReviewPage, words: str) -> None:
    (found,) = (
        b
        for b in page.findChildren(QPushButton)
        if words in {b.text(), b.accessibleName()} and b.isVisible()
    )
    found.click()


def texts(page: ReviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_is_blank_until_it_knows(page: ReviewPage) -> None:
    assert texts(page) == []


def test_the_model_holds_qts_rules(qtbot: QtBot) -> None:
    model = SessionModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_sessions(samples.sessions(60), samples.FRIDAY)
    model.show_sessions((), samples.FRIDAY)
    assert tester.model() is model


def test_a_screen_reader_hears_what_each_cell_is(page: ReviewPage) -> None:
    fill(page, 3)
    model = page.sessions.table.model()
    assert (model.rowCount(), model.columnCount()) == (3, len(COLUMNS))
    cell = model.index(0, 3)
    assert cell.data() == "7 → 6"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Stiffness: 7 → 6"
    assert model.index(0, 2).data() == "8:00"


def test_details_follow_the_keyboard(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 9)
    details = page.sessions.details
    assert details.texts[0] == "Stiffness 7 → 6: no clear change."
    assert "Glute bridge: 8 reps" in details.texts
    page.sessions.table.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.sessions.table, Qt.Key.Key_Down)
    assert "3 of 6 steps, lighter from step 4." in details.texts
    assert "Standing hip hinge: skipped" in details.texts


def test_an_empty_page_invites(page: ReviewPage, qtbot: QtBot) -> None:
    page.show_past(samples.past(()))
    page.show_sessions(())
    assert not page.sessions.isVisible()
    with qtbot.waitSignal(page.wants) as chosen:
        press(page, "Choose a first flow")
    assert chosen.args == [ShowPage("flows")]
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Add a session")
    assert wanted.args == [Add()]
    fill(page, 1)
    assert page.sessions.isVisible()


def test_no_kept_week_is_no_reproach() -> None:
    one = samples.sessions(1)
    later = samples.past(one, today=samples.FRIDAY + timedelta(weeks=2))
    assert "weeks kept" not in regular_text(later)
    assert "every week kept" in regular_text(samples.past(samples.sessions(180)))
    missed = samples.past(samples.sessions(180), today=samples.FRIDAY + timedelta(weeks=2))
    assert re.search(r"\d+ of \d+ weeks kept", regular_text(missed))


def test_a_flow_left_before_any_work_is_listed_too(page: ReviewPage) -> None:
    (left,) = samples.sessions(1)
    idle = (replace(left, steps=()),)
    past = replace(samples.past(idle), totals=())
    page.show_past(past)
    page.show_sessions(idle)
    assert page.sessions.isVisible()
    assert "Your sessions will stand here" not in texts(page)
    assert all(card.isVisible() for card in page.cards.values())


def test_every_chart_has_a_picture_or_warm_words(page: ReviewPage) -> None:
    fill(page, 1)
    for card in page.cards.values():
        assert card.chart.isVisible() == (card.chart.plot is not None)
        assert card.chart.isVisible() != card.empty.isVisible()
    fill(page, 60)
    assert all(card.chart.plot is not None for card in page.cards.values())


def test_the_range_chosen_is_asked_for(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 9)
    assert page.range is Range.SEASON
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Year")
    assert wanted.args == [Look(Range.YEAR)]


def test_a_chart_offers_its_picture_and_the_page_its_report(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 9)
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Save as PNG: At work, min per week")
    (picture,) = wanted.args
    assert isinstance(picture, SavePicture)
    assert picture.plot is page.cards["minutes"].chart.plot
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Report as PDF")
    assert isinstance(wanted.args[0], SaveReport)


def test_a_day_of_the_year_lists_its_sessions(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 9)
    with qtbot.waitSignal(page.wants) as wanted:
        page.year.heatmap.choose(samples.FRIDAY)
    assert wanted.args == [Find(Query(day=samples.FRIDAY))]
    page.show_sessions(samples.sessions(1))
    assert "20 Nov 2026:\nHip extension base · 8:00 · stiffness 7 → 6 · all 6 steps" in texts(page)
    with qtbot.waitSignal(page.wants) as wanted:
        page.sessions.day.click()
    assert wanted.args == [Find(Query())]


def test_years_can_be_leafed_through(page: ReviewPage) -> None:
    fill(page, 600)
    newest = page.year.heatmap.year.place(samples.FRIDAY)
    assert newest.isValid()
    press(page, "A year earlier")
    assert not page.year.heatmap.year.place(samples.FRIDAY).isValid()
    assert page.year.heatmap.year.place(samples.FRIDAY - timedelta(weeks=60)).isValid()
    press(page, "A year later")
    assert page.year.heatmap.year.place(samples.FRIDAY).isValid()


def test_search_and_flow_narrow_the_list(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 9)
    with qtbot.waitSignal(page.wants) as wanted:
        page.sessions.search.setText("left")
    assert wanted.args == [Find(Query("left"))]
    page.sessions.flows.setCurrentIndex(1)
    with qtbot.waitSignal(page.wants) as wanted:
        page.sessions.flows.activated.emit(1)
    assert wanted.args == [Find(Query("left", "eccentric-hips"))]
    page.show_sessions(())
    assert "No session has these words. Fewer words find more." in texts(page)


def test_the_chosen_session_can_be_changed_and_deleted(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 3)
    page.sessions.table.selectRow(1)
    second = samples.sessions(3)[1]
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Edit")
    assert wanted.args == [Edit(second)]
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Delete")
    assert wanted.args == [Delete(second)]


def test_measurements_show_a_kind_that_has_numbers(page: ReviewPage, qtbot: QtBot) -> None:
    only = tuple(m for m in samples.measurements() if m.kind is MeasureKind.CADENCE)
    page.show_past(samples.past(samples.sessions(3), Range.SEASON, only))
    assert page.measures.kind is MeasureKind.CADENCE
    assert page.measures.chart.text() == "20 Nov 2026: 172 steps a minute"
    with qtbot.waitSignal(page.wants) as wanted:
        press(page, "Enter numbers")
    assert wanted.args == [Measure(MeasureKind.CADENCE)]


def test_a_change_of_range_carries_its_error(page: ReviewPage) -> None:
    page.show_past(samples.past(samples.sessions(3), Range.YEAR, samples.measurements()))
    assert any("Left: likely 14.3° more since 16 Jan." in text for text in texts(page))


def test_the_same_values_again_leave_the_page_alone(page: ReviewPage) -> None:
    many = samples.sessions(9)
    past = samples.past(many)
    page.show_past(past)
    page.show_sessions(many)
    page.sessions.table.selectRow(4)
    page.show_past(past)
    page.show_sessions(many)
    assert page.sessions.table.currentIndex().row() == 4


def test_sixty_sessions_with_long_texts_stay_inside(page: ReviewPage, qtbot: QtBot) -> None:
    fill(page, 60, samples.long_cards()[0].title, "Eine lange Notiz. " * 60)
    qtbot.waitUntil(lambda: page.ground.width() == page.viewport().width())
    table = page.sessions.table
    assert table.horizontalHeader().length() <= table.viewport().width()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [500, 900, 1400])
def test_columns_that_do_not_fit_are_left_to_the_details(
    qtbot: QtBot, scale: int, width: int
) -> None:
    page = ReviewPage(Theme(scale=scale))
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    fill(page, 9)
    qtbot.waitUntil(lambda: page.ground.width() == page.viewport().width())
    table = page.sessions.table
    hidden = [table.isColumnHidden(column) for column in range(len(COLUMNS))]
    assert not hidden[0] and not hidden[1]
    assert hidden == sorted(hidden)
    assert page.year.heatmap.width() <= page.viewport().width()
