"""A figure is turned by hand, within bounds, and back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.widgets.figure.turning import TILT, TURN, Turning

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def wheel(
    stage: QWidget, notches: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> bool:
    event = QWheelEvent(
        QPointF(9, 9),
        stage.mapToGlobal(QPointF(9, 9)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    QApplication.sendEvent(stage, event)
    return event.isAccepted()


def test_it_follows_the_hand_and_a_double_click_turns_it_back(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=True)
    QTest.mousePress(stage, LEFT, pos=QPoint(200, 200))
    QTest.mouseMove(stage, QPoint(300, 240))
    assert turning.turn == pytest.approx(-25)
    assert turning.tilt == pytest.approx(10)
    QTest.mouseRelease(stage, LEFT, pos=QPoint(300, 240))
    QTest.mouseMove(stage, QPoint(500, 200))
    assert turning.turn == pytest.approx(-25)
    QTest.mouseDClick(stage, LEFT, pos=QPoint(300, 200))
    assert (turning.turn, turning.tilt) == (0, 0)


def test_it_turns_so_far_and_no_further(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=False)
    for _ in range(20):
        QTest.keyClick(stage, Qt.Key.Key_Left, SHIFT)
        QTest.keyClick(stage, Qt.Key.Key_Down, SHIFT)
    assert (turning.turn, turning.tilt) == (TURN, TILT)
    QTest.keyClick(stage, Qt.Key.Key_Home, SHIFT)
    assert (turning.turn, turning.tilt) == (0, 0)


def test_keys_without_shift_are_left_to_the_page(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=True)
    QTest.keyClick(stage, Qt.Key.Key_Left)
    QTest.keyClick(stage, Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.ControlModifier)
    assert turning.turn == 0


def test_the_wheel_scrolls_where_there_is_something_to_scroll(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=True)
    assert not wheel(stage, 1)
    assert turning.turn == 0
    assert wheel(stage, 1, SHIFT)
    assert turning.turn == -10


def test_the_wheel_turns_it_where_nothing_scrolls(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=False)
    assert wheel(stage, -2)
    assert turning.turn == 20


def test_what_is_shown_the_other_way_round_goes_with_the_hand_too(stage: QWidget) -> None:
    turning = Turning(stage, scrolls=False)
    turning.move(30, 0)
    there = turning.turn
    turning.mirrored = True
    assert turning.turn == -there
