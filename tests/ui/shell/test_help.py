"""Help for each page, which names no key that is not there, and About."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

import longstride
from longstride.paths import find_shipped
from longstride.ui.intentions.editing import MakeMine
from longstride.ui.intentions.window import ShowAbout
from longstride.ui.player.keys import KEYS
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.shell.about_dialog import AboutDialog
from longstride.ui.shell.help import PLAYER, read_help
from longstride.ui.widgets.charts.chart import Chart
from longstride.ui.widgets.help_panel import HelpPanel, keys_text
from ui import see_film
from ui.house import House

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGES = ("today", "plan", "flows", "drills", "measure", "review", "settings", "editor")
HELP = find_shipped("resources") / "help"


def panel(house: House) -> HelpPanel | None:
    found = house.shown(HelpPanel)
    return found if isinstance(found, HelpPanel) else None


def texts(panel: HelpPanel | None) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)] if panel else []


def show(house: House, page: str) -> QWidget:
    """Open a page, or the player, and wait for what it shows."""
    if page == PLAYER:
        return house.start().page
    if page == "review":  # which has nothing to search before the first session
        house.start().hear_to_the_end()
        house.press("Done")
    if page == "editor":
        house.application.want(MakeMine("post-run-five"))
        house.qtbot.waitUntil(lambda: house.window.current_page == page)
    house.window.show_page(page)
    house.wait_for_tasks()
    if page == "measure":
        see_film.open_clip(house.window.page("measure").film)
        see_film.place(house.window.page("measure").film)
        house.window.page("measure").open_film()
    if page == "review":
        house.qtbot.waitUntil(lambda: house.shown(Chart) is not None)
    return house.window.page(page)


def shortcuts(house: House) -> set[str]:
    """Return every key that works wherever the focus is, as the window stands."""
    return {
        each.key().toString()
        for each in house.window.findChildren(QShortcut)
        if each.isEnabled() and isinstance(host := each.parent(), QWidget) and host.isVisible()
    }


def takes(widget: QWidget, key: str) -> bool:
    """Say whether a widget does something with a key."""
    if isinstance(widget, QLineEdit):
        widget.setText("couch")
    pressed = QKeySequence(key)[0]
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def works(house: House, page: QWidget, key: str) -> bool:
    if key in shortcuts(house):
        return True
    seen = (each for each in page.findChildren(QWidget) if each.isVisible())
    return any(takes(each, key) for each in seen if each.focusPolicy() != Qt.FocusPolicy.NoFocus)


def test_each_page_has_its_help_and_nothing_else_has(house: House) -> None:
    entries = {entry.name for entry in house.window.entries}
    assert entries == set(PAGES)
    assert {file.stem for file in HELP.iterdir()} == entries | {PLAYER, "everywhere"}


@pytest.mark.parametrize("page", [*PAGES, PLAYER])
def test_each_key_that_is_named_exists(house: House, page: str) -> None:
    shown = show(house, page)
    for keys in read_help(HELP, page).keys:
        for key in keys.press:
            assert works(house, shown, key), f"{key} does nothing on {page}"


@pytest.mark.parametrize("page", [*PAGES, PLAYER])
def test_each_key_that_exists_is_named(house: House, page: str) -> None:
    """One of those that do the same is enough."""
    show(house, page)
    named = {key for keys in read_help(HELP, page).keys for key in keys.press}
    for alike in KEYS.values():
        same = {sequence.toString() for sequence in alike}
        named |= same if same & named else set()
    between = {f"Ctrl+{number}" for number in range(2, 7)}
    pages = {f"Ctrl+{number}" for number in range(1, 8)} if page == PLAYER else set()
    assert shortcuts(house) - between - pages <= named


def test_a_key_that_is_not_there_would_be_noticed(house: House) -> None:
    assert not works(house, show(house, "today"), "Ctrl+F")
    assert not works(house, show(house, "settings"), "F5")


@pytest.mark.parametrize("page", PAGES)
def test_a_control_on_every_page_shows_it(house: House, page: str) -> None:
    show(house, page)
    house.press("Help")
    assert read_help(HELP, page).words[0] in texts(panel(house))
    house.key(Qt.Key.Key_Escape)
    assert panel(house) is None


def test_f1_opens_and_closes_and_the_focus_comes_back(house: House) -> None:
    house.window.show_page("drills")
    search = house.window.page("drills").search
    search.setFocus()
    house.key(Qt.Key.Key_F1)
    assert panel(house)
    house.key(Qt.Key.Key_F1)
    assert panel(house) is None
    assert house.window.focusWidget() is search


def test_escape_closes_it_whatever_has_the_focus(house: House) -> None:
    house.window.show_page("drills")
    house.key(Qt.Key.Key_F1)
    search = house.window.page("drills").search
    search.setText("couch")
    search.setFocus()
    house.key(Qt.Key.Key_Escape)
    assert panel(house) is None
    assert search.text() == "couch"
    house.key(Qt.Key.Key_Escape)
    assert search.text() == ""


def test_it_follows_from_page_to_page(house: House) -> None:
    house.key(Qt.Key.Key_F1)
    house.window.show_page("review")
    assert panel(house).accessibleName() == "Help: Review"


def test_the_flow_goes_on_beside_its_help(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_F1)
    assert "Pause, or go on" in texts(panel(house))
    assert house.playing
    house.hear_until(2000)
    house.key(Qt.Key.Key_Space)
    assert not house.playing
    house.key(Qt.Key.Key_Space)
    house.key(Qt.Key.Key_Escape)
    assert panel(house) is None
    assert house.playing
    house.key(Qt.Key.Key_Escape)
    assert house.shown(LeaveDialog)


def test_the_player_has_a_control_for_it_too(house: House) -> None:
    house.start()
    house.press("Help")
    assert panel(house).x() == 0
    house.press("Leave")
    assert house.shown(LeaveDialog)
    assert panel(house) is None
    house.press("Go on")
    assert "Esc" in shortcuts(house)


def test_keys_stand_as_on_a_keyboard() -> None:
    assert keys_text(("Left", "Right"), "or") == "← or →"
    assert keys_text(("Ctrl+1", "Ctrl+5"), "to") == "Ctrl+1 to Ctrl+5"
    assert keys_text(("Shift+Left", "Shift+Home"), "or") == "Shift+← or Shift+Home"


# About


class FileManager(QObject):
    """Takes the place of the one that would be started."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def file_manager(qapp: QApplication) -> Iterator[FileManager]:
    made = FileManager()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def about(house: House) -> AboutDialog:
    house.press("About")
    house.qtbot.waitUntil(lambda: house.shown(AboutDialog) is not None)
    return house.shown(AboutDialog)  # type: ignore[no-any-return]


def test_about_says_what_it_is_and_what_it_is_not(house: House) -> None:
    said = " ".join(label.text() for label in about(house).findChildren(QLabel))
    for words in (longstride.__version__, "Nothing ever leaves", "replaces no doctor", "free"):
        assert words in said


def test_each_licence_can_be_read(house: House) -> None:
    dialog = about(house)
    assert dialog.parts.itemText(0).endswith("GPL-3.0-or-later")
    assert "GNU GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    names = [dialog.parts.itemText(place).split()[0] for place in range(dialog.parts.count())]
    assert {"Longstride", "Qt", "numpy", "SQLAlchemy", "Python"} <= set(names)
    for place in range(dialog.parts.count()):
        dialog.parts.setCurrentIndex(place)
        told = dialog.text.toPlainText()
        assert len(told) > 200 or "not stated" in told, dialog.parts.itemText(place)


def test_its_folders_open(house: House, file_manager: FileManager) -> None:
    dialog = about(house)
    looks = [each for each in dialog.findChildren(QPushButton) if "folder" in each.text()]
    for look in looks:
        look.click()
    paths = house.engine.paths
    assert file_manager.shown == [paths.data, paths.state]


def test_two_quick_clicks_are_one(house: House) -> None:
    house.window.wants.emit(ShowAbout())
    house.window.wants.emit(ShowAbout())
    house.wait_for_tasks()
    assert len(house.window.findChildren(AboutDialog)) == 1
