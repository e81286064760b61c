"""The first questions, answered with mouse, keys and a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.plan_samples import RUNNER
from longstride.core.history.plan.answers import Answers, Who
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.welcome import words
from longstride.ui.welcome.dialog import WelcomeDialog
from typeface import bring_typeface

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PLANS = {"runner": RUNNER}


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    bring_typeface()
    host = QWidget()
    host.resize(1440, 900)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    yield host


@pytest.fixture
def dialog(host: QWidget) -> WelcomeDialog:
    dialog = WelcomeDialog(Theme(DARK), host)
    dialog.open()
    dialog.show_plans(PLANS)
    return dialog


def test_nothing_is_chosen_and_start_is_dim(dialog: WelcomeDialog) -> None:
    assert dialog.answers is None
    assert not dialog.start.isEnabled()
    assert dialog.look_around.isEnabled()
    assert words.OPENING in dialog.proposal


def test_the_words_grow_with_each_answer(dialog: WelcomeDialog) -> None:
    dialog.who[Who.RUNNER].click()
    assert dialog.proposal == "To run on. Runner, two weeks."
    dialog.days[0].click()
    dialog.days[6].click()
    assert dialog.proposal.endswith("Runner, two weeks. Runs on Monday and Sunday.")
    dialog.targets[4].click()
    assert dialog.proposal.endswith("Any four days keep a week.")
    assert dialog.start.isEnabled()


def test_start_carries_the_answers_once(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    dialog.who[Who.RUNNER].click()
    dialog.days[2].click()
    dialog.targets[3].click()
    with qtbot.waitSignal(dialog.begun) as begun:
        dialog.start.click()
    assert begun.args == [Answers(Who.RUNNER, frozenset({2}), 3), RUNNER]
    assert dialog.isVisible()
    with qtbot.assertNotEmitted(dialog.begun):
        dialog.start.click()


def test_a_refusal_can_be_tried_again(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    dialog.who[Who.RUNNER].click()
    dialog.start.click()
    dialog.refuse("The disk is full.")
    with qtbot.waitSignal(dialog.begun):
        dialog.start.click()


def test_by_keyboard_alone(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.who[Who.RUNNER].isChecked()
    for _ in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.answers == Answers(Who.RUNNER, frozenset({2}))
    with qtbot.waitSignal(dialog.skipped):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_who_sits_or_starts_is_asked_for_no_days_and_nothing_moves(
    qtbot: QtBot, dialog: WelcomeDialog
) -> None:
    dialog.days[1].click()
    watched = (dialog.start, dialog.targets[2], dialog.who[Who.DESK])
    places = [each.mapTo(dialog, each.rect().topLeft()) for each in watched]
    for who in Who:
        dialog.who[who].click()
        dialog.targets[5].click()
        qtbot.waitUntil(lambda: dialog.answers is not None)
        asked = dialog.days[1].isVisible()
        assert asked is who.has_days
        assert dialog.answers is not None
        assert dialog.answers.days == (frozenset({1}) if asked else frozenset())
        assert [each.mapTo(dialog, each.rect().topLeft()) for each in watched] == places


def test_a_plan_that_cannot_be_read_leaves_a_way_on(dialog: WelcomeDialog) -> None:
    dialog.show_plans({})
    dialog.who[Who.SPRINTER].click()
    assert words.NO_PLAN in dialog.proposal
    assert not dialog.start.isEnabled()
    assert dialog.look_around.isEnabled()


def test_days_begin_as_the_athletes_weeks_do(host: QWidget) -> None:
    dialog = WelcomeDialog(Theme(DARK), host, 6)
    names = [each.accessibleName() for each in dialog.days.values()]
    assert names[:2] == ["Sunday", "Monday"]
    assert len(names) == 7
