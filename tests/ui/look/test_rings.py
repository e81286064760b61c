"""Every kind of control shows the ring of the focus to the keyboard, and none to the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.history.plan.answers import Who
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK
from longstride.ui.look.rings import Rings
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.measure.strip import ThumbStrip
from longstride.ui.review.session_model import SessionModel
from longstride.ui.review.session_table import SessionTable
from longstride.ui.welcome.people import person
from longstride.ui.welcome.who_button import WhoButton
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.charts.bars import Bar, Bars
from longstride.ui.widgets.charts.chart import Chart
from longstride.ui.widgets.choice import Choice, Level, Pick, Switch
from longstride.ui.widgets.day_toggle import DayToggle
from longstride.ui.widgets.figure.loop import Beat, FigureLoop
from longstride.ui.widgets.nav import NavButton
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import button
from ui import page_samples as samples

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def table(theme: Theme) -> QWidget:
    model = SessionModel()
    model.show_sessions(samples.sessions(3), samples.FRIDAY)
    made = SessionTable(theme, model)
    model.setParent(made)
    made.selectRow(0)
    return made


def chart(theme: Theme) -> QWidget:
    made = Chart(theme, "At work")
    made.show_plot(Bars((Bar(3, "Mon", "3 minutes"), Bar(5, "Tue", "5 minutes")), "All", "sea"))
    return made


def figure(theme: Theme) -> QWidget:
    made = FigureLoop(theme)
    made.show_loop(person(Who.RUNNER), (Beat(SpanPhase.HOLD, 1000),), "A runner")
    return made


MADE: dict[str, Callable[[Theme], QWidget]] = {
    "button": lambda _: button("Save"),
    "main": lambda _: button("Save", "primary"),
    "chip": lambda _: button("Year", "chip"),
    "ghost": lambda _: button("Close", "ghost"),
    "sign": lambda theme: IconButton(theme, "Pause"),
    "nav": lambda theme: NavButton(theme, "today", "Today"),
    "choice": lambda theme: Choice(theme, "Which flow"),
    "switch": lambda theme: Switch(theme, "Awake"),
    "pick": lambda theme: Pick(theme, "Heart"),
    "level": lambda _: Level("Volume", (0, 10)),
    "rating": lambda theme: Rating(theme, "How stiff?", STIFFNESS_WORDS),
    "day": lambda theme: DayToggle(theme, "M", "Run on Monday"),
    "chart": chart,
    "table": table,
    "strip": ThumbStrip,
    "figure": figure,
    "who": lambda theme: WhoButton(theme, Who.RUNNER),
}


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, DARK, 100)
    rings = Rings(qapp)
    yield qapp
    rings.leave()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("kind", MADE)
def test_a_ring_is_shown_to_the_keyboard_alone(
    kind: str, watched: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    window.setProperty("role", "page")
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made = MADE[kind](Theme())
    QVBoxLayout(window).addWidget(made)
    window.resize(700, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(lambda: watched.focusWindow() is window.windowHandle())
    plain = made.grab().toImage()
    made.setFocus(Qt.FocusReason.MouseFocusReason)
    assert made.hasFocus()
    assert made.grab().toImage() == plain
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)
    assert made.grab().toImage() != plain
