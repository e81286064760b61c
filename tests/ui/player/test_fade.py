"""The controls go while nothing is asked of them, and come back."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from longstride.core.timeline.timeline import Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player.page import PlayerPage
from ui.player_moments import FLOW, control


def strength(page: PlayerPage) -> set[float]:
    """Return how strongly the controls are painted."""
    return {one.strength for one in page.fade.buttons}


def test_controls_fade_and_come_back_with_the_mouse(qtbot: QtBot, page: PlayerPage) -> None:
    assert page.fade.timer.isActive()
    assert page.fade.timer.interval() == 3000
    page.fade.timer.timeout.emit()
    qtbot.waitUntil(lambda: strength(page) == {0.0})
    assert page.cursor().shape() is Qt.CursorShape.BlankCursor
    over = control(page, "Steps of the flow")
    qtbot.mouseMove(over, QPoint(300, 10))
    qtbot.mouseMove(over, QPoint(310, 10))
    qtbot.waitUntil(lambda: strength(page) == {1.0})
    assert page.cursor().shape() is not Qt.CursorShape.BlankCursor
    assert page.fade.timer.isActive()


def test_a_hand_over_the_figure_says_that_it_can_be_turned(page: PlayerPage) -> None:
    figure = page.parts.drill.figure
    assert figure.cursor().shape() is Qt.CursorShape.OpenHandCursor
    page.fade.gone.emit(True)
    assert figure.cursor().shape() is Qt.CursorShape.BlankCursor


def test_controls_stay_where_the_keyboard_is(page: PlayerPage) -> None:
    control(page, "Go lighter").setFocus(Qt.FocusReason.TabFocusReason)
    page.fade.timer.timeout.emit()
    assert strength(page) == {1.0}


def test_controls_stay_while_paused_and_the_timer_dies_with_the_page(page: PlayerPage) -> None:
    page.show_state(False, False, False)
    assert not page.fade.timer.isActive()
    page.show_state(True, False, False)
    assert page.fade.timer.isActive()
    page.hide()
    assert not page.fade.timer.isActive()


def test_reduced_motion_keeps_the_controls(qtbot: QtBot, timeline: Timeline) -> None:
    page = PlayerPage(Theme(reduced_motion=True))
    qtbot.addWidget(page)
    page.open(FLOW, timeline)
    page.show()
    page.show_state(True, False, False)
    assert not page.fade.timer.isActive()
