"""The list of sessions is leafed through, by mouse and keyboard, and never scrolls by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from longstride.core.history.session import Session
from longstride.ui.intentions.records import Find
from longstride.ui.look.theme import Theme
from longstride.ui.review.session_list import SessionList
from longstride.ui.shown.past import FOUND
from ui import page_samples as samples

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
ALL = samples.sessions(24)


class Reading:
    """Answers what the list asks for, as the journal does."""

    def __init__(self, shown: SessionList) -> None:
        self.list, self.sessions = shown, ALL
        shown.wants.connect(self.answer)

    def answer(self, wish: object) -> None:
        assert isinstance(wish, Find)
        skip = wish.query.skip
        self.list.show_sessions(self.sessions[skip : skip + FOUND + 1], {}, samples.FRIDAY)


@pytest.fixture
def shown(qtbot: QtBot) -> SessionList:
    made = SessionList(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    reading = Reading(made)
    reading.answer(Find(made.query))
    made.setProperty("reading", reading)
    return made


def listed(shown: SessionList) -> tuple[Session, ...]:
    model = shown.table.model()
    return tuple(model.session(row) for row in range(model.rowCount()))


def test_older_and_newer_leaf_through_all_of_them(shown: SessionList) -> None:
    assert listed(shown) == ALL[:10]
    assert not shown.leaves.newer.isEnabled()
    shown.leaves.older.click()
    assert listed(shown) == ALL[10:20]
    assert shown.leaves.words.text() == "11 to 20"
    shown.leaves.older.click()
    assert listed(shown) == ALL[20:]
    assert shown.leaves.words.text() == "21 to 24"
    assert not shown.leaves.older.isEnabled()
    shown.leaves.newer.click()
    shown.leaves.newer.click()
    assert listed(shown) == ALL[:10]
    assert shown.details.session == ALL[0]


def test_arrows_and_page_keys_go_on_past_the_end(shown: SessionList) -> None:
    table = shown.table
    table.setFocus()
    for _ in range(10):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert shown.details.session == ALL[10]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert shown.details.session == ALL[9]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert shown.details.session == ALL[8]
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    QTest.keyClick(table, Qt.Key.Key_PageDown)  # where there is nothing older
    assert listed(shown) == ALL[20:]


def test_all_rows_stand_there_and_the_wheel_is_the_page_s(shown: SessionList) -> None:
    table = shown.table
    assert table.viewport().height() >= FOUND * table.rowHeight(0)
    assert table.verticalScrollBar().maximum() == 0
    height = table.height()
    shown.leaves.older.click()
    shown.leaves.older.click()
    assert table.height() == height  # what stands below stays where it is


def test_the_keyboard_stays_in_the_list_when_its_button_goes_dim(
    shown: SessionList, qtbot: QtBot
) -> None:
    shown.window().activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.leaves.older.setFocus()
    shown.leaves.older.click()
    assert shown.leaves.older.hasFocus()
    shown.leaves.older.click()
    assert shown.table.hasFocus()


def test_where_the_last_session_of_the_last_page_is_gone_the_one_before_shows(
    shown: SessionList,
) -> None:
    reading = shown.property("reading")
    reading.sessions = ALL[:11]
    shown.leaves.older.click()
    assert listed(shown) == ALL[10:11]
    reading.sessions = ALL[:10]
    shown.show_sessions((), {}, samples.FRIDAY)
    assert listed(shown) == ALL[:10]
    assert shown.leaves.isHidden()


def test_another_search_begins_at_the_newest(shown: SessionList) -> None:
    shown.leaves.older.click()
    shown.search.setText("left")
    assert shown.query.skip == 0
