"""Numbers between a minus and a plus, and the digits of a tempo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.amount import FAST, Amount, TempoDigit
from longstride.ui.widgets.writing import LONGEST, LineField, ProseField, plain


def test_a_number_is_stepped_by_its_signs_and_told_once(qtbot: QtBot) -> None:
    field, told = Amount(Theme(), "Repetitions", (0, 199)), []
    qtbot.addWidget(field)
    field.valueChanged.connect(told.append)
    field.show_number(8)
    assert told == [], "what is shown is no change"
    field.resize(field.sizeHint())
    field.show()
    middle = field.height() // 2
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 6, middle))
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(6, middle))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert told == [9, 8, 9]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_undo_belongs_to_all_that_is_written(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, undone = QVBoxLayout(window), []
    fields = (Amount(Theme(), "Sets", (1, 99)), LineField("Title"), ProseField(Theme(), "Cues"))
    for field in fields:
        column.addWidget(field)
    undo = QShortcut(QKeySequence("Ctrl+Z"), window)
    undo.activated.connect(lambda: undone.append(1))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for count, field in enumerate(fields, 1):
        field.setFocus()
        qtbot.keyClicks(field, "5")
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(undone) == count


@pytest.mark.parametrize(("typed", "digit"), [("4", "4"), ("x", "X"), ("fast", "X")])
def test_a_digit_is_typed_in_seconds_or_as_fast(qtbot: QtBot, typed: str, digit: str) -> None:
    field = TempoDigit(Theme(), "Down", "coral", may_be_fast=True)
    qtbot.addWidget(field)
    field.show_digit("2")
    field.selectAll()
    qtbot.keyClicks(field, typed)
    assert field.digit == digit
    field.show_digit("3")
    field.show_digit("X")
    assert (field.value(), field.text()) == (FAST, "fast")


def test_a_pause_may_be_none_and_is_never_fast(qtbot: QtBot) -> None:
    field = TempoDigit(Theme(), "Pause", "amber", may_be_fast=False)
    qtbot.addWidget(field)
    field.show_digit("0")
    field.selectAll()
    qtbot.keyClicks(field, "x7")
    assert (field.digit, field.maximum()) == ("7", 9)


def test_a_line_takes_no_more_than_it_can_lay_out(qtbot: QtBot) -> None:
    field, told = LineField("Title"), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.insert("x" * 1_000_000)
    assert len(field.text()) == LONGEST
    assert plain("a\x07b\nc", lines=True) == "a b\nc"
    assert plain("a\x07b\nc") == "a b c"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert len(told[-1]) == LONGEST - 1
