"""What leaves flows out, how they stand, and what is said where none fits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from longstride.core.errors import Mistake
from longstride.ui.flows.fitting import ANY_TIME, Order
from longstride.ui.flows.nothing import SHORTER
from longstride.ui.flows.page import FlowsPage
from longstride.ui.flows.questions import GearChip
from longstride.ui.flows.tile import FlowRow, FlowTile
from longstride.ui.intentions.window import MissGear
from longstride.ui.look.theme import Theme
from longstride.ui.shown.finding import found_by
from ui import page_samples as samples
from ui.see_flows import shipped

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MISTAKES = (Mistake("b.toml", 1, "wrong"), Mistake("a.toml", 1, "wrong"))


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


def texts(page: FlowsPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def search(page: FlowsPage, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(page.search.changed):
        page.search.words.setText(words)


def chip(page: FlowsPage, thing: str) -> GearChip:
    (found,) = (chip for chip in page.search.questions.gear if chip.thing == thing)
    return found


def test_the_time_there_is_leaves_out_what_is_longer(page: FlowsPage) -> None:
    page.show_flows(samples.cards())
    times = page.search.questions.times
    times[5].click()
    assert shown(page) == ["Unlock the desk", "Post-run five", "Wind down"]
    assert {"3 of 5 fit what you have", SHORTER} <= set(texts(page))
    page.show_flows(samples.cards()[1:])
    assert shown(page) == ["Unlock the desk", "Post-run five", "Wind down"], "the answer stays"
    times[ANY_TIME].click()
    assert len(shown(page)) == 4
    assert SHORTER not in texts(page)


def test_gear_that_is_not_at_hand_leaves_out_what_needs_it(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(samples.cards())
    assert [chip.thing for chip in page.search.questions.gear] == ["chair", "band", "step"]
    with qtbot.waitSignal(page.wants) as asked:
        qtbot.keyClick(chip(page, "chair"), Qt.Key.Key_Space)
    assert asked.args == [MissGear(("chair",))]
    assert shown(page) == ["Unlock the desk", "Post-run five", "Eccentric hips"]
    page.search.questions.show_missing(("band", "chair", "kettlebell"))
    page.search.changed.emit()
    assert [chip(page, each).isChecked() for each in ("chair", "band", "step")] == [0, 0, 1]
    assert shown(page) == ["Unlock the desk", "Post-run five"]


def test_own_flows_and_favourites_stand_apart_and_first(page: FlowsPage) -> None:
    cards = samples.cards()
    own, star = replace(cards[0], file="/x/base.toml"), replace(cards[4], starred=True)
    page.show_flows((*cards[1:4], star, own))
    assert shown(page)[:2] == ["Hip extension base", "Unlock the desk"]
    assert [type(tile) for tile in page.tiles] == [FlowRow] * 2 + [FlowTile] * 3
    headings = [text for text in texts(page) if text in {"Yours", "More flows", "All flows"}]
    assert headings == ["Yours", "More flows"]
    assert page.tiles[1].accessibleName().endswith(", favourite")
    page.show_flows(cards)
    assert {"All flows"} == {"Yours", "More flows", "All flows"} & set(texts(page))


def test_flows_stand_as_the_athlete_wants(page: FlowsPage) -> None:
    page.show_flows((*samples.cards()[1:], replace(samples.cards()[0], times=2)))
    assert shown(page)[0] == "Hip extension base", "the most used"
    page.order.setCurrentIndex(page.order.values.index(Order.NAME))
    assert shown(page) == sorted(shown(page))


def test_the_search_finds_titles_drills_and_other_names(page: FlowsPage, qtbot: QtBot) -> None:
    base, _, hips = samples.cards()[:3]
    by = found_by("Eccentric hips", ("Slow step-down", "Mozy step"))
    part = ("Slow step-down", found_by("Slow step-down", ("Mozy step",)))
    page.show_flows((base, replace(hips, found_by=by, parts=(part,))))
    for words, left, line in (
        ("mozy step", ["Eccentric hips"], "In it: Slow step-down"),
        ("STEP moz", ["Eccentric hips"], "In it: Slow step-down"),
        ("couch", ["Hip extension base"], "In it: Couch stretch"),
        ("hips", ["Eccentric hips"], hips.line),
    ):
        search(page, qtbot, words)
        assert shown(page) == left
        assert next(tile.line for tile in page.tiles if tile.isVisible()) == line
    assert "1 of 2 found" in texts(page)
    qtbot.keyClick(page.search.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(page)) == 2)


def test_the_nearest_to_a_search_stands_first(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(shipped())
    search(page, qtbot, "adductor")
    assert shown(page)[:2] == ["Mobility B", "Deep hips"]
    assert all(
        "Adductor rock-back" in tile.line for tile in page.tiles if tile.text() in shown(page)[:2]
    )


def test_where_nothing_fits_the_reason_is_said_and_cleared(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(samples.cards())
    page.search.questions.show_missing(("chair",))
    page.search.questions.times[5].click()
    search(page, qtbot, "couch")
    assert shown(page) == []
    assert "goes by “couch”" in page.nothing.words.text()
    assert page.nothing.clear.accessibleName() == "Clear the search and the time"
    page.nothing.clear.click()
    assert (page.search.wanted, page.search.has.minutes) == ("", ANY_TIME)
    assert len(shown(page)) == 3
    assert not page.nothing.isVisible()
    page.show_flows(tuple(card for card in samples.cards() if "chair" in card.equipment))
    assert page.nothing.clear.accessibleName() == "Clear the gear"
    with qtbot.waitSignal(page.wants) as asked:
        page.nothing.clear.click()
    assert asked.args == [MissGear(())]
    assert len(shown(page)) == 2


def test_tab_goes_through_the_cards_as_they_stand(page: FlowsPage, qtbot: QtBot) -> None:
    page.show_flows(samples.cards(), MISTAKES)
    QApplication.processEvents()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.search.words.setFocus()
    met: list[str] = []
    for _ in range(16):
        now = QApplication.focusWidget()
        assert now is not None
        met.append(getattr(now, "text", str)() or now.accessibleName())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    gear = ["chair", "band", "step"]
    files = ["Open in the editor"] * 2
    first = ["Search a flow, a drill or a muscle", "New flow", "Import a file…", "any time"]
    assert met[: 8 + 5] == [*first, *gear, "Order", *shown(page)]
    assert met[13:15] == files
