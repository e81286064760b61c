"""The player read from the mat: how large its words are, and which of them stand out."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import fakes
from access.access_eyes import cut_off
from longstride.content import load_catalogue, load_figures, load_flows
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Cue, CueKind, SpanPhase, Timeline
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from longstride.ui.player.count_ring import CountRing
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.run_line import Run, RunLine
from longstride.ui.player.setup_words import SetupWords
from longstride.ui.player.tempo_bar import Segment
from longstride.ui.player.tempo_words import TempoWords
from longstride.ui.widgets.fit_text import FitText
from ui import player_moments, see_player
from ui.player_moments import FLOW

ASSETS = Path(__file__).parents[3] / "assets"
LEAST = 30  # px: what is read while a drill is led
TEMPO = (Segment("4 down", 4000, "coral"), Segment("1 pause", 1000, "amber"))
SENTENCES = ("Stand in a long stride.", "Both hands on the chair.", "Sink straight down.")


@pytest.fixture(scope="module")
def theme(qapp: object) -> Theme:
    return Theme()


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return player_moments.build()


def inked(widget: QWidget, role: str) -> QRect:
    """Return where a widget has ink of a colour of the palette."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = int(getattr(DARK, role)[1:], 16)
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixel(x, y) & 0xFFFFFF == wanted:
                found = found.united(QRect(x, y, 1, 1))
    return found


def test_all_that_is_read_in_a_shipped_flow_is_large(qtbot: QtBot, theme: Theme) -> None:
    catalogue = load_catalogue(ASSETS / "drills")
    flow = load_flows(ASSETS / "flows", catalogue)[0]["single-leg-control"]
    timeline = compile_flow(flow, {}, fakes.FULL)
    page = PlayerPage(theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show_figures(load_figures(ASSETS / "poses", catalogue)[0])
    page.open(flow, timeline)
    page.show_state(playing=True, waiting=False, finished=False)
    page.show()
    small, seen = set(), set()
    for span in timeline.spans:
        kind = (span.step, span.phase)
        if kind in seen or span.phase is SpanPhase.CLOSE:
            continue
        seen.add(kind)
        page.show_moment(timeline.at(span.start + span.length // 2))
        small |= {f"{text} {size}" for text, size in sizes(page) if size < LEAST}
    assert small == set()


def sizes(page: PlayerPage) -> list[tuple[str, int]]:
    """Return what is read on a page, but for the header, with its size in px."""
    labels = [*page.findChildren(FitText), *page.findChildren(RunLine)]
    read = [each for each in labels if not page.parts.header.isAncestorOf(each)]
    found = [(each.text(), each.fitted()[0].pixelSize()) for each in read if each.isVisible()]
    words = page.parts.drill.setup
    return [*found, *([(words.text(), words.fitted()[0])] * words.isVisible())]


@pytest.mark.parametrize(("size", "scale"), [((1024, 700), 100), ((1024, 700), 200)])
@pytest.mark.parametrize("name", ["long_setup", "long_lower", "rest_naming_a_place", "hold"])
def test_long_names_and_words_stand_whole(
    qtbot: QtBot, timeline: Timeline, size: tuple[int, int], scale: int, name: str
) -> None:
    page = PlayerPage(Theme(DARK, scale))
    qtbot.addWidget(page)
    page.resize(*size)
    page.open(see_player.long_names(FLOW), timeline)
    page.show_state(playing=True, waiting=False, finished=False)
    page.show_places(see_player.PLACES[:1] if "place" in name else ())
    page.show()
    see_player.scenes(timeline)[name][0](page)
    page.parts.drill.show_said(Cue(0, 1000, CueKind.SAY, "Well over a hundred characters " * 4))
    lines = [line for line in page.findChildren(RunLine) if line.isVisible()]
    assert [line.text() for line in lines if line.fitted()[1] != line.text()] == []
    assert cut_off(page) == []


def test_the_sentence_being_spoken_is_bright(qtbot: QtBot, theme: Theme) -> None:
    words = SetupWords(theme)
    qtbot.addWidget(words)
    words.resize(700, words.height_in(700, 300))
    words.show_sentences(SENTENCES)
    words.resize(700, words.height_in(700, 300))
    line = words.height() // 3
    assert inked(words, "text").isEmpty()
    words.show_lit(frozenset({1}))
    bright = inked(words, "text")
    assert line <= bright.top() < bright.bottom() < 2 * line
    assert inked(words, "quiet").top() < line


@given(st.lists(st.text("abc defgh.", min_size=1, max_size=120), min_size=1, max_size=6))
@settings(max_examples=20)
def test_a_set_up_keeps_to_its_place(texts: list[str]) -> None:
    words = SetupWords(Theme())
    words.show_sentences(tuple(texts))
    assert words.height_in(500, 200) <= 200
    assert 13 <= words.fitted()[0] <= 34


def test_lighting_a_phase_moves_no_word(qtbot: QtBot, theme: Theme) -> None:
    words = TempoWords(theme)
    qtbot.addWidget(words)
    words.resize(600, 44)
    words.show_rep(TEMPO, None)
    assert inked(words, "coral").isEmpty()
    end = inked(words, "text").right()
    words.show_rep(TEMPO, 0)
    assert not inked(words, "coral").isEmpty()
    assert inked(words, "text").right() == end
    assert words.text() == "4 down, 1 pause"


def test_a_long_tempo_breaks_between_two_phases(qtbot: QtBot, theme: Theme) -> None:
    words = TempoWords(theme)
    qtbot.addWidget(words)
    words.resize(360, 84)
    long = (Segment("2 knee forward", 2000, "coral"), Segment("3 slide back", 3000, "sea"))
    words.show_rep(long, 1)
    assert words.fitted()[0].pixelSize() == 34
    assert inked(words, "sea").top() > 42


def test_a_line_cuts_only_its_first_words(qtbot: QtBot, theme: Theme) -> None:
    line = RunLine(theme, 30)
    qtbot.addWidget(line)
    line.resize(200, 40)
    line.show_runs((Run("Next: a drill with a very long name, "), Run("right", bold=True)))
    font, shown = line.fitted()
    assert shown.endswith("…right")
    assert QFontMetrics(font).horizontalAdvance(shown) <= 200
    assert font.weight() == QFont.Weight.DemiBold


@pytest.mark.parametrize("scale", [70, 100, 200])
def test_words_of_any_length_stay_readable(qtbot: QtBot, scale: int) -> None:
    theme = Theme(scale=scale)
    for smallest in (8, 13):
        words = FitText(theme, 52, smallest)
        qtbot.addWidget(words)
        words.resize(300, 40)
        words.show_text("A drill of one's own with a name that goes on and on " * 9)
        font, shown = words.fitted()
        assert font.pixelSize() >= 13
        assert shown.endswith("…")


class Painted(QObject):
    """Notes where a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.places: list[QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places.append(event.rect())
        return False


def test_a_ring_paints_no_more_than_the_end_of_its_arc(qtbot: QtBot, theme: Theme) -> None:
    rings = [CountRing(theme), CountRing(theme)]
    for ring in rings:
        qtbot.addWidget(ring)
        ring.resize(280, 280)
        ring.show_left(1.0, 9)
        with qtbot.waitExposed(ring):
            ring.show()
    QApplication.processEvents()
    painted = Painted(rings[0])
    number = Painted(rings[0].number)
    for part in range(99, 49, -1):
        rings[0].show_left(part / 100, 9)
        QApplication.processEvents()
    assert painted.places
    assert all(place.width() < 70 and place.height() < 70 for place in painted.places)
    assert number.places == []
    rings[1].show_left(0.5, 9)
    QApplication.processEvents()
    assert rings[0].grab().toImage() == rings[1].grab().toImage()
    assert rings[0].accessibleName() == "Until it begins: 9 s"


def test_with_reduced_motion_only_the_number_of_a_ring_changes(qtbot: QtBot) -> None:
    ring = CountRing(Theme(reduced_motion=True))
    qtbot.addWidget(ring)
    ring.resize(280, 280)
    pictures = []
    for part in (0.9, 0.2):
        ring.show_left(part, 3)
        pictures.append(ring.grab().toImage())
    assert all(one == other for one, other in pairwise(pictures))


def test_get_ready_is_neutral_but_for_the_work(qtbot: QtBot, timeline: Timeline) -> None:
    page = PlayerPage(Theme())
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.open(FLOW, timeline)
    page.show_state(playing=True, waiting=False, finished=False)
    page.show()
    setup = player_moments.find(timeline, SpanPhase.SETUP, 1)
    page.show_moment(timeline.at(setup.start + 3000))
    panel = page.parts.panel
    assert not inked(panel.until, "text").isEmpty()
    for widget in (panel.until, panel.word, panel.dose):
        assert all(inked(widget, role).isEmpty() for role in ("coral", "amber", "sea"))
    coral = inked(panel.tempo_words, "coral")
    assert coral.width() > 200
    assert panel.tempo_words.text() == "4 seconds down, 1 pause, 2 up"
