"""What a frame of the player costs: nothing is set, laid out or painted that did not change."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player.breath_ring import BreathRing
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.tempo_bar import Segment, TempoBar
from ui import player_moments


class Everything(QObject):
    """Notes which widgets of a page are painted and where, and counts what is laid out."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.painted: set[QWidget] = set()
        self.places: dict[QWidget, QRect] = {}
        self.laid_out = 0
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.painted.add(watched)
            self.places[watched] = event.rect()
        self.laid_out += event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}
        return False


def test_nothing_is_set_or_laid_out_anew_while_a_phase_runs(
    page: PlayerPage, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = player_moments.find(timeline, SpanPhase.ECCENTRIC, 1, 3).start
    page.show_moment(timeline.at(start + 2016))
    QApplication.processEvents()
    asked: list[int] = []
    made = Theme.font
    monkeypatch.setattr(Theme, "font", lambda *words: asked.append(words[1]) or made(*words))
    seen = Everything(page)
    for frame in range(60):
        page.show_moment(timeline.at(start + 2016 + frame * 16))
        QApplication.processEvents()
    tempo, ring = page.findChild(TempoBar), page.findChild(BreathRing)
    moving = {tempo, ring, page.findChild(FlowStrip)}
    grounds = {page, tempo.parentWidget()}  # what lies behind them is painted again with them
    assert asked == []
    assert seen.laid_out == 0
    assert tempo in seen.painted
    assert seen.painted <= moving | grounds


def test_getting_ready_paints_no_more_than_its_ring_and_the_strip(
    page: PlayerPage, timeline: Timeline
) -> None:
    start = player_moments.find(timeline, SpanPhase.SETUP, 1).start
    page.show_moment(timeline.at(start + 5016))
    QApplication.processEvents()
    seen = Everything(page)
    for frame in range(30):
        page.show_moment(timeline.at(start + 5016 + frame * 16))
        QApplication.processEvents()
    ring = page.parts.panel.until
    assert ring in seen.painted
    assert seen.places[ring].width() < ring.width() / 3
    assert seen.painted <= {ring, page.findChild(FlowStrip), page, page.parts.panel}
    assert seen.laid_out == 0


def test_a_filling_bar_paints_no_more_than_its_end(page: PlayerPage, timeline: Timeline) -> None:
    start = player_moments.find(timeline, SpanPhase.ECCENTRIC, 1, 3).start
    page.show_moment(timeline.at(start + 2016))
    QApplication.processEvents()
    seen = Everything(page)
    page.show_moment(timeline.at(start + 2048))
    QApplication.processEvents()
    tempo = page.findChild(TempoBar)
    assert seen.places[tempo].width() < tempo.width() / 10


def test_a_tempo_bar_filled_bit_by_bit_looks_as_if_filled_at_once(qtbot: QtBot) -> None:
    theme = Theme()
    bars = [TempoBar(theme), TempoBar(theme)]
    for bar in bars:
        qtbot.addWidget(bar)
        bar.resize(600, 16)
        bar.show_rep((Segment("4 down", 4000, "coral"), Segment("2 up", 2000, "sea")))
        with qtbot.waitExposed(bar):
            bar.show()
    for part in range(64):
        bars[0].show_at(0, part / 64)
        QApplication.processEvents()
    bars[0].show_at(1, 0.25)
    bars[0].show_at(1, 0.5)
    bars[1].show_at(1, 0.5)
    QApplication.processEvents()
    first, second = (bar.grab().toImage() for bar in bars)
    assert first == second
