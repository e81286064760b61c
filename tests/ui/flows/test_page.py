"""The flows as cards, one of them opened, and files with mistakes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.core.durations import minutes_text
from longstride.core.errors import Mistake
from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.ui.flows.mistake_card import MistakeCard, name_labels
from longstride.ui.flows.page import FlowsPage
from longstride.ui.flows.tile import FlowRow, FlowTile
from longstride.ui.intentions.leading import Preview, Start
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import telling_step
from longstride.ui.shown.talk import known_text
from longstride.ui.widgets.area_bars import AreaBars
from longstride.ui.widgets.card import ScrollPage
from ui import page_samples as samples

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
MISTAKES = (
    Mistake("b.toml", 0, "The file is larger than 256 kB."),
    Mistake("a.toml", 31, "There is no such drill."),
    Mistake("a.toml", 4, '"hold" is 30x.'),
)


@pytest.fixture
def page(qtbot: QtBot) -> FlowsPage:
    made = FlowsPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def shown(page: FlowsPage) -> list[str]:
    """Return the titles in sight, as they stand from the top left."""
    seen = [tile for tile in page.tiles if tile.isVisible()]
    places = {tile.text(): tile.mapTo(page, tile.rect().topLeft()) for tile in seen}
    return sorted(places, key=lambda title: (places[title].y(), places[title].x()))


def test_cards_are_buttons_with_names(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    length = minutes_text(samples.cards()[0].length)
    assert page.tiles[0].accessibleName() == f"Hip extension base, {length}, 8 drills, chair"
    told = page.tiles[0].accessibleDescription()
    assert told == f"{samples.cards()[0].line}. Open, activate, load, end range."


def test_opening_and_starting_a_flow(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(samples.cards())
    page.set_talk(Talk.CUES)
    qtbot.keyClick(page.tiles[2], Qt.Key.Key_Space)
    assert page.detail.flow == "eccentric-hips"
    assert page.currentWidget() is page.detail
    page.detail.stiffness.choose(3)
    assert page.detail.talk.value is Talk.CUES
    page.detail.talk.setCurrentIndex(4)
    with qtbot.waitSignal(page.wants) as asked:
        page.detail.start.click()
    assert asked.args == [Start("eccentric-hips", 3, Manner(Talk.TONES))]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (0, ""),
        (1, "You know 1 of 8 drills: the voice says less."),
        (8, "You know all 8 drills: the voice says less."),
    ],
)
def test_what_one_knows_is_told_where_it_makes_the_voice_say_less(
    page: FlowsPage, known: int, told: str
) -> None:
    card = samples.cards()[0]
    page.set_talk(Talk.EXPERIENCE)
    page.show_flows((card, replace(card, id="own", has_own_talk=True)))
    page.open_card(card.id)
    page.set_known({*sorted(step.drill for step in card.steps)[:known], "no-such-drill"})
    line = page.detail.known
    assert (line.text(), line.isVisible()) == (told, bool(told))
    page.detail.talk.setCurrentIndex(1)
    assert not line.isVisible()
    page.detail.talk.setCurrentIndex(0)
    assert line.isVisible() is bool(told)
    page.open_card("own")
    assert not line.isVisible()


def test_a_flow_of_one_drill_is_known_in_the_singular() -> None:
    assert known_text(1, 1) == "You know its drill: the voice says less."


def test_what_is_to_be_warned_of_is_read_before_a_start_with_tones_only(page: FlowsPage) -> None:
    card = replace(
        samples.cards()[0], warnings=("The chair must not slide.", "Knee strain: ease off.")
    )
    page.set_talk(Talk.TONES)
    page.show_flows((card,))
    page.open_card(card.id)
    told = "Nothing is said, so read this first. The chair must not slide. Knee strain: ease off."
    assert page.detail.known.text() == told
    page.detail.talk.setCurrentIndex(page.detail.talk.values.index(Talk.FULL))
    assert not page.detail.known.isVisible()


def test_a_flow_of_ones_own_may_leave_its_level_out(page: FlowsPage) -> None:
    card = replace(samples.cards()[0], level="")
    page.show_flows((card,))
    page.open_card(card.id)
    pills = [one for one in page.detail.findChildren(QLabel) if one.property("role") == "pill"]
    assert {one.text() for one in pills} >= set(card.facts)
    assert not [one for one in pills if not one.text()]


def test_back_returns_to_the_cards(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    page.tiles[1].click()
    page.detail.back.emit()
    assert page.currentWidget() is not page.detail
    assert len(shown(page)) == 5


def test_a_flow_wanted_before_any_was_read_is_opened_with_them(page: FlowsPage) -> None:
    wanted = samples.cards()[1].id
    page.open_card(wanted)
    page.show_flows(samples.cards())
    assert page.currentWidget() is page.detail
    assert page.detail.flow == wanted
    page.show_cards()
    page.show_flows(samples.cards()[:2])
    assert page.currentWidget() is not page.detail


def test_an_unknown_flow_leaves_the_cards(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    page.open_card("not-there")
    assert page.currentWidget() is not page.detail


def test_every_step_is_listed_with_its_dose(page: FlowsPage) -> None:
    card = samples.long_cards()[0]
    page.show_flows((card,))
    page.open_card(card.id)
    texts = [label.text() for label in page.detail.findChildren(QLabel)]
    assert texts.count("2 × 6 reps · tempo 4-1-2-0 · each side") == 2
    assert any(text.startswith("20 steps, ") for text in texts)


def test_any_step_can_be_previewed(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(samples.cards())
    page.open_card("post-run-five")
    buttons = [b for b in page.detail.findChildren(QPushButton) if b.text() == "Preview"]
    assert [b.accessibleName() for b in buttons] == [
        "Preview Supine leg rock",
        "Preview Standing hip circle",
        "Preview Half-kneeling hip-flexor stretch",
    ]
    page.detail.talk.setCurrentIndex(2)
    with qtbot.waitSignal(page.wants) as asked:
        qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert asked.args == [Preview("post-run-five", 1, Talk.CUES)]


def test_the_time_on_each_area_is_told(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    page.open_card("post-run-five")
    (areas,) = page.detail.findChildren(AreaBars)
    assert areas.isVisible()
    assert areas.text().startswith("hip flexors ")


def test_a_tile_shows_its_most_telling_drill(page: FlowsPage) -> None:
    card = samples.card(samples.flow("Hinge day", (0, 2, 3, 6)))
    figures = {name: FIGURES[name] for name in ("glute-bridge", "standing-hip-hinge")}
    assert telling_step(card.steps, figures) is FIGURES["standing-hip-hinge"]
    assert telling_step(card.steps, {}) is None
    page.show_flows((card,))
    bare = page.tiles[0].grab().toImage()
    page.show_figures(figures)
    assert page.tiles[0].grab().toImage() != bare


def test_mistakes_stand_by_file_and_line(page: FlowsPage) -> None:
    page.show_flows(samples.cards(), MISTAKES)
    card = page.findChild(MistakeCard)
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert card.isVisible()
    assert texts[1:] == [
        "a.toml",
        'Line 4: "hold" is 30x.',
        "Line 31: There is no such drill.",
        "b.toml",
        "The file is larger than 256 kB.",
    ]
    named = name_labels("/home/anna/flows/a.toml")
    assert [label.text() for label in named] == ["a.toml", "/home/anna/flows"]
    page.show_flows(samples.cards())
    assert not card.isVisible()


def test_no_flow_at_all(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    page.show_flows((), MISTAKES)
    assert page.tiles == ()
    assert any("no flow" in label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [500, 1160])
def test_tiles_of_a_row_are_alike_and_inside(qtbot: QtBot, scale: int, width: int) -> None:
    theme = Theme(LIGHT, scale)
    page = FlowsPage(theme)
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    page.show_flows((*samples.cards(), *samples.long_cards()))
    qtbot.waitUntil(lambda: page.tiles[0].width() > 100)
    assert len({tile.size().toTuple() for tile in page.tiles}) == 1
    assert all(tile.geometry().right() <= page.width() - 88 for tile in page.tiles)
    assert not page.tiles[0].geometry().intersects(page.tiles[1].geometry())


def test_a_row_has_room_for_its_whole_line(qtbot: QtBot) -> None:
    card = replace(samples.cards()[0], line="Swings, then two slow lowerings, ok.")
    row = FlowRow(Theme(DARK), card)
    qtbot.addWidget(row)
    wide = row.heightForWidth(480)
    assert wide == 84 < row.heightForWidth(320)
    row.show_found("Elevated hip thrust with light band, both feet up")
    assert wide < row.heightForWidth(400)


def test_a_card_the_mouse_has_left_is_painted_whole(qtbot: QtBot) -> None:
    painted: list[QRect] = []

    class Watched(FlowTile):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.rect())
            super().paintEvent(event)

    tile = Watched(Theme(DARK), samples.cards()[0])
    qtbot.addWidget(tile)
    tile.show()
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: tile.rect() in painted)


def test_ctrl_f_leads_back_to_a_search_that_is_out_of_sight(page: FlowsPage, qtbot: QtBot) -> None:
    page.resize(700, 400)
    page.show_flows(samples.cards())
    (sheet,) = (each for each in page.findChildren(ScrollPage) if each is not page.detail)
    bar = sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.words.hasFocus()
    assert not page.search.words.visibleRegion().isEmpty()
