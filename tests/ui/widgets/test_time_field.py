"""A time of the day, chosen or typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.time_field import TimeField, time_typed

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

any_time = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("7", time(7)),
        ("730", time(7, 30)),
        ("0730", time(7, 30)),
        (" 07:30 ", time(7, 30)),
        ("7.30", time(7, 30)),
        ("7h05", time(7, 5)),
        ("12 am", time(0)),
        ("12:15pm", time(12, 15)),
        ("7:30 PM", time(19, 30)),
    ],
)
def test_a_time_is_read_as_it_is_written(text: str, at: time) -> None:
    assert time_typed(text) == at


@pytest.mark.parametrize(
    "text", ["24:00", "7:60", "soon", "-1", "7:3", "0 am", "13 pm", "٧:٣٠", "7:30:10", ":", "9999"]
)
def test_what_is_no_time_of_the_day_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        time_typed(text)


@given(any_time)
def test_each_time_is_read_back(at: time) -> None:
    assert time_typed(f"{at:%H:%M}") == at == time_typed(f"{at:%I:%M %p}")


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_time_or_refused(text: str) -> None:
    try:
        assert time_typed(text).second == 0
    except ValueError as error:
        assert str(error)


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    field = TimeField(Theme(), "Time: Run on Monday")
    qtbot.addWidget(field)
    field.show()
    return field


def test_no_time_is_what_it_begins_with(field: TimeField) -> None:
    field.show_time(None)
    assert (field.currentText(), field.at) == ("No time", None)
    field.clearEditText()
    assert field.at is None


def test_typed_and_stepped_by_the_keyboard(field: TimeField, qtbot: QtBot) -> None:
    field.show_time(None)
    told: list[time | None] = []
    field.edited.connect(lambda: told.append(field.at if field.is_readable else None))
    field.lineEdit().selectAll()
    QTest.keyClicks(field.lineEdit(), "7.15")
    assert told[-1] == time(7, 15)
    field.lineEdit().editingFinished.emit()
    assert field.currentText() == "07:15"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.at == time(7, 30)
    QTest.keyClick(field, Qt.Key.Key_Home)
    field.setEditText("25:00")
    field.lineEdit().editingFinished.emit()
    assert field.currentText() == "25:00", "what cannot be read stays, to be mended"
    assert not field.is_readable


def test_a_time_between_the_quarters_is_offered_too(field: TimeField) -> None:
    field.show_time(time(6, 50))
    assert field.at == time(6, 50)
    assert time(6, 50) in field.values
    field.setEditText("8:10")
    field.lineEdit().editingFinished.emit()
    assert (field.currentText(), field.at) == ("08:10", time(8, 10))


def test_a_screen_reader_is_told_which_day_it_is(field: TimeField) -> None:
    assert field.accessibleName() == field.lineEdit().accessibleName() == "Time: Run on Monday"
