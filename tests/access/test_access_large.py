"""Text at 150 % on a screen of 1366x768 and at 200 % on 1024x700: nothing cut off or covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import fakes
from access.access_eyes import cut_off
from longstride.content import load_catalogue, load_figures, load_flows
from longstride.core.flow.flow import Flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Moment, SpanPhase, Timeline
from longstride.ui.drills.list import ROOM
from longstride.ui.drills.page import DrillsPage
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.plan.page import PlanPage
from longstride.ui.player.page import PlayerPage
from longstride.ui.shell.window import MainWindow
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.notice import Kind, Notice, Offer
from longstride.ui.widgets.text import label
from ui import plan_samples, see_pages

ASSETS = Path(__file__).parents[2] / "assets"
SCALES = pytest.mark.parametrize("scale", [150, 200])
SIZE = (1366, 768)
LEAST_SIZE = (1024, 700)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[[int], Theme]]:
    """Dress the application at a text size."""

    def dress(scale: int) -> Theme:
        apply_theme(qapp, DARK, scale)
        return Theme(DARK, scale)

    yield dress
    qapp.setStyleSheet("")


def settled(qapp: QApplication) -> None:
    """Let layouts ask one another for height as often as they need."""
    for _ in range(12):
        qapp.processEvents()


def test_eyes_see_what_is_cut_off(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    whole, cut = label("Whole"), label("Cut off at the end")
    column.addWidget(whole)
    window.resize(300, 200)
    window.show()
    assert cut_off(window) == []
    cut.setParent(window)
    cut.setGeometry(0, 150, 30, 20)
    covering = QPushButton("On it", window)
    covering.setGeometry(10, 150, 200, 30)
    beyond = QLabel("Beyond", window)
    beyond.setGeometry(280, 100, 60, 20)
    for widget in (cut, covering, beyond):
        widget.show()
    found = "\n".join(cut_off(window))
    assert "'Cut off at the end': needs" in found
    assert "lies on 'On it'" in found
    assert "'Beyond': reaches to" in found


def test_the_heading_of_a_card_breaks_where_it_has_no_room(
    dressed: Callable[[int], Theme], qtbot: QtBot
) -> None:
    dressed(100)
    card = Card("Hip extension (°), modified Thomas test")
    host = QWidget()
    qtbot.addWidget(host)
    card.setParent(host)
    card.setGeometry(0, 0, 190, 200)
    host.show()
    assert cut_off(host) == []
    (heading,) = card.findChildren(QLabel)
    assert heading.accessibleName() == "Hip extension (°), modified Thomas test"


@SCALES
def test_every_state_of_every_page_and_dialog_has_room(
    scale: int, dressed: Callable[[int], Theme], qapp: QApplication, qtbot: QtBot
) -> None:
    theme = dressed(scale)
    window = MainWindow(theme, see_pages.entries(theme))
    qtbot.addWidget(window)
    window.resize(*(SIZE if scale < 200 else LEAST_SIZE))  # each size of text on one screen
    window.show()
    found = []
    for state in see_pages.states(window, theme):
        settled(qapp)
        found += [f"{state}: {line}" for line in cut_off(window)]
    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    ("scale", "width"),
    [(100, 1024), (100, 1366), (100, 1440), (100, 1920), (200, 1440), (200, 1920)],
)
def test_long_titles_have_room_beside_start_on_plan(
    scale: int, width: int, dressed: Callable[[int], Theme], qapp: QApplication, qtbot: QtBot
) -> None:
    theme = dressed(scale)
    window = MainWindow(theme, see_pages.entries(theme))
    qtbot.addWidget(window)
    window.resize(width, 900)
    window.show()
    window.show_page("plan")
    page = window.page("plan")
    assert isinstance(page, PlanPage)
    page.show_plan(plan_samples.long_view(), 0, 4)
    settled(qapp)
    assert cut_off(page) == []


@pytest.mark.parametrize(("scale", "width"), [(100, 480), (150, 480), (150, 683), (200, 683)])
def test_a_notice_has_room_in_a_narrow_window(
    scale: int, width: int, dressed: Callable[[int], Theme], qapp: QApplication, qtbot: QtBot
) -> None:
    theme = dressed(100)
    window = MainWindow(theme, ())
    qtbot.addWidget(window)
    offer = Offer("Put it in the journal", lambda: None)
    window.show_notice("left", Notice("One run was left in a file.", Kind.NEWS, offer))
    window.show_notice("voice", Notice("No voice was found: tones and captions carry the flow."))
    window.resize(width, 700)
    window.show()
    dressed(scale)
    theme.change(DARK, scale, reduced_motion=False)
    settled(qapp)
    assert window.width() == width
    assert cut_off(window) == []


def test_the_names_of_drills_stand_whole_in_their_list(
    dressed: Callable[[int], Theme], qtbot: QtBot
) -> None:
    theme = dressed(200)
    page = DrillsPage(theme)
    qtbot.addWidget(page)
    page.resize(SIZE[0] - theme.px(52) - 24, SIZE[1])
    page.show()
    QApplication.processEvents()  # one under the other it takes another turn of the loop
    metrics = QFontMetrics(theme.font(15, QFont.Weight.DemiBold))
    room = page.list.viewport().width() - theme.px(ROOM)
    names = [drill.name for drill in see_pages.CATALOGUE.values()]
    assert [name for name in names if metrics.horizontalAdvance(name) > room] == []


def player_moments(timeline: Timeline, seen: set[object]) -> Iterator[Moment]:
    """Yield one moment of each kind of span that was not seen before."""
    for span in timeline.spans:
        kind = (span.drill, span.phase, span.side, span.set, span.sets)
        if kind not in seen:
            seen.add(kind)
            yield timeline.at(span.start + span.length // 2)


@pytest.mark.parametrize(
    ("scale", "drawn"), [(150, True), (200, True), (200, False)], ids=["150", "200", "200-words"]
)
def test_every_shipped_flow_has_room_in_the_player(
    scale: int, drawn: bool, dressed: Callable[[int], Theme], qapp: QApplication, qtbot: QtBot
) -> None:
    theme = dressed(scale)
    catalogue = load_catalogue(ASSETS / "drills")
    flows, _ = load_flows(ASSETS / "flows", catalogue)
    figures, _ = load_figures(ASSETS / "poses", catalogue)
    page = PlayerPage(theme)
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show_figures(figures if drawn else {})
    page.show()
    found: set[str] = set()
    seen: set[object] = set()
    for flow in list(flows.values())[:: 1 if drawn else 4]:  # words take long to arrange
        found.update(f"{flow.id}: {line}" for line in _led(page, flow, seen))
    assert "\n".join(sorted(found)) == ""


def _led(page: PlayerPage, flow: Flow, seen: set[object]) -> Iterator[str]:
    timeline = compile_flow(flow, {}, fakes.FULL)
    page.open(flow, timeline)
    for moment in player_moments(timeline, seen):
        page.show_state(playing=True, waiting=False, finished=False)
        page.show_moment(moment)
        yield from cut_off(page)
        if moment.span.phase is SpanPhase.SETUP:
            page.show_state(playing=False, waiting=True, finished=False)
            yield from cut_off(page)
    page.show_state(playing=False, waiting=False, finished=False)
    yield from cut_off(page)
