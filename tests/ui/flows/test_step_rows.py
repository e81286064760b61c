"""A step's figure moves while its row is looked at."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.flow.drill import Stage
from longstride.ui.flows.step_rows import StepRows
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import StepLine
from longstride.ui.widgets.figure.picture import FigurePicture

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
STEPS = (
    StepLine("Split squat", "6 reps", Stage.LOAD, 1000, "split-squat", looks="split-squat"),
    StepLine("Couch stretch", "3 breaths", Stage.END_RANGE, 1000, looks="couch-stretch"),
    StepLine("Bird dog", "6 reps", Stage.LOAD, 1000, left_out=True, looks="bird-dog"),
)


def test_a_step_s_figure_moves_where_the_keyboard_is(qtbot: QtBot) -> None:
    rows = StepRows(Theme())
    qtbot.addWidget(rows)
    rows.show_steps(STEPS)
    rows.show_figures(FIGURES)
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    timers = [picture.lively.timer for picture in rows.findChildren(FigurePicture)]
    for number, look in enumerate(rows.findChildren(QPushButton)):
        look.setFocus(Qt.FocusReason.TabFocusReason)
        wanted = [number == each and not STEPS[each].left_out for each in range(3)]
        qtbot.waitUntil(partial(moving_are, timers, wanted))


def moving_are(timers: list[QTimer], wanted: list[bool]) -> bool:
    return [timer.isActive() for timer in timers] == wanted
