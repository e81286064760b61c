"""By keyboard alone: Tab comes everywhere and back, and one sees where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from access.access_keys import named, pixels, stops, strong_change, visits, walk
from longstride.settings import Settings
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.player.page import PlayerPage
from longstride.ui.settings.page import SettingsPage
from longstride.ui.shell.window import MainWindow
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button
from ui import player_moments, see_pages

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

LOOKED_AT = {
    "today_notices_interrupted",
    "plan",
    "choose_plan",
    "flows",
    "flow_detail",
    "drills",
    "measure_stills",
    "film",
    "thomas",
    "compare_locked",
    "review_all",
    "settings",
    "trouble_backup",
    "after_sharp",
    "edit",
    "rest",
    "measure",
    "who_speaks",
    "mistakes",
    "about",
    "leave",
    "bug",
}


@pytest.fixture
def calm(qapp: QApplication) -> Iterator[QApplication]:
    """No blinking cursor and, afterwards, no stylesheet."""
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield qapp
    qapp.setCursorFlashTime(flash)
    qapp.setStyleSheet("")


def open_window(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def settled(app: QApplication) -> None:
    for _ in range(12):
        app.processEvents()


def test_tab_reaches_everything_and_shift_tab_leads_back(calm: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    apply_theme(calm, theme.palette, theme.scale)
    window = MainWindow(theme, see_pages.entries(theme))
    open_window(qtbot, window)
    missed = []
    for state in see_pages.states(window, theme):
        settled(calm)
        wanted = stops(window)
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
        there = walk(window, Qt.Key.Key_Tab)
        back = walk(window, Qt.Key.Key_Backtab)
        for way, visited in (("there", there), ("back", back)):
            left = [widget for widget in wanted if widget not in visited]
            missed += [f"{state}, {way}: {line}" for line in named(left)]
        assert back == [there[0], *reversed(there[1:])], state
        if any(dialog.isVisible() for dialog in window.findChildren(Overlay)):
            first = min(range(len(there)), key=lambda n: _place(there[n], window))
            places = [_place(widget, window) for widget in (*there[first:], *there[:first])]
            assert places == sorted(places), f"{state}: not from the top down"
    assert "\n".join(missed) == ""


def test_what_tab_comes_to_is_in_sight(calm: QApplication, qtbot: QtBot) -> None:
    """Also where it comes from the navigation into a page that was scrolled, at both its ends."""
    theme = Theme()
    apply_theme(calm, theme.palette, theme.scale)
    window = MainWindow(theme, see_pages.entries(theme))
    open_window(qtbot, window)
    unseen = []
    for state in see_pages.states(window, theme):
        if state in {"review_season_2", "settings_below", "flow_detail", "drills_below"}:
            settled(calm)
            stops(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
            for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                lost = [at for at in visits(window, key) if at.visibleRegion().isEmpty()]
                unseen += [f"{state}: {line}" for line in named(lost)]
    assert "\n".join(unseen) == ""


def _place(widget: QWidget, window: QWidget) -> tuple[int, int]:
    """Return the line and the place on it; what is level within 30 px is one line."""
    middle = widget.mapTo(window, widget.rect().center())
    return middle.y() // 30, middle.x()


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_the_eye_sees_where_the_keyboard_is(
    palette: Palette, calm: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(palette)
    apply_theme(calm, palette, 100)
    window = MainWindow(theme, see_pages.entries(theme))
    open_window(qtbot, window)
    unseen = []
    for state in see_pages.states(window, theme):
        if state in LOOKED_AT:
            settled(calm)
            unseen += [f"{state}: {line}" for line in named(unseen_stops(window))]
    assert "\n".join(unseen) == ""


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_the_eye_sees_where_the_keyboard_is_in_the_player(
    palette: Palette, calm: QApplication, qtbot: QtBot
) -> None:
    apply_theme(calm, palette, 100)
    page = PlayerPage(Theme(palette))
    open_window(qtbot, page)
    page.open(player_moments.FLOW, player_moments.build())
    assert len(stops(page)) >= 7
    page.setFocus()
    assert set(walk(page, Qt.Key.Key_Tab)) >= set(stops(page))
    assert list(named(unseen_stops(page))) == []


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_the_main_button_is_as_large_as_those_beside_it(
    palette: Palette, calm: QApplication, qtbot: QtBot
) -> None:
    """At rest no room is left clear round it for the ring of the focus."""
    apply_theme(calm, palette, 100)
    window = QWidget()
    row = QHBoxLayout(window)
    plain, main = button("Skip"), button("Save", "primary")
    row.addWidget(plain)
    row.addWidget(main)
    open_window(qtbot, window)
    window.setFocus()
    raised, coral = (color_share(each) for each in (plain, main))
    assert plain.height() == main.height() >= 44
    assert raised == coral


def color_share(widget: QWidget) -> float:
    """Return how much of a line down a widget is not its window's ground."""
    image = widget.window().grab().toImage()
    place = widget.geometry()
    ground = image.pixelColor(0, 0)
    column = [
        image.pixelColor(place.left() + 20, y) for y in range(place.top(), place.bottom() + 1)
    ]
    return sum(color != ground for color in column) / len(column)


def test_the_text_size_stays_in_sight_while_it_grows(calm: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    apply_theme(calm, theme.palette, 100)
    page = SettingsPage(theme)
    page.show_settings(Settings())
    open_window(qtbot, page)
    level = page.amounts["text_scale"].level
    level.setFocus(Qt.FocusReason.TabFocusReason)
    page.ensureWidgetVisible(level)
    for scale in (150, 200, 100):
        theme.change(theme.palette, scale, False)
        apply_theme(calm, theme.palette, scale)
        settled(calm)
        assert (
            page.viewport()
            .rect()
            .contains(QRect(level.mapTo(page.viewport(), QPoint()), level.size()))
        ), scale


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_a_field_s_hint_can_be_read(palette: Palette, calm: QApplication, qtbot: QtBot) -> None:
    apply_theme(calm, palette, 100)
    field = QLineEdit()
    field.setPlaceholderText("Search")
    qtbot.addWidget(field)
    field.ensurePolished()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint == QColor(palette.quiet)


def unseen_stops(window: QWidget) -> list[QWidget]:
    """Return what looks the same with the keyboard and without, or nearly so."""
    found = stops(window)
    unseen = []
    for widget, other in zip(found, [*found[1:], found[0]], strict=True):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_it = pixels(widget)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if other is not widget and strong_change(with_it, pixels(widget)) < widget.height():
            unseen.append(widget)
    return unseen


def test_one_of_many_is_one_stop_and_arrows_lead_on(calm: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    choice, chosen = OneOf(window), []
    for place, text in enumerate(("Rest", "Illness", "Travel")):
        button = QPushButton(text)
        column.addWidget(button)
        choice.add(button, place)
    choice.chosen.connect(chosen.append)
    choice.mark(1)
    open_window(qtbot, window)
    assert [widget.property("text") for widget in stops(window)] == ["Illness"]
    choice.button(1).setFocus()
    QTest.keyClick(choice.button(1), Qt.Key.Key_Down)
    assert chosen == [2]
    assert [widget.property("text") for widget in stops(window)] == ["Travel"]
    choice.button(0).toggle()  # as a screen reader does
    qtbot.waitUntil(lambda: chosen == [2, 0])
    choice.mark(1)
    choice.button(2).click()
    assert chosen == [2, 0, 2]
