"""A figure is painted no more often than it changes, and looks all the time as if painted."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.player.figure import Arc
from longstride.ui.player.figure_frame import FigureFrame
from longstride.ui.widgets.figure import moving
from longstride.ui.widgets.figure.figure import Look, paint_figure
from longstride.ui.widgets.figure.growing import GrowingPicture
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.sheet import clear_sheet

ASSETS = Path(__file__).parents[4] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
SQUAT, HINGE = FIGURES["split-squat"], FIGURES["standing-hip-hinge"]
LOOK = Look.of(DARK)
FRAME = QRectF(0, 0, 200, 200)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """Every figure whose body was painted."""
    return noted(monkeypatch, "paint_person")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """Every figure whose surroundings were painted."""
    return noted(monkeypatch, "paint_scenery")


def noted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[Figure]:
    figures: list[Figure] = []
    really = getattr(moving, name)

    def paint(painter: QPainter, frame: QRectF, figure: Figure, *words: object, **view) -> None:
        figures.append(figure)
        really(painter, frame, figure, *words, **view)

    monkeypatch.setattr(moving, name, paint)
    return figures


def sheet_of(high: float, picture: GrowingPicture | None) -> np.ndarray:
    """Return a squat in a frame so high, painted anew or by a picture that grows."""
    sheet, frame = clear_sheet(QSizeF(200, 200), 1.0), QRectF(0, 0, 200, high)
    painter = QPainter(sheet)
    if picture is None:
        paint_figure(painter, frame, SQUAT, SQUAT.key, LOOK)
    else:
        picture.paint(painter, frame, SQUAT, SQUAT.key, LOOK)
    painter.end()
    return _colors(sheet)


def _colors(sheet: QPixmap) -> np.ndarray:
    image = sheet.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(200, 200, 4)
    return pixels.astype(int)


def test_what_is_stretched_lies_where_it_would_be_painted(
    qtbot: QtBot, painted: list[Figure]
) -> None:
    picture = GrowingPicture()
    assert (sheet_of(150, picture) == sheet_of(150, None)).all()
    stretched = sheet_of(157, picture)
    assert len(painted) == 1
    anew, unmoved = sheet_of(157, None), sheet_of(150, None)
    assert abs(stretched - anew).mean() < abs(unmoved - anew).mean() / 3
    sheet_of(200, picture)
    assert len(painted) == 2, "stretched as far as an eye sees it"


def test_what_gives_way_is_painted_once_while_it_goes(qtbot: QtBot, painted: list[Figure]) -> None:
    stage = FigureFrame(Theme())
    qtbot.addWidget(stage)
    stage.resize(200, 200)
    for frame in range(1, 20):
        come = frame / 20
        stance = HINGE.at(SpanPhase.SETUP, come / 100)
        stage.show_figure((HINGE, stance), (SQUAT, SQUAT.key), come, grows=True)
        stage.resize(200, 200 + frame % 5)
        stage.grab()
    assert painted == [SQUAT, HINGE]


def test_what_stands_round_a_body_is_painted_once_a_phase(
    qtbot: QtBot, painted: list[Figure], built: list[Figure]
) -> None:
    sheet = clear_sheet(QSizeF(200, 200), 1.0)
    picture = MovingPicture()
    for phase in (SpanPhase.ECCENTRIC, SpanPhase.CONCENTRIC):
        for part in (0.2, 0.5, 0.8):
            stance = SQUAT.at(phase, part)
            sheet.fill(Qt.GlobalColor.transparent)
            painter = QPainter(sheet)
            picture.paint(painter, FRAME, SQUAT, stance, LOOK)
            painter.end()
            anew = clear_sheet(QSizeF(200, 200), 1.0)
            painter = QPainter(anew)
            paint_figure(painter, FRAME, SQUAT, stance, LOOK)
            painter.end()
            assert abs(_colors(sheet) - _colors(anew)).max() <= 1, (phase, part)
    assert (len(painted), len(built)) == (6, 2)


def test_an_arrow_that_goes_leaves_the_body_as_it_is(qtbot: QtBot, painted: list[Figure]) -> None:
    stage = FigureFrame(Theme())
    qtbot.addWidget(stage)
    stage.resize(200, 200)
    for strength in (0.8, 0.5, 0.2):
        arc = Arc(SpanPhase.ECCENTRIC, Side.LEFT, strength)
        stage.show_figure((SQUAT, SQUAT.key), arc=arc)
        stage.grab()
    assert painted == [SQUAT]


def test_a_frame_that_grew_shows_it_sharply_once_it_stands(qtbot: QtBot) -> None:
    stages = [FigureFrame(Theme()), FigureFrame(Theme())]
    for stage in stages:
        qtbot.addWidget(stage)
    stages[0].resize(200, 190)
    stages[0].show_figure((SQUAT, SQUAT.key), grows=True)
    stages[0].grab()
    for stage in stages:
        stage.resize(200, 200)
        stage.show_figure((SQUAT, SQUAT.key))
    one, two = (stage.grab().toImage() for stage in stages)
    assert one == two
