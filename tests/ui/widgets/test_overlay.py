"""What is asked inside the window, and that nothing behind it hears the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.history.pain import DULL_ADVICE, SHARP_ADVICE
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.ui.look.theme import Theme
from longstride.ui.player.leave_dialog import Leave, LeaveDialog
from longstride.ui.shell.bug_dialog import BugDialog
from longstride.ui.shown.after_dialog import AfterDialog
from longstride.ui.widgets.text import button

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Host(QWidget):
    """A page with a button and a Space shortcut, such as the player."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("behind")
        QVBoxLayout(self).addWidget(self.button)
        self.spaces = 0
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Space), self)
        shortcut.activated.connect(self._count)

    def _count(self) -> None:
        self.spaces += 1


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    made = Host()
    qtbot.addWidget(made)
    made.resize(900, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def test_after_tells_everything(host: Host, qtbot: QtBot) -> None:
    dialog = AfterDialog(Theme(), host, "Hip extension base", before=6)
    dialog.open()
    dialog.stiffness.choose(3)
    dialog.effort.choose(5)
    dialog.pains[1].click()
    dialog.where.setText("  left hip ")
    dialog.note.setPlainText("Better.\n")
    with qtbot.waitSignal(dialog.rated) as told:
        dialog.save.click()
    assert told.args == [AfterRating(3, 5, Pain(PainKind.DULL, "left hip"), "Better.")]


def test_after_may_be_left_blank(host: Host, qtbot: QtBot) -> None:
    dialog = AfterDialog(Theme(), host, "Hip extension base")
    dialog.open()
    with qtbot.waitSignal(dialog.rated) as told:
        dialog.save.click()
    assert told.args == [AfterRating()]


def test_where_is_asked_only_of_pain(host: Host) -> None:
    dialog = AfterDialog(Theme(), host, "Hip extension base")
    dialog.open()
    assert not dialog.where.isVisible()
    dialog.pains[1].click()
    assert dialog.where.isVisible()
    assert DULL_ADVICE == dialog.advice.accessibleName()
    dialog.where.setText("knee")
    dialog.pains[0].click()
    assert dialog.answer.pain == Pain()


def test_sharp_pain_brings_the_advice_to_stop(host: Host) -> None:
    dialog = AfterDialog(Theme(), host, "Hip extension base")
    dialog.open()
    dialog.pains[2].click()
    assert dialog.advice.isVisible()
    assert dialog.advice.accessibleName() == SHARP_ADVICE
    assert dialog.answer.pain.kind is PainKind.SHARP


@pytest.mark.parametrize("way", ["skip", "escape"])
def test_after_can_be_skipped(host: Host, qtbot: QtBot, way: str) -> None:
    dialog = AfterDialog(Theme(), host, "Hip extension base")
    dialog.open()
    with qtbot.waitSignal(dialog.skipped), qtbot.assertNotEmitted(dialog.rated):
        if way == "skip":
            dialog.skip.click()
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "choice"),
    [("go_on", Leave.GO_ON), ("keep_place", Leave.KEEP_PLACE), ("end", Leave.END)],
)
def test_leave(host: Host, qtbot: QtBot, name: str, choice: Leave) -> None:
    dialog = LeaveDialog(Theme(), host, "Hip extension base", 5, 9)
    dialog.open()
    with qtbot.waitSignal(dialog.chosen) as told:
        getattr(dialog, name).click()
    assert told.args is not None
    assert told.args[0] is choice


def test_escape_goes_on(host: Host, qtbot: QtBot) -> None:
    dialog = LeaveDialog(Theme(), host, "Hip extension base", 5, 9)
    dialog.open()
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told.args is not None
    assert told.args[0] is Leave.GO_ON


def test_the_host_sleeps_and_wakes(host: Host) -> None:
    host.button.setFocus()
    dialog = LeaveDialog(Theme(), host, "Hip extension base", 5, 9)
    dialog.open()
    assert not host.button.isEnabled()
    assert dialog.geometry() == host.rect()
    dialog.go_on.click()
    assert host.button.isEnabled()
    assert host.focusWidget() is host.button


def test_keys_do_not_reach_shortcuts_behind(host: Host, qtbot: QtBot) -> None:
    qtbot.keyClick(host.button, Qt.Key.Key_Space)
    assert host.spaces == 1
    dialog = AfterDialog(Theme(), host, "Hip extension base")
    dialog.open()
    dialog.pains[1].setFocus()
    qtbot.keyClick(dialog.pains[1], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.stiffness, Qt.Key.Key_Space)
    assert host.spaces == 1
    assert dialog.answer.pain.kind is PainKind.DULL


def test_it_follows_the_size_of_its_host(host: Host, qtbot: QtBot) -> None:
    dialog = BugDialog(Theme(scale=200), host, "Traceback")
    dialog.open()
    host.resize(500, 400)
    qtbot.waitUntil(lambda: dialog.geometry() == host.rect())
    assert dialog.card.width() <= 500


def test_a_second_question_over_the_first(host: Host) -> None:
    first = LeaveDialog(Theme(), host, "Hip extension base", 5, 9)
    first.open()
    second = BugDialog(Theme(), host, "Traceback")
    second.open()
    assert not first.go_on.isEnabled()
    second.reject()
    assert first.go_on.isEnabled()
    assert not host.button.isEnabled()
    first.go_on.click()
    assert host.button.isEnabled()


def test_a_bug_report_can_be_copied(host: Host) -> None:
    dialog = BugDialog(Theme(), host, "Traceback: x")
    dialog.open()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: x"
    assert dialog.copy.text() == "Copied"
    dialog.reject()


def test_enter_presses_the_button_that_has_the_keyboard(host: Host, qtbot: QtBot) -> None:
    """Not the dialog's default button, which goes on, or saves."""
    dialog = LeaveDialog(Theme(), host, "Hip extension base", 2, 9)
    dialog.open()
    dialog.end.setFocus()
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog.end, Qt.Key.Key_Return)
    assert told.args == [Leave.END]


def test_a_held_enter_presses_once(host: Host) -> None:
    pressed: list[str] = []
    held = button("Restore")
    held.clicked.connect(lambda: pressed.append(held.text()))
    for again in (False, True, True):
        kind, plain = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        held.keyPressEvent(QKeyEvent(kind, Qt.Key.Key_Enter, plain, "", again))
    assert len(pressed) == 1
    held.deleteLater()
