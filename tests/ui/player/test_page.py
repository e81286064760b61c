"""The player page: moments and states in, intentions out."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QSlider, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.timeline.timeline import Moment, SpanPhase, Timeline
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.run_line import RunLine
from longstride.ui.widgets.fit_text import FitText, fits
from longstride.ui.widgets.gauge import Gauge
from ui import player_moments
from ui.player_moments import FLOW, SQUAT, control


class Paints(QObject):
    """Counts how often each watched widget is painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.times = dict.fromkeys(watched, 0)
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def at(
    timeline: Timeline, phase: SpanPhase, step: int, part: float, rep: int | None = None
) -> Moment:
    """Return the moment at a part of the first such span."""
    span = player_moments.find(timeline, phase, step, rep)
    return timeline.at(span.start + int(span.length * part))


def shown(page: PlayerPage) -> set[str]:
    """Return every text that is to be seen."""
    labels = (*page.findChildren(FitText), *page.findChildren(RunLine))
    return {label.text() for label in labels if label.isVisible() and label.text()}


def test_a_moment_of_work_is_shown_whole(page: PlayerPage, timeline: Timeline) -> None:
    page.show_moment(at(timeline, SpanPhase.ECCENTRIC, 1, 0.7, rep=3))
    assert shown(page) >= {
        "Hip extension base   step 2 of 3",
        "Split squat",
        "Left",
        "leg forward, set\u00a01\u00a0of\u00a02",
        "3",
        "Lower",
        "Breathe in",
        "“Knee tracks over the toes.”",
        "4 down, 1 pause, 2 up",
        "Next: Split squat, right",
    }
    assert page.parts.header.title.accessibleName() == "Step 2 of 3, Hip extension base"
    tempo, dots, ring = gauges(page)
    assert (tempo.text(), dots.text(), ring.text()) == ("4 down", "rep 3 of 6", "breathe in")


def gauges(page: PlayerPage) -> list[Gauge]:
    """Return the tempo bar, the dots and the ring."""
    named = {gauge.accessibleName().split(":")[0]: gauge for gauge in page.findChildren(Gauge)}
    return [named[name] for name in ("Tempo of this repetition", "Repetitions", "Breath")]


def test_a_hold_shows_seconds_left_breath_and_no_tempo(
    page: PlayerPage, timeline: Timeline
) -> None:
    page.show_moment(at(timeline, SpanPhase.HOLD, 2, 0.5))
    tempo, dots, ring = gauges(page)
    assert shown(page) >= {"15", "Hold", "Breathe out", "“Let the breath out slowly”"}
    assert not tempo.isVisible()
    assert ring.isVisible()
    assert ring.height() > 140
    assert dots.text() == "breath 2 of 3"


def test_rest_shows_what_is_left_and_the_dose(page: PlayerPage, timeline: Timeline) -> None:
    page.show_moment(at(timeline, SpanPhase.REST, 1, 0.5))
    assert shown(page) >= {"10", "Rest", "2 sets of 6 each side"}
    assert not gauges(page)[2].isVisible()


def test_time_left_and_steps_follow_the_position(page: PlayerPage, timeline: Timeline) -> None:
    page.show_moment(timeline.at(timeline.duration - 2500))
    assert "0:03" in shown(page)
    page.show_moment(timeline.at(timeline.duration - 2000))
    assert "0:02" in shown(page)
    assert page.findChildren(FlowStrip)[0].value() == 3


@pytest.mark.parametrize(
    ("state", "texts", "hidden"),
    [
        ((False, False, False), {"Paused", "Press space to go on", "10"}, "Rest"),
        ((False, True, False), {"Press space when you are ready", "Take your time"}, "10"),
        ((False, False, True), {"Well done", "Finished"}, "10"),
    ],
)
def test_standing_still_says_why(
    page: PlayerPage,
    timeline: Timeline,
    state: tuple[bool, bool, bool],
    texts: set[str],
    hidden: str,
) -> None:
    page.show_moment(at(timeline, SpanPhase.REST, 1, 0.5))
    page.show_state(*state)
    assert texts <= shown(page)
    assert hidden not in shown(page)
    page.show_state(True, False, False)
    assert shown(page) >= {"10", "Rest"}


KEYS = [
    (Qt.Key.Key_Space, "play_pause"),
    (Qt.Key.Key_Left, "previous_step"),
    (Qt.Key.Key_Right, "next_step"),
    (Qt.Key.Key_L, "lighter"),
    (Qt.Key.Key_V, "words"),
    (Qt.Key.Key_F, "fullscreen"),
    (Qt.Key.Key_Escape, "leave"),
]


@pytest.mark.parametrize("focus", ["", "Go lighter", "Leave", "Steps of the flow"])
@pytest.mark.parametrize(("key", "wish"), KEYS)
def test_keys_work_whatever_has_the_focus(
    qtbot: QtBot, page: PlayerPage, focus: str, key: Qt.Key, wish: str
) -> None:
    asked: list[str] = []
    for _, name in KEYS:
        signal: SignalInstance = getattr(page, name)
        signal.connect(lambda name=name: asked.append(name))
    page.seek.connect(lambda _: asked.append("seek"))
    focused = control(page, focus)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(focused, key)
    assert asked == [wish]


def test_a_question_in_front_keeps_its_own_keys(qtbot: QtBot, page: PlayerPage) -> None:
    question = QDialog(page)
    asked: list[bool] = []
    page.play_pause.connect(lambda: asked.append(True))
    with qtbot.waitActive(question):
        question.open()
    qtbot.keyClick(question, Qt.Key.Key_Space)
    question.close()
    assert not asked


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("Pause", "play_pause"),
        ("Step back", "previous_step"),
        ("Next step", "next_step"),
        ("Go lighter", "lighter"),
        ("It hurts", "hurts"),
        ("Say less", "words"),
        ("Full screen", "fullscreen"),
        ("Leave", "leave"),
    ],
)
def test_buttons_ask_by_mouse_and_by_enter(
    qtbot: QtBot, page: PlayerPage, name: str, wish: str
) -> None:
    button = control(page, name)
    with qtbot.waitSignal(getattr(page, wish)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(page, wish)):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_every_control_has_a_name(page: PlayerPage) -> None:
    kinds = (QAbstractButton, QSlider, Gauge)
    controls = [one for kind in kinds for one in page.findChildren(kind)]
    assert len(controls) == 16
    assert all(one.accessibleName() for one in controls)


def test_lighter_can_be_taken_back(page: PlayerPage) -> None:
    page.show_lighter(True)
    assert control(page, "Back to full") is not page
    page.show_lighter(False)
    assert control(page, "Go lighter") is not page


def test_less_can_be_said_and_everything_again(page: PlayerPage) -> None:
    page.show_words(True)
    assert control(page, "Say everything").toolTip() == "Say everything (V)"
    page.show_words(False)
    assert control(page, "Say less").toolTip() == "Say less (V)"


def test_notice_and_progress_come_and_go(page: PlayerPage) -> None:
    page.show_notice("No voice was found.")
    page.show_progress(34, 120)
    assert shown(page) >= {"No voice was found.", "Preparing the voice"}
    page.show_notice(None)
    page.show_progress(120, None)
    assert not shown(page) & {"No voice was found.", "Preparing the voice"}


def test_a_timeline_is_replaced_in_place(page: PlayerPage, timeline: Timeline) -> None:
    moment = at(timeline, SpanPhase.ECCENTRIC, 1, 0.7, rep=3)
    page.show_moment(moment)
    easier = replace(SQUAT, name="Supported split squat")
    steps = (FLOW.steps[0], replace(FLOW.steps[1], drill=easier), FLOW.steps[2])
    page.open(replace(FLOW, steps=steps), timeline, moment.position)
    assert shown(page) >= {"Supported split squat", "3", "Lower"}


def test_a_frame_paints_only_what_moved(qtbot: QtBot, page: PlayerPage, timeline: Timeline) -> None:
    start = player_moments.find(timeline, SpanPhase.ECCENTRIC, 1, 3).start
    page.show_moment(timeline.at(start + 2100))
    QApplication.processEvents()
    tempo, dots, ring = gauges(page)
    count = next(label for label in page.findChildren(FitText) if label.text() == "3")
    paints = Paints(tempo, dots, ring, count)
    for frame in range(1, 6):
        page.show_moment(timeline.at(start + 2100 + frame * 100))
        QApplication.processEvents()
    assert paints.times[count] == paints.times[dots] == 0
    assert paints.times[ring] > 0
    assert paints.times[tempo] > 0


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(
    "size", [(1440, 900), (1366, 768), (1024, 700), (800, 600), (2560, 1440), (1080, 1920)]
)
def test_everything_keeps_to_its_place(
    qtbot: QtBot, timeline: Timeline, size: tuple[int, int], scale: int
) -> None:
    page = PlayerPage(Theme(DARK, scale))
    qtbot.addWidget(page)
    page.resize(*size)
    page.open(FLOW, timeline)
    page.show_state(True, False, False)
    page.show_progress(3, 9)
    page.show()
    parts = [part for part in page.findChildren(QWidget) if part.parent() is page]
    for part in parts:
        assert page.rect().contains(part.geometry()), part
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    for phase, step in [(SpanPhase.ECCENTRIC, 1), (SpanPhase.HOLD, 2), (SpanPhase.SETUP, 0)]:
        page.show_moment(at(timeline, phase, step, 0.5))
        for label in page.findChildren(FitText):
            if label.isVisible() and label.text() and not label.text().isdigit():
                font, text = label.fitted()
                assert fits(text, font, label.rect()), label.text()
                assert text == label.text()
