"""The painted figure: inside its frame, at one scale, mirrored, bright where it works."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Figure, Stance
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.widgets.figure.figure import Look, fit, paint_figure

ASSETS = Path(__file__).parents[4] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
ALL = pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))


def painted(figure: Figure, stance: Stance, palette: Palette = DARK) -> QImage:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    paint_figure(painter, QRectF(20, 20, 280, 200), figure, stance, Look.of(palette))
    painter.end()
    return image


def colored(image: QImage, like: QColor) -> list[tuple[int, int]]:
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    rows, columns = np.nonzero(pixels == like.rgb())
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
@ALL
def test_it_is_seen_whole(qtbot: QtBot, figure: Figure, palette: Palette) -> None:
    image = painted(figure, figure.at(SpanPhase.ECCENTRIC, 0.5), palette)
    body = colored(image, Look.of(palette).near)
    assert len(body) > 400
    assert all(20 <= x <= 300 and 20 <= y <= 220 for x, y in body)


@ALL
def test_every_moment_has_the_same_scale(figure: Figure) -> None:
    frame = QRectF(0, 0, 600, 500)
    for side in Side:
        stance = figure.at(SpanPhase.ECCENTRIC, 0.2, side=side)
        place = fit(frame, figure, flipped=stance.flipped)
        assert place.scale == fit(frame, figure).scale
        for point in stance.joints.values():
            assert frame.contains(place.point(point))


def test_the_other_side_is_the_mirror_image(qtbot: QtBot) -> None:
    figure = FIGURES["split-squat"]
    left = painted(figure, figure.at(SpanPhase.ECCENTRIC, 0.5, side=Side.LEFT))
    right = painted(figure, figure.at(SpanPhase.ECCENTRIC, 0.5, side=Side.RIGHT))
    near = Look.of(DARK).near
    one, other = set(colored(left, near)), colored(right, near)
    matching = sum((319 - x, y) in one for x, y in other)
    assert matching > 0.97 * len(one)


def test_the_muscle_brightens_with_effort(qtbot: QtBot) -> None:
    figure = FIGURES["standing-hip-hinge"]
    easy = painted(figure, figure.at(SpanPhase.ECCENTRIC, 0.0))
    hard = painted(figure, figure.at(SpanPhase.STRETCHED, 0.0))
    work = Look.of(DARK).work
    assert len(colored(hard, work)) > 40
    assert not colored(easy, work)


def test_the_ghost_stands_where_the_movement_ends(qtbot: QtBot) -> None:
    figure = FIGURES["standing-hip-hinge"]
    ghost = Look.of(DARK).ghost
    moving = colored(painted(figure, figure.at(SpanPhase.ECCENTRIC, 0.1)), ghost)
    assert len(moving) > 200
    assert not colored(painted(figure, figure.at(SpanPhase.STRETCHED, 0.1)), ghost)
