"""Reduced motion: nothing moves but what carries the count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.player.breath_ring import BreathRing
from longstride.ui.player.figure_frame import FigureFrame
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.tempo_bar import TempoBar
from longstride.ui.shell.window import MainWindow
from ui import player_moments, see_pages

MINUTE = 60_000  # ms
ASSETS = Path(__file__).parents[2] / "assets"
CARRIERS = (TempoBar, BreathRing, FlowStrip)
"""What goes on between two numbers: tempo, breath and the flow's own progress."""

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


class Paints(QObject):
    """Notes which widgets below one are painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.painted: set[QWidget] = set()
        for widget in window.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted.add(watched)
        return False


@pytest.fixture
def player(qtbot: QtBot) -> PlayerPage:
    page = PlayerPage(Theme(DARK, reduced_motion=True))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    figures, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
    page.show_figures(figures)
    page.open(player_moments.FLOW, player_moments.build())
    page.show_state(playing=True, waiting=False, finished=False)
    with qtbot.waitExposed(page):
        page.show()
    return page


def moving(window: QWidget) -> list[QObject]:
    """Return the timers and animations that run, but for what waits for noon."""
    timers = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    timers = [each for each in timers if not (each.isSingleShot() and each.interval() >= MINUTE)]
    running = QAbstractAnimation.State.Running
    animations = window.findChildren(QAbstractAnimation)
    return [*timers, *(each for each in animations if each.state() is running)]


def test_no_page_moves_by_itself(qtbot: QtBot) -> None:
    theme = Theme(DARK, reduced_motion=True)
    window = MainWindow(theme, see_pages.entries(theme))
    qtbot.addWidget(window)
    window.show()
    for state in see_pages.states(window, theme):
        QApplication.processEvents()
        # Once only come the pause after the last key of a search and the end of a notice.
        stirring = [each for each in moving(window) if not each.property("singleShot")]
        assert stirring == [], state


def test_a_figure_moves_where_motion_is_welcome(qtbot: QtBot) -> None:
    theme = Theme(DARK)
    window = MainWindow(theme, see_pages.entries(theme))
    qtbot.addWidget(window)
    window.show()
    assert any(
        state == "drills" and any(each.property("interval") == 33 for each in moving(window))
        for state in _until(see_pages.states(window, theme), "drills")
    )


def _until(states: Iterator[str], last: str) -> Iterator[str]:
    for state in states:
        yield state
        if state == last:
            return


@pytest.mark.parametrize("phase", [SpanPhase.ECCENTRIC, SpanPhase.CONCENTRIC, SpanPhase.REST])
def test_within_a_second_only_what_carries_the_count_is_painted(
    player: PlayerPage, phase: SpanPhase
) -> None:
    timeline: Timeline = player_moments.build()
    start = player_moments.find(timeline, phase, 1).start
    player.show_moment(timeline.at(start + 1100))
    QApplication.processEvents()
    paints = Paints(player)
    for position in range(start + 1120, start + 1900, 20):
        player.show_moment(timeline.at(position))
        QApplication.processEvents()
    leaves = {each for each in paints.painted if each.findChild(QWidget) is None}  # not grounds
    assert [each for each in leaves if not isinstance(each, CARRIERS)] == []


def test_the_figure_stands_in_its_key_pose_for_a_whole_phase(player: PlayerPage) -> None:
    timeline = player_moments.build()
    span = player_moments.find(timeline, SpanPhase.ECCENTRIC, 1, 2)
    figure = next(iter(player.findChildren(FigureFrame)))
    seen = []
    for part in (0.1, 0.5, 0.9):
        player.show_moment(timeline.at(span.start + int(span.length * part)))
        image = figure.grab().toImage()
        seen.append(np.frombuffer(image.constBits(), np.uint8).copy())
    assert all(np.array_equal(seen[0], other) for other in seen[1:])


def test_controls_stay_in_sight(player: PlayerPage) -> None:
    assert not player.fade.timer.isActive()
    assert moving(player) == []
