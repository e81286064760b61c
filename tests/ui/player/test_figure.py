"""The figure in the player: led by the same moment as the count, and calm between pictures."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage, qGreen, qRed
from pytestqt.qtbot import QtBot

import fakes
from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Stance
from longstride.core.figure.skeleton import other_side
from longstride.core.flow.drill import Side
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player.drill_words import DrillWords
from longstride.ui.player.figure import Scene, scene
from longstride.ui.player.figure_frame import FigureFrame
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.setup_words import SetupWords
from longstride.ui.player.words import panel_text
from ui import player_moments
from ui.player_moments import FLOW

ASSETS = Path(__file__).parents[3] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return player_moments.build()


def at(timeline: Timeline, phase: SpanPhase, step: int, part: float, still: bool = False) -> Scene:
    span = player_moments.find(timeline, phase, step)
    moment = timeline.at(span.start + int(span.length * part))
    found = scene(timeline, moment, FIGURES, still=still)
    assert found is not None
    return found


def apart(one: Stance, two: Stance) -> float:
    return max(math.dist(one.joints[name], two.joints[name]) for name in one.joints)


def as_seen(stance: Stance) -> Stance:
    """Return a turned picture as the one that looks the same unturned, from the front."""
    if not stance.flipped:
        return stance
    joints = {other_side(name): (-x, y, z) for name, (x, y, z) in stance.joints.items()}
    return replace(stance, body=replace(stance.body, joints=joints))


def test_the_figure_is_where_the_count_is(timeline: Timeline) -> None:
    shot = at(timeline, SpanPhase.ECCENTRIC, 1, 0.5).shot
    wanted = FIGURES["split-squat"].at(SpanPhase.ECCENTRIC, 0.5, side=Side.LEFT)
    assert shot.figure is FIGURES["split-squat"]
    assert apart(shot.stance, wanted) < 1e-9
    assert shot.stance.ghost is not None
    assert not shot.stance.flipped is FIGURES["split-squat"].shows is Side.LEFT


def test_nothing_moves_by_leaps_from_start_to_end(timeline: Timeline) -> None:
    """Through a whole flow a picture moves on by itself, or gives way slowly to another."""
    seams = [span.start + each for span in timeline.spans[1:] for each in (-16, 0)]
    for position in sorted({*seams, *range(0, timeline.duration, 500)}):
        before, now = (
            scene(timeline, timeline.at(each), FIGURES, still=False)
            for each in (position, position + 16)
        )
        if before and now and before.shot.figure is now.shot.figure and now.before is None:
            assert apart(as_seen(before.shot.stance), as_seen(now.shot.stance)) < 0.05, position
        elif before and now and now.before is not None and before.before is None:
            assert now.come < 0.01
            assert apart(before.shot.stance, now.before.stance) < 0.05


def test_a_circle_turns_round_at_half() -> None:
    """At the same part of a repetition the other way round it stands where it did before."""
    of = CATALOGUE["standing-active-hip-circle"]
    flow = fakes.flow(fakes.step(of, dose=replace(of.dose, reps=4)))
    made = compile_flow(flow, {}, fakes.FULL)
    figures = {of.id: FIGURES[of.id]}

    def joints(rep: int, passed: float) -> Stance:
        spans = [s for s in made.spans if s.rep == rep and s.bout == 0]
        start, end = spans[0].start, spans[-1].end
        found = scene(made, made.at(start + int(passed * (end - start))), figures, still=False)
        assert found is not None
        return found.shot.stance

    for passed in (0.35, 0.65):
        there, back = joints(2, passed), joints(3, 1 - passed)
        assert apart(there, back) < 0.01
    early, late = joints(3, 0.35), joints(2, 0.35)
    assert apart(early, late) > 0.02


def test_the_chest_fills_in_a_hold(timeline: Timeline) -> None:
    empty, full = (at(timeline, SpanPhase.HOLD, 2, part).shot.stance for part in (0.0, 0.13))
    assert empty.fullness < 0.01
    assert full.fullness > 0.95


def test_reduced_motion_shows_key_poses_at_once(timeline: Timeline) -> None:
    one, two = (at(timeline, SpanPhase.ECCENTRIC, 1, part, still=True) for part in (0.1, 0.9))
    assert apart(one.shot.stance, two.shot.stance) == 0
    assert one.shot.stance.ghost is None
    turning = at(timeline, SpanPhase.CHANGE, 1, 0.01, still=True)
    assert (turning.before, turning.come, turning.words) == (None, 1.0, 1.0)


def test_sides_change_by_one_picture_giving_way_to_the_other(timeline: Timeline) -> None:
    turning = at(timeline, SpanPhase.CHANGE, 1, 0.04)
    assert turning.before is not None
    assert turning.before.stance.flipped is not turning.shot.stance.flipped
    assert 0 < turning.come < 1
    assert at(timeline, SpanPhase.CHANGE, 1, 0.5).before is None


def test_a_rest_between_steps_shows_what_comes(timeline: Timeline) -> None:
    span = player_moments.find(timeline, SpanPhase.REST, 0)
    resting = at(timeline, SpanPhase.REST, 0, 0.9)
    assert resting.shot.figure is FIGURES["split-squat"]
    text = panel_text(FLOW, timeline, timeline.at(span.start))
    assert (text.name, text.side, text.word) == ("Next: Split squat", "Left", "Rest")
    assert (text.about, text.dose) == ("leg forward", "2 sets of 6 each side")


def test_a_rest_between_sets_stays_with_its_drill(timeline: Timeline) -> None:
    span = player_moments.find(timeline, SpanPhase.REST, 1)
    text = panel_text(FLOW, timeline, timeline.at(span.start))
    assert (text.name, text.side) == ("Split squat", "Left")


def test_words_open_while_setting_up_and_close_for_the_work(timeline: Timeline) -> None:
    assert at(timeline, SpanPhase.SETUP, 0, 0.5).words == 1
    ready = [at(timeline, SpanPhase.READY, 0, part).words for part in (0.0, 0.5, 0.99)]
    assert ready == sorted(ready, reverse=True)
    assert at(timeline, SpanPhase.ECCENTRIC, 1, 0.5).words == 0


def test_the_close_and_drills_without_a_figure_are_words(timeline: Timeline) -> None:
    last = timeline.at(timeline.duration - 1)
    assert scene(timeline, last, FIGURES, still=False) is None
    assert scene(timeline, timeline.at(0), {}, still=False) is None


@pytest.fixture
def page(qtbot: QtBot, timeline: Timeline) -> PlayerPage:
    made = PlayerPage(Theme())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_figures(FIGURES)
    made.open(FLOW, timeline)
    made.show_state(True, False, False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def coral(page: PlayerPage) -> int:
    stage = page.findChildren(FigureFrame)[0]
    image = stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return sum(
        qRed(image.pixel(x, y)) > qGreen(image.pixel(x, y)) + 110
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_page_paints_the_figure_and_the_muscle_at_work(
    page: PlayerPage, timeline: Timeline
) -> None:
    stage, card = page.findChildren(FigureFrame)[0], page.findChildren(DrillWords)[0]
    pause = player_moments.find(timeline, SpanPhase.STRETCHED, 1)
    page.show_moment(timeline.at(pause.start + 500))
    assert stage.isVisible()
    assert not card.isVisible()
    assert "Split squat" in stage.text()
    assert "back heel lifted" in stage.text()
    assert coral(page) > 100
    page.show_moment(timeline.at(timeline.duration - 1))
    assert card.isVisible()
    assert not stage.isVisible()


def test_the_figure_gives_the_set_up_its_room(page: PlayerPage, timeline: Timeline) -> None:
    stage, words = page.findChildren(FigureFrame)[0], page.findChildren(SetupWords)[0]
    setup = player_moments.find(timeline, SpanPhase.SETUP, 1)
    page.show_moment(timeline.at(setup.start + 4000))
    size, text = words.fitted()
    assert text == FLOW.steps[1].drill.setup
    assert size == 34
    assert words.isVisible()
    assert stage.geometry().bottom() < words.geometry().top()
    low = stage.height()
    page.show_moment(timeline.at(player_moments.find(timeline, SpanPhase.ECCENTRIC, 1).start + 9))
    assert not words.isVisible()
    assert stage.height() > low


def test_figures_that_come_late_are_shown_at_once(qtbot: QtBot, timeline: Timeline) -> None:
    page = PlayerPage(Theme())
    qtbot.addWidget(page)
    page.open(FLOW, timeline)
    assert page.findChildren(FigureFrame)[0].isHidden()
    page.show_figures(FIGURES)
    assert not page.findChildren(FigureFrame)[0].isHidden()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_what_no_eye_could_tell_apart_is_not_painted_again(qtbot: QtBot) -> None:
    figure = FIGURES["standing-hip-hinge"]
    stage, paints = FigureFrame(Theme()), Paints()
    qtbot.addWidget(stage)
    stage.resize(800, 600)
    stage.installEventFilter(paints)
    stage.show_figure((figure, figure.at(SpanPhase.ECCENTRIC, 0.5)))
    with qtbot.waitExposed(stage):
        stage.show()
    qtbot.waitUntil(lambda: paints.count > 0)
    before = paints.count
    stage.show_figure((figure, figure.at(SpanPhase.ECCENTRIC, 0.5003)))
    QCoreApplication.processEvents()
    assert paints.count == before
    stage.show_figure((figure, figure.at(SpanPhase.ECCENTRIC, 0.52)))
    qtbot.waitUntil(lambda: paints.count > before)


def test_the_next_drill_is_seen_from_where_it_is_seen_best(qtbot: QtBot) -> None:
    stage = FigureFrame(Theme())
    qtbot.addWidget(stage)
    hinge, squat = FIGURES["standing-hip-hinge"], FIGURES["split-squat"]
    stage.show_figure((hinge, hinge.at(SpanPhase.ECCENTRIC, 0.2)))
    stage.turning.move(30.0, 10.0)
    stage.show_figure((hinge, hinge.at(SpanPhase.ECCENTRIC, 0.6)))
    assert stage.turning.turn == -30.0
    stage.show_figure((squat, squat.key), (hinge, hinge.key), 0.5)
    assert (stage.turning.turn, stage.turning.tilt) == (0.0, 0.0)


def test_it_looks_another_way_when_it_is_turned(qtbot: QtBot) -> None:
    figure = FIGURES["standing-hip-hinge"]
    stage = FigureFrame(Theme())
    qtbot.addWidget(stage)
    stage.resize(300, 240)
    stage.show_figure((figure, figure.key))
    before = stage.grab().toImage()
    stage.turning.move(30.0, 0.0)
    assert stage.grab().toImage() != before
    stage.turning.reset()
    assert stage.grab().toImage() == before


class SlowClock:
    """Tells a later time each time it is asked: painting takes 12 ms."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        self.time += 12.0
        return self.time


def test_it_lowers_its_pace_by_itself_where_painting_takes_long(qtbot: QtBot) -> None:
    figure, clock = FIGURES["standing-hip-hinge"], SlowClock()
    stage = FigureFrame(Theme(), now=clock)
    qtbot.addWidget(stage)
    stage.resize(120, 100)
    for part in range(12):
        stage.show_figure((figure, figure.at(SpanPhase.ECCENTRIC, part / 12)))
        stage.grab()
    assert stage.pace.halved
