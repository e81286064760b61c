"""Qt's own file dialog wears the program's dress, and a list opens below its field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.file_dialogs import ask_to_open
from longstride.ui.widgets.choice import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")


@pytest.mark.parametrize(("palette", "scale"), [(DARK, 100), (LIGHT, 200)])
def test_the_file_dialog_is_dressed_in_both_themes_and_at_200(
    palette: Palette, scale: int, undressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    apply_theme(undressed, palette, scale)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1024, 700)
    host.show()
    ask_to_open(host, "Open a journal", tmp_path, "Journals (*.sqlite)", print)
    dialog = host.findChild(QFileDialog)
    assert dialog is not None
    QApplication.processEvents()
    assert dialog.width() <= host.width()
    assert dialog.height() <= host.height()
    assert not any(each.text() and not each.icon().isNull() for each in _shown(dialog))
    assert all(field.findChild(QLabel) for field in dialog.findChildren(QComboBox))
    tools = [each for each in dialog.findChildren(QToolButton) if each.isVisible()]
    assert all(palette.quiet.lower() in _colors(tool) for tool in tools if tool.isEnabled())
    files = dialog.findChild(QTreeView)
    assert files is not None
    assert palette.surface.lower() in _colors(files)
    dialog.reject()


def _shown(dialog: QFileDialog) -> list[QPushButton]:
    """Return the buttons as they are painted: with an icon only where the style wants one."""
    hint = QApplication.style().StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    buttons = dialog.findChildren(QPushButton)
    return [each for each in buttons if each.style().styleHint(hint, None, each.parentWidget())]


def _colors(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(0, min(60, image.height())))
    return {image.pixelColor(x, y).name() for x, y in places}


def test_a_list_opens_below_its_field_and_shows_its_texts_whole(
    undressed: QApplication, qtbot: QtBot
) -> None:
    apply_theme(undressed, DARK, 100)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    choice = Choice(Theme(), "What was measured")
    choice.setParent(host)
    choice.resize(160, 46)
    longest = "Hip extension, with the thigh held and the knee bent"
    choice.offer((("Hip extension", 1), (longest, 2)), 1)
    host.show()
    choice.showPopup()
    view = choice.view()
    below = choice.mapToGlobal(QPoint(0, choice.height() - 2)).y()
    assert view.mapToGlobal(QPoint(0, 0)).y() >= below
    assert view.viewport().width() >= view.sizeHintForColumn(0) > choice.width()
    choice.hidePopup()
