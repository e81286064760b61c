"""Getting ready: the seconds until the work, and the words that lead there."""

from dataclasses import replace
from pathlib import Path

import pytest

import fakes
from longstride.content import load_catalogue, load_flows
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import Cue, CueKind, SpanPhase, Timeline
from longstride.ui.player.get_ready import (
    PREPARING,
    left_until_work,
    lit_sentences,
    setup_sentences,
)
from ui import player_moments
from ui.player_moments import COUCH, FLOW, SQUAT

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return player_moments.build()


def said(text: str) -> Cue:
    return Cue(0, 1000, CueKind.SAY, text)


def test_the_seconds_run_on_through_ready_to_the_work(timeline: Timeline) -> None:
    seconds = [left_until_work(timeline, timeline.at(at))[1] for at in range(0, 11_000, 1000)]
    assert seconds == list(range(11, 0, -1))
    parts = [left_until_work(timeline, timeline.at(at))[0] for at in (0, 5500, 10_999)]
    assert parts == pytest.approx([1.0, 0.5, 0.0], abs=0.001)


def test_the_seconds_end_where_the_flow_waits(timeline: Timeline) -> None:
    waits = replace(timeline, waits=(9000,))
    assert left_until_work(waits, waits.at(8500)) == (pytest.approx(0.5 / 9), 1)
    assert left_until_work(waits, waits.at(9000)) == (1.0, 2)


def test_a_side_to_come_is_got_ready_for_alone(timeline: Timeline) -> None:
    change = player_moments.find(timeline, SpanPhase.CHANGE, 1)
    assert left_until_work(timeline, timeline.at(change.start)) == (1.0, 8)


def test_the_written_set_up_is_that_of_what_comes(timeline: Timeline) -> None:
    setup = player_moments.find(timeline, SpanPhase.SETUP, 2)
    assert setup_sentences(FLOW, timeline, setup) == (COUCH.setup,)
    rest = player_moments.find(timeline, SpanPhase.REST, 0)
    assert setup_sentences(FLOW, timeline, rest) == (SQUAT.setup,)
    close = player_moments.find(timeline, SpanPhase.CLOSE, 2)
    assert setup_sentences(FLOW, timeline, close) == ("That is it.", "Well done.")


def test_what_is_told_in_short_is_written_in_short(timeline: Timeline) -> None:
    known = replace(SQUAT, again="{side} foot a long stride ahead")
    steps = (FLOW.steps[0], replace(FLOW.steps[1], drill=known), FLOW.steps[2])
    setup = player_moments.find(timeline, SpanPhase.SETUP, 1)
    short = "left foot a long stride ahead."
    cues = [cue for cue in timeline.cues if not setup.start <= cue.at < setup.end]
    told = Cue(setup.start + 500, setup.start + 2000, CueKind.SAY, short, role=Role.PLACE)
    heard = replace(timeline, cues=tuple(sorted((*cues, told), key=lambda cue: cue.at)))
    flow = replace(FLOW, steps=steps)
    assert setup_sentences(flow, heard, setup) == ("Left foot a long stride ahead.",)
    assert setup_sentences(flow, timeline, setup) == (SQUAT.setup,)


@pytest.mark.parametrize(
    ("heard", "lit"),
    [
        (None, set()),
        (said("Stand tall."), {0}),
        (said("Hands on your hips. Knees soft."), {1, 2}),
        (said("Next: split squat."), set()),
        (said(""), set()),
    ],
)
def test_the_sentence_being_spoken_is_lit(heard: Cue | None, lit: set[int]) -> None:
    written = ("Stand tall.", "Hands on your hips.", "Knees soft.")
    assert lit_sentences(written, heard) == lit


def test_in_shipped_flows_the_place_is_lit_as_it_is_spoken() -> None:
    """Nothing of the place stands on the page twice, as a caption and in the set-up."""
    flows, _ = load_flows(ASSETS / "flows", load_catalogue(ASSETS / "drills"))
    flow = flows["single-leg-control"]
    timeline = compile_flow(flow, {}, fakes.FULL)
    places = 0
    for cue in timeline.cues:
        span = timeline.at(cue.at).span
        if cue.role in {Role.PLACE, Role.PREVIEW} and span.phase in PREPARING:
            written = setup_sentences(flow, timeline, span)
            doubled = [text for text in written if text.strip(".") in cue.text]
            assert bool(lit_sentences(written, cue)) == bool(doubled)
            places += bool(doubled)
    assert places > 15
