"""Controls on every page: they stand off their ground, one is coral, no text is small."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from access.access_controls import LEAST_TEXT, in_coral, in_use, too_small, without_edge
from longstride.ui.look.palette import DARK
from longstride.ui.look.rings import Rings, has_ring
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.window import MainWindow
from longstride.ui.widgets.text import button, label
from ui import see_pages

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


class SizesSeen(Theme):
    """A theme that remembers the sizes that painted widgets ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: set[int] = set()

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        self.sizes.add(size)
        return super().font(size, weight)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, DARK, 100)
    yield qapp
    qapp.setStyleSheet("")


def test_controls_in_every_state_of_every_page(dressed: QApplication, qtbot: QtBot) -> None:
    theme = SizesSeen()
    window = MainWindow(theme, see_pages.entries(theme))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    small, coral, flat = [], [], []
    for state in see_pages.states(window, theme):
        for _ in range(4):
            dressed.processEvents()
        host = in_use(window)
        small += [f"{state}: {line}" for line in too_small(host)]
        if len(found := in_coral(host, QColor(DARK.coral))) > 1:
            coral.append(f"{state}: {', '.join(found)}")
        flat += [f"{state}: {line}" for line in without_edge(host)]
    assert "\n".join(small) == ""
    assert "\n".join(coral) == ""
    assert "\n".join(flat) == ""
    assert min(theme.sizes) >= LEAST_TEXT


@pytest.mark.parametrize("scale", [100, 110, 125, 150, 175, 200])
def test_chips_and_pills_are_round_at_every_size(
    scale: int, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, DARK, scale)
    window = QWidget()
    window.setProperty("role", "page")
    column = QVBoxLayout(window)
    shapes = [button("Year", "chip"), button("10", "pick"), label("8 drills", "pill")]
    for each in shapes:
        column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
    qtbot.addWidget(window)
    window.show()
    image = window.grab().toImage()
    corners = [image.pixelColor(each.pos() + QPoint(2, 2)) for each in shapes]
    qapp.setStyleSheet("")
    assert corners == [QColor(DARK.ground)] * len(shapes)


def test_a_click_leaves_no_ring_and_any_key_shows_it(qapp: QApplication, qtbot: QtBot) -> None:
    rings = Rings(qapp)
    window, first, second = QWidget(), QPushButton("First"), QPushButton("Second")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is window.windowHandle())
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=second.geometry().center())
    assert second.hasFocus()
    assert not has_ring(second)
    QTest.keyClick(handle, Qt.Key.Key_Control)
    assert not has_ring(second)
    QTest.keyClick(handle, Qt.Key.Key_Space)
    assert has_ring(second)
    QTest.keyClick(handle, Qt.Key.Key_Backtab)
    assert has_ring(first)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert not has_ring(first)
    rings.leave()
    assert has_ring(first)
