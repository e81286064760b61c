"""The painted figure: whole inside its frame from every side, lit from the upper left, in order."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.prop import Prop
from longstride.core.figure.room import room_of
from longstride.core.figure.vectors import between
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.widgets.figure.figure import Look, differs, fit, paint_figure, paint_person
from longstride.ui.widgets.figure.limbs import parts_of
from longstride.ui.widgets.figure.order import back_to_front
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.props import furniture, ground, surfaces_of
from longstride.ui.widgets.figure.view import View

ASSETS = Path(__file__).parents[4] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
ALL = pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
FRAME = QRectF(20, 20, 120, 90)
TURNS = (-60.0, -25.0, 0.0, 25.0, 60.0)

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def person(
    figure: Figure,
    stance: Stance,
    look: Look,
    frame: QRectF = FRAME,
    *,
    turn: float = 0.0,
    whole: bool = False,
) -> Pixels:
    """Return the picture of a body alone, or of all, as rows of blue, green, red and alpha."""
    image = QImage(
        int(frame.width()) + 40, int(frame.height()) + 40, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    painter = QPainter(image)
    paint = paint_figure if whole else paint_person
    paint(painter, frame, figure, stance, look, View(turn))
    painter.end()
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)


def middle(figure: Figure) -> Stance:
    return figure.at(SpanPhase.ECCENTRIC, 0.5)


@ALL
def test_it_is_seen_whole_from_every_side(qtbot: QtBot, figure: Figure) -> None:
    """Each from two sides, all five and both looks among them; the flat one from one."""
    number = list(FIGURES).index(figure.drill)
    for turn, palette in ((TURNS[number % 5], DARK), (TURNS[(number + 2) % 5], LIGHT)):
        assert_whole(person(figure, middle(figure), Look.of(palette), turn=turn))
    flat = Look.of(DARK, simple=True)
    assert_whole(person(figure, middle(figure), flat, turn=TURNS[number % 5]))


@pytest.mark.parametrize("drill", ["supine-leg-rock", "ninety-ninety-switch"])
def test_its_shadow_ends_softly_at_the_frame(qtbot: QtBot, drill: str) -> None:
    picture = person(FIGURES[drill], FIGURES[drill].key, Look.of(LIGHT))[20:110, 20:140, 3]
    edges = (picture[0], picture[-1], picture[:, 0], picture[:, -1])
    assert max(int(edge.max()) for edge in edges) < 12


def assert_whole(picture: Pixels) -> None:
    seen = picture[:, :, 3] > 250
    rows, columns = np.nonzero(seen)
    assert seen.sum() > 350
    assert rows.min() > 20 and rows.max() < 109
    assert columns.min() > 20 and columns.max() < 139


@pytest.mark.parametrize("azimuth", range(-60, 61, 15))
def test_no_side_is_too_steep_to_paint(qtbot: QtBot, azimuth: int) -> None:
    """Limbs seen end on and trunks seen along their own axis."""
    for name in ("glute-bridge", "front-plank", "dead-bug", "clamshell"):
        figure = FIGURES[name]
        turn = azimuth - figure.camera.azimuth
        seen = person(figure, figure.key, Look.of(DARK), turn=turn, whole=True)
        assert (seen[:, :, 3] > 250).sum() > 350


@ALL
def test_every_moment_has_the_same_scale(figure: Figure) -> None:
    frame = QRectF(0, 0, 600, 500)
    for side in Side:
        stance = figure.at(SpanPhase.ECCENTRIC, 0.2, side=side)
        place = fit(frame, figure, flipped=stance.flipped)
        assert place.scale == pytest.approx(fit(frame, figure).scale)
        for point in stance.joints.values():
            assert frame.contains(place.point(point))


@pytest.mark.parametrize("side", Side)
def test_the_light_comes_from_the_upper_left_on_either_side(qtbot: QtBot, side: Side) -> None:
    """The picture of the other side is turned round, its light is not."""
    figure = FIGURES["single-leg-balance"]
    stance = figure.at(SpanPhase.HOLD, 0.5, side=side)
    picture = person(figure, stance, Look.of(DARK), QRectF(20, 20, 300, 400)).astype(int)
    place = fit(QRectF(20, 20, 300, 400), figure, flipped=stance.flipped)
    joints = stance.joints
    leg = min(("near", "far"), key=lambda leg: joints[f"{leg}_heel"][1])
    shin = place.point(between(joints[f"{leg}_knee"], joints[f"{leg}_heel"], 0.5))
    row, at = picture[int(shin.y()), :, :3].sum(axis=1), int(shin.x())
    reach = int(0.015 * place.scale)
    assert row[at - reach] > row[at + reach] + 20


def test_the_other_side_is_turned_round(qtbot: QtBot) -> None:
    figure = FIGURES["split-squat"]
    one, other = (
        person(figure, figure.at(SpanPhase.ECCENTRIC, 0.5, side=side), Look.of(DARK))[:, :, 3] > 128
        for side in (figure.shows, figure.shows.other)
    )
    assert (one & other[:, ::-1]).sum() > 0.93 * one.sum()


def order(name: str, stance: Stance) -> list[str]:
    figure = FIGURES[name]
    place = fit(QRectF(0, 0, 400, 300), figure, flipped=stance.flipped)
    parts = parts_of(stance.body, place, surfaces_of(figure.props))
    return [
        item.name if isinstance(item, Part) else "thing"
        for item in back_to_front([*parts, *furniture(figure.props, place)])
    ]


def test_what_is_nearer_is_painted_later(qtbot: QtBot) -> None:
    bird = order("bird-dog", FIGURES["bird-dog"].key)
    assert bird.index("far_thigh") < bird.index("trunk") < bird.index("near_upper_arm")
    split = order("split-squat", middle(FIGURES["split-squat"]))
    assert split.index("far_forearm") < split.index("trunk") < split.index("near_forearm")
    step = order("step-up", FIGURES["step-up"].key)
    assert step.index("thing") < step.index("near_foot")


def test_a_measuring_tape_lies_along_the_floor_with_marks(qtbot: QtBot) -> None:
    place = fit(QRectF(0, 0, 400, 300), FIGURES["knee-to-wall-test"])
    strip, *marks = ground([Prop("tape", (0.2, -0.05))], place)
    assert strip.halves[0] == pytest.approx(0.125)
    assert len(marks) == 9
    for mark in marks:
        assert mark.top < 0.002
        assert strip.overlaps((mark.middle, mark.middle), 0)
    assert len(ground([Prop("tape", (0.2,))], place)) == 1
    near, far = (
        room_of([], [Prop("tape", numbers)], place.camera) for numbers in ((0.2,), (0.2, -0.05))
    )
    assert far[0] < near[0] - 0.2


def test_the_muscle_brightens_with_effort(qtbot: QtBot) -> None:
    figure = FIGURES["glute-bridge"]
    easy, hard = (
        replace(figure.key, effort=effort, muscles=("near hamstring",)) for effort in (0.0, 1.0)
    )

    def red(stance: Stance) -> int:
        picture = person(figure, stance, Look.of(DARK), QRectF(20, 20, 300, 220)).astype(int)
        return int((picture[:, :, 2] > picture[:, :, 1] + 110).sum())

    assert red(hard) > 60
    assert red(easy) == 0


def test_the_ghost_stands_where_the_movement_ends(qtbot: QtBot) -> None:
    figure, look = FIGURES["standing-hip-hinge"], Look.of(DARK)
    moving = figure.at(SpanPhase.ECCENTRIC, 0.1)
    ghost = look.ghost

    def seen(stance: Stance) -> int:
        picture = person(figure, stance, look, whole=True)
        return int((picture[:, :, :3] == (ghost.blue(), ghost.green(), ghost.red())).all(2).sum())

    assert seen(moving) > 100
    assert not seen(replace(moving, ghost=None))


def test_what_an_eye_cannot_tell_apart(qtbot: QtBot) -> None:
    figure = FIGURES["standing-hip-hinge"]
    one, near, far = (figure.at(SpanPhase.ECCENTRIC, at) for at in (0.5, 0.5003, 0.52))
    assert not differs(one, near, 400)
    assert differs(one, far, 400)
    assert not differs(one, far, 1)
    assert differs(one, replace(one, effort=1.0), 400)
    assert differs(one, replace(one, fullness=1.0), 400)
    assert differs(one, replace(one, flipped=True), 400)
