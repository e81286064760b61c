"""Pages are made late, the keyboard reaches them, the player takes the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import MainWindow, PageEntry
from longstride.ui.widgets.nav import Sidebar

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("today", "flows", "review", "settings")


class Shell:
    """A window over plain labels, and what was made and shown so far."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.shown: list[str] = []
        self.theme = Theme()
        self.window = MainWindow(self.theme, tuple(map(self._entry, NAMES)))
        self.window.page_shown.connect(self.shown.append)

    def _entry(self, name: str) -> PageEntry:
        return PageEntry(name, name, name.capitalize(), lambda: self._make(name))

    def _make(self, name: str) -> QWidget:
        self.made.append(name)
        return QLabel(name)


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    made = Shell()
    qtbot.addWidget(made.window)
    made.window.resize(1200, 800)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.leave_player()


def nav(shell: Shell) -> list[QPushButton]:
    return [
        found
        for found in shell.window.findChildren(QPushButton)
        if found.accessibleName() in {name.capitalize() for name in NAMES}
    ]


def test_pages_are_made_when_first_shown(shell: Shell) -> None:
    assert shell.made == []
    shell.window.show_page("today")
    shell.window.show_page("flows")
    shell.window.show_page("today")
    assert shell.made == ["today", "flows"]
    assert shell.shown == ["today", "flows", "today"]
    assert shell.window.current_page == "today"


def test_control_and_a_figure_open_a_page(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("today")
    for key in (Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1):
        qtbot.keyClick(shell.window, key, Qt.KeyboardModifier.ControlModifier)
    assert shell.shown == ["today", "review", "flows", "settings", "today"]


def test_the_navigation_shows_where_one_is(shell: Shell) -> None:
    shell.window.show_page("review")
    assert [button.isChecked() for button in nav(shell)] == [False, False, True, False]
    nav(shell)[3].click()
    assert shell.window.current_page == "settings"


def test_it_narrows_to_icons_and_keeps_the_names(shell: Shell, qtbot: QtBot) -> None:
    wide = nav(shell)[0].width()
    shell.window.resize(600, 700)
    qtbot.waitUntil(lambda: nav(shell)[0].width() < wide)
    assert [button.accessibleName() for button in nav(shell)] == [n.capitalize() for n in NAMES]


def test_large_text_narrows_it_too(shell: Shell, qtbot: QtBot) -> None:
    wide = nav(shell)[0].width()
    shell.theme.change(LIGHT, 200, False)
    qtbot.waitUntil(lambda: nav(shell)[0].width() < wide)


def test_the_player_takes_the_window_and_gives_it_back(shell: Shell) -> None:
    shell.window.show_page("flows")
    player = QLabel("player")
    shell.window.show_player(player)
    assert shell.window.has_player
    assert player.isVisible()
    assert player.width() == shell.window.width()
    assert not nav(shell)[0].isVisible()
    shell.window.leave_player()
    assert not shell.window.has_player
    assert nav(shell)[0].isVisible()
    assert shell.shown == ["flows", "flows"]
    player.deleteLater()


def test_full_screen_only_for_the_player(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("today")
    player = QLabel("player")
    shell.window.show_player(player, full_screen=True)
    qtbot.waitUntil(shell.window.isFullScreen)
    shell.window.leave_player()
    qtbot.waitUntil(lambda: not shell.window.isFullScreen())
    player.deleteLater()


def test_no_page_opens_behind_the_player(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("today")
    player = QLabel("player")
    shell.window.show_player(player)
    qtbot.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.current_page == "today"
    shell.window.leave_player()
    player.deleteLater()


def test_closing_asks_while_the_player_is_in_front(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("today")
    player = QLabel("player")
    shell.window.show_player(player)
    with qtbot.waitSignal(shell.window.close_asked), qtbot.assertNotEmitted(shell.window.closed):
        assert not shell.window.close()
    shell.window.leave_player()
    with qtbot.waitSignal(shell.window.closed):
        assert shell.window.close()
    player.deleteLater()


def test_a_change_of_look_is_live(shell: Shell) -> None:
    sidebar = shell.window.findChild(Sidebar)
    before = sidebar.width()
    shell.theme.change(LIGHT, 150, False)
    assert sidebar.width() != before


def test_the_ring_of_the_focus_comes_along_to_the_page_that_is_opened(
    shell: Shell, qtbot: QtBot
) -> None:
    (sidebar,) = shell.window.findChildren(Sidebar)
    sidebar.buttons[0].setFocus()
    qtbot.keyClick(shell.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert shell.shown[-1] == "review"
    assert sidebar.buttons[2].hasFocus()
