"""A flow's page where there are fewer minutes than the whole takes."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.ui.flows.page import FlowsPage
from longstride.ui.intentions.leading import Preview, Shorten, Start
from longstride.ui.look.theme import Theme
from ui import page_samples as samples
from ui.shorter_samples import fits

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot) -> FlowsPage:
    made = FlowsPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def test_fewer_minutes_on_a_flows_page(page: FlowsPage, qtbot: QtBot) -> None:
    made = samples.base()
    page.show_flows(samples.cards())
    page.set_talk(Talk.FULL)
    page.open_card(made.id)
    detail = page.detail
    with qtbot.waitSignal(page.wants) as asked:
        detail.minutes.chips[6].click()
    assert asked.args == [Shorten(made.id, Talk.FULL)]
    detail.show_shorter({(made.id, Talk.FULL): fits(made)})
    assert detail.minutes.told.startswith("Without standing hip circle")
    assert detail._totals.text().startswith("4 steps, ")
    with qtbot.waitSignal(page.wants) as again:
        detail.talk.setCurrentIndex(4)
    assert again.args == [Shorten(made.id, Talk.TONES)]
    assert detail._totals.text().startswith("8 steps, ")  # until it is known what fits so
    with qtbot.waitSignal(page.wants) as started:
        detail.start.click()
    assert started.args == [Start(made.id, None, Manner(Talk.TONES), 360_000)]
    page.show_cards()
    assert detail.minutes.room is None


def test_a_step_left_out_can_still_be_looked_at(page: FlowsPage, qtbot: QtBot) -> None:
    made = samples.base()
    page.show_flows(samples.cards())
    page.open_card(made.id)
    page.detail.show_shorter({(made.id, Talk.FULL): fits(made)})
    page.detail.minutes.chips[6].click()

    def looks() -> list[QPushButton]:
        found = page.detail.findChildren(QPushButton)
        return [b for b in found if b.accessibleName() == "Preview Split squat" and b.isVisible()]

    qtbot.waitUntil(lambda: len(looks()) == 1)
    (look,) = looks()
    with qtbot.waitSignal(page.wants) as asked:
        look.click()
    assert asked.args == [Preview(made.id, 4, Talk.FULL)]
