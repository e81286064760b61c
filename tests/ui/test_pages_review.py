"""The list of sessions and the details of one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.ui.pages.review import ReviewPage
from longstride.ui.pages.session_model import COLUMNS, SessionModel
from longstride.ui.theme import Theme
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


def test_the_model_holds_qts_rules(qtbot: QtBot) -> None:
    model = SessionModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_sessions(samples.sessions(60))
    model.show_sessions(())
    assert tester.model() is model


def test_a_screen_reader_hears_what_each_cell_is(page: ReviewPage) -> None:
    page.show_sessions(samples.sessions(3))
    model = page.table.model()
    assert (model.rowCount(), model.columnCount()) == (3, len(COLUMNS))
    cell = model.index(0, 3)
    assert cell.data() == "7 → 6"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Stiffness: 7 → 6"
    assert model.index(0, 2).data() == "8:00"


def test_details_follow_the_keyboard(page: ReviewPage, qtbot: QtBot) -> None:
    page.show_sessions(samples.sessions(9), {"glute-bridge": "Bridge"})
    assert page.details.texts[0] == "Stiffness 7 → 6: no clear change."
    assert "Bridge: 8 reps" in page.details.texts
    page.table.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert "3 of 6 steps, lighter from step 4." in page.details.texts
    assert "Standing hip hinge: skipped" in page.details.texts


def test_an_empty_page_invites(page: ReviewPage, qtbot: QtBot) -> None:
    page.show_sessions(())
    assert not page.table.isVisible()
    (invite,) = (b for b in page.findChildren(QPushButton) if b.isVisible())
    with qtbot.waitSignal(page.choose_flow):
        invite.click()
    page.show_sessions(samples.sessions(1))
    assert page.table.isVisible()
    assert not invite.isVisible()


def test_sixty_sessions_with_long_texts_stay_inside(page: ReviewPage, qtbot: QtBot) -> None:
    title = samples.long_cards()[0].title
    page.show_sessions(samples.sessions(60, title, "Eine lange Notiz. " * 60))
    qtbot.waitUntil(lambda: page.ground.width() == page.viewport().width())
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()
    assert any(label.text().startswith("60 sessions") for label in page.findChildren(QLabel))


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [500, 900, 1400])
def test_columns_that_do_not_fit_are_left_to_the_details(
    qtbot: QtBot, scale: int, width: int
) -> None:
    page = ReviewPage(Theme(scale=scale))
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    page.show_sessions(samples.sessions(9))
    qtbot.waitUntil(lambda: page.ground.width() == page.viewport().width())
    hidden = [page.table.isColumnHidden(column) for column in range(len(COLUMNS))]
    assert not hidden[0] and not hidden[1]
    assert hidden == sorted(hidden)
