"""Small figures move while they are looked at, and only then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.ui.editor.catalogue import Catalogue, offered
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.figure.picture import FigurePicture

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ASSETS = Path(__file__).parents[4] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)


class Frames(QObject):
    """Counts how often a widget is painted, and where."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        self.regions: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += 1
            self.regions.append(event.rect())
        return False


def come(widget: QWidget) -> None:
    """Bring the mouse over a widget."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(widget, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    QApplication.processEvents()


def go(widget: QWidget) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    QApplication.processEvents()


@pytest.fixture
def theme() -> Theme:
    return Theme()


@pytest.fixture
def picture(qtbot: QtBot, theme: Theme) -> Iterator[FigurePicture]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = FigurePicture(theme, 160)
    column.addWidget(made)
    column.addWidget(QPushButton("Start"))
    made.show_figure(FIGURES["split-squat"], "Split squat")
    made.lively.watch(page.findChildren(QPushButton)[0])
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    page.setFocus()
    go(made)
    yield made
    page.close()


def test_the_mouse_over_it_moves_it_and_it_stands_again(
    qtbot: QtBot, picture: FigurePicture
) -> None:
    frames = Frames(picture)
    assert not picture.lively.timer.isActive()
    come(picture)
    qtbot.waitUntil(lambda: frames.count > 2)
    go(picture)
    assert not picture.lively.timer.isActive()
    figure = FIGURES["split-squat"]
    assert picture.lively.stance(figure) is figure.key
    QApplication.processEvents()
    frames.count = 0
    QApplication.processEvents()
    assert frames.count == 0


def test_the_keyboard_on_what_belongs_to_it_moves_it(picture: FigurePicture) -> None:
    start = picture.window().findChildren(QPushButton)[0]
    picture.window().activateWindow()
    QApplication.sendEvent(start, QEvent(QEvent.Type.FocusIn))
    start.setFocus()
    picture.lively._see()
    assert picture.lively.timer.isActive() is start.hasFocus()


def test_it_stops_when_it_is_hidden(picture: FigurePicture) -> None:
    come(picture)
    assert picture.lively.timer.isActive()
    picture.window().hide()
    QApplication.processEvents()
    assert not picture.lively.timer.isActive()


def test_nothing_moves_where_motion_is_to_be_reduced(theme: Theme, picture: FigurePicture) -> None:
    come(picture)
    theme.change(DARK, 100, reduced_motion=True)
    assert not picture.lively.timer.isActive()
    go(picture)
    come(picture)
    assert not picture.lively.timer.isActive()


def test_one_row_of_a_list_moves(qtbot: QtBot, theme: Theme) -> None:
    rows = Catalogue(theme)
    qtbot.addWidget(rows)
    rows.resize(400, 380)
    rows.show_offers(offered(CATALOGUE), FIGURES)
    with qtbot.waitExposed(rows):
        rows.show()
    lively = rows.pictures.lively
    place = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseMove(rows.viewport(), QPoint(5, 5))
    QTest.mouseMove(rows.viewport(), place)
    qtbot.waitUntil(lambda: lively.is_at(2))
    assert not lively.is_at(1)
    QApplication.processEvents()
    frames = Frames(rows.viewport())
    qtbot.waitUntil(lambda: frames.count > 2)
    assert all(region == rows.visualRect(rows.model().index(2, 0)) for region in frames.regions)
    go(rows.viewport())
    assert not lively.is_at(2)
    assert lively.is_at(0) is rows.hasFocus()
