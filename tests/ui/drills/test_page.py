"""The catalogue: found by any of its names, shown in motion, followed from drill to drill."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures, load_flows
from longstride.core.figure.figure import Stance
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.drills.cards import beats, drill_cards
from longstride.ui.drills.page import DrillsPage
from longstride.ui.intentions.window import OpenFlow
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ASSETS = Path(__file__).parents[3] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FLOWS, _ = load_flows(ASSETS / "flows", CATALOGUE)
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)
CARDS = drill_cards(CATALOGUE.values(), tuple(FLOWS.values()))


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> DrillsPage:
    made = DrillsPage(theme)
    qtbot.addWidget(made)
    made.resize(1232, 900)
    made.show_drills(CARDS, FIGURES)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(page: DrillsPage) -> list[str]:
    QApplication.processEvents()  # what was just put in is shown by the next turn of the loop
    return [each.text() for each in page.detail.findChildren(QLabel) if each.isVisible()]


def link(page: DrillsPage, name: str) -> QPushButton:
    QApplication.processEvents()
    found = page.detail.findChildren(QPushButton)
    return next(each for each in found if each.accessibleName() == name and each.isVisible())


def apart(one: Stance | None, two: Stance | None) -> float:
    assert one is not None
    assert two is not None
    return max(math.dist(one.joints[name], two.joints[name]) for name in one.joints)


def test_every_drill_is_listed_once_in_the_order_of_the_stages() -> None:
    assert {card.id for card in CARDS} == set(CATALOGUE)
    assert len(CARDS) == len(CATALOGUE)
    assert CARDS[0].stage == "open"
    assert CARDS[-1].stage == "end range"


def test_a_drill_is_told_whole(page: DrillsPage) -> None:
    page.open_drill("split-squat")
    drill, told = CATALOGUE["split-squat"], texts(page)
    for text in (drill.name, drill.purpose, drill.feel, drill.avoid):
        assert text in told
    assert {f"– {cue}" for cue in drill.plain_cues} <= set(told)
    assert any("Static lunge" in text for text in told)


def test_other_names_find_a_drill(page: DrillsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "mozy step")
    qtbot.waitUntil(lambda: len(page.list.shown) == 1)
    assert page.list.shown[0].name == "Banded monster walk"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    assert "Banded monster walk" in texts(page)
    page.search.setText("no such thing")
    qtbot.waitUntil(lambda: page.list.shown == ())
    assert page.nothing.isVisible()
    page.clear.click()
    assert len(page.list.shown) == len(CARDS) and page.search.hasFocus()
    assert not (page.nothing.isVisible() or page.clear.isVisible())


def test_arrows_go_from_drill_to_drill(page: DrillsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert CARDS[1].name in texts(page)
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert CARDS[-1].name in texts(page)


def test_easier_and_harder_lead_on(page: DrillsPage) -> None:
    page.open_drill("couch-stretch")
    link(page, "Harder: Tall couch stretch").click()
    assert "Tall couch stretch" in texts(page)
    assert page.list.currentIndex().data() == "Tall couch stretch"
    link(page, "Easier: Couch stretch").click()
    assert page.list.currentIndex().data() == "Couch stretch"


def test_a_flow_it_is_used_in_can_be_opened(page: DrillsPage, qtbot: QtBot) -> None:
    page.open_drill("couch-stretch")
    with qtbot.waitSignal(page.wants) as asked:
        link(page, "Used in: Deep hips").click()
    assert asked.args == [OpenFlow("deep-hips")]


def test_the_movement_has_the_drills_own_tempo() -> None:
    squat = beats(CATALOGUE["split-squat"])
    assert [(beat.phase, beat.length) for beat in squat] == [
        (SpanPhase.ECCENTRIC, 4000),
        (SpanPhase.STRETCHED, 1000),
        (SpanPhase.CONCENTRIC, 2000),
    ]
    assert {beat.phase for beat in beats(CATALOGUE["couch-stretch"])} == {SpanPhase.HOLD}


def test_the_figure_moves_only_while_it_is_seen(page: DrillsPage) -> None:
    page.open_drill("split-squat")
    loop = page.detail.figure
    assert loop.timer.isActive()
    loop.show_at(0)
    high = loop.stance
    loop.show_at(4500)
    assert apart(high, loop.stance) > 0.1
    loop.show_at(7000)
    assert apart(high, loop.stance) < 1e-9
    page.hide()
    assert not loop.timer.isActive()


def test_reduced_motion_shows_the_key_pose(page: DrillsPage, theme: Theme) -> None:
    page.open_drill("split-squat")
    theme.change(DARK, 100, True)
    loop = page.detail.figure
    assert not loop.timer.isActive()
    assert loop.stance is FIGURES["split-squat"].key


def test_sides_that_take_turns_do(page: DrillsPage) -> None:
    page.open_drill("supine-leg-rock")
    loop = page.detail.figure
    loop.show_at(500)
    first = loop.stance
    loop.show_at(500 + sum(beat.length for beat in beats(CATALOGUE["supine-leg-rock"])))
    assert first is not None
    assert loop.stance is not None
    assert (first.flipped, first.muscles) != (loop.stance.flipped, loop.stance.muscles)


def test_a_drill_without_a_figure_is_words(page: DrillsPage) -> None:
    page.show_drills(CARDS, {})
    assert not page.detail.figure.isVisible()
    assert any(CATALOGUE[page.drill].shown_setup() in text for text in texts(page))


def test_a_screen_reader_hears_name_stage_and_dose(page: DrillsPage) -> None:
    page.open_drill("couch-stretch")
    heard = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Couch stretch, End range, 4 breaths · each side"
    assert page.detail.figure.text() == "Couch stretch, shown as a figure in motion"


@pytest.mark.parametrize(("scale", "width"), [(100, 500), (100, 1232), (200, 1232)])
def test_it_fits_narrow_windows_and_large_text(qtbot: QtBot, scale: int, width: int) -> None:
    page = DrillsPage(Theme(LIGHT, scale))
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.show_drills(CARDS, FIGURES)
    with qtbot.waitExposed(page):
        page.show()
    assert page.list.height() >= 3 * 58 * scale // 100
    for part in (page.list, page.search, page.detail):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert corner.x() <= width


def test_from_the_catalogue_to_a_flow_in_the_window(house: House) -> None:
    house.window.show_page("drills")
    page = house.window.page("drills")
    assert isinstance(page, DrillsPage)
    page.open_drill("couch-stretch")
    link(page, "Used in: Two steps").click()
    assert house.window.current_page == "flows"
    house.reads("Two steps")
    assert house.has_button("Preview Couch stretch")


def test_one_under_the_other_keeps_the_windows_edges_clear(page: DrillsPage, qtbot: QtBot) -> None:
    page.resize(600, 800)
    qtbot.waitUntil(lambda: page.is_stacked)
    QApplication.processEvents()
    left = page.search.mapTo(page, page.search.rect().topLeft()).x()
    right = page.search.mapTo(page, page.search.rect().topRight()).x()
    assert page.width() - 1 - right == left > 0
