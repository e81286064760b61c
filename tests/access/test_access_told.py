"""What a screen reader is told while it speaks for a flow."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import fakes
from longstride.content import load_catalogue, load_flows
from longstride.core.timeline.compiler import compile_flow
from longstride.ui.look.theme import Theme
from longstride.ui.player.page import PlayerPage
from longstride.ui.player.told import told
from ui import player_moments
from ui.player_moments import FLOW, build

ASSETS = Path(__file__).parents[2] / "assets"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


class Telling(PlayerPage):
    """A page that remembers what it has a screen reader say."""

    def __init__(self) -> None:
        super().__init__(Theme())
        self.said: list[str] = []

    def announce(self, text: str) -> None:
        self.said.append(text)


@pytest.fixture
def page(qtbot: QtBot) -> Telling:
    made = Telling()
    qtbot.addWidget(made)
    made.tells_steps = True
    return made


def test_every_step_is_told_once_and_no_second_ever() -> None:
    timeline = build()
    said = [told(FLOW, timeline, None, timeline.spans[0])]
    said += [told(FLOW, timeline, one, other) for one, other in pairwise(timeline.spans)]
    assert [text for text in said if text] == [
        "Welcome. Step 1 of 3: Supine leg rock. 5 each side. 2 seconds let go, 2 come back. "
        "Lie on your back, knees bent, feet wider than the hips.",
        "Rest. Next: Split squat.",
        "Step 2 of 3: Split squat. Left leg forward. 2 sets of 6 each side. "
        "4 seconds down, 1 pause, 2 up. "
        "Stand in a long stride, back heel lifted, one hand on the chair if you need it.",
        "Rest.",
        "Set 2 of 2.",
        "Rest.",
        "Change sides. Right leg forward.",
        "Rest.",
        "Set 2 of 2.",
        "Rest. Next: Couch stretch.",
        "Step 3 of 3: Couch stretch. Left knee down. 3 breaths each side. "
        "Back shin up against the couch, front foot flat, pelvis tucked under.",
        "Change sides. Right knee down.",
        "That is it. Well done.",
    ]


def test_shipped_flows_are_told_step_by_step() -> None:
    flows, _ = load_flows(ASSETS / "flows", load_catalogue(ASSETS / "drills"))
    for flow in flows.values():
        timeline = compile_flow(flow, {}, fakes.FULL)
        said = [told(flow, timeline, None, timeline.spans[0])]
        said += [told(flow, timeline, one, other) for one, other in pairwise(timeline.spans)]
        steps = [int(found[1]) for text in said if (found := re.search(r"Step (\d+) of", text))]
        assert steps == list(range(1, len(flow.steps) + 1)), flow.id


def test_pausing_waiting_and_going_lighter_are_told(page: Telling) -> None:
    page.open(FLOW, build())
    page.show_state(playing=True, waiting=False, finished=False)
    page.said.clear()
    page.show_lighter(True)
    page.show_state(playing=False, waiting=False, finished=False)
    page.show_state(playing=True, waiting=False, finished=False)
    page.show_state(playing=False, waiting=True, finished=False)
    page.show_state(playing=False, waiting=False, finished=True)
    assert page.said == ["Going lighter from here.", "Paused", "Press space when you are ready"]


def test_a_timeline_compiled_anew_tells_nothing_again(page: Telling) -> None:
    timeline = build()
    page.open(FLOW, timeline)
    page.show_moment(timeline.at(timeline.step_starts[1]))
    page.said.clear()
    again = build()
    page.open(FLOW, again, again.step_starts[1] + 20)
    assert page.said == []


def test_where_the_program_speaks_only_what_it_cannot_say_is_told(page: Telling) -> None:
    page.tells_steps = False
    timeline = player_moments.build()
    page.open(FLOW, timeline)
    for position in range(0, timeline.duration, 500):
        page.show_moment(timeline.at(position))
    page.show_state(playing=False, waiting=False, finished=False)
    assert page.said == []
    page.show_notice("No voice was found.")
    assert page.said == ["No voice was found."]
