"""A player page in the middle of a flow."""

import pytest
from pytestqt.qtbot import QtBot

from longstride.core.timeline.timeline import Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player.page import PlayerPage
from ui import player_moments
from ui.player_moments import FLOW


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return player_moments.build()


@pytest.fixture
def page(qtbot: QtBot, timeline: Timeline) -> PlayerPage:
    made = PlayerPage(Theme())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.open(FLOW, timeline)
    made.show_state(True, False, False)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
