"""The content itself: complete, speakable, and as long as it promises."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from longstride.content import check_file, file_warnings, load_flow, load_flows
from longstride.core.flow.drill import SAME, Drill, Sides, told_for
from longstride.core.flow.flow import Flow
from longstride.core.timeline.script import sentences

ASSETS = Path(__file__).parents[2] / "assets"
FILES = sorted([*ASSETS.glob("drills/*.toml"), *ASSETS.glob("flows/*.toml")])
FLOWS = [path for path in FILES if path.parent.name == "flows"]
CLAIMS = re.compile(r"\b(heal|cure|prevent|injur|treat|therap|fix)\w*", re.IGNORECASE)
UNSPEAKABLE = re.compile(r"[^A-Za-z,.:;!'? -]")


def spoken(drill: Drill) -> Iterator[str]:
    yield from (drill.spoken_name, drill.setup, drill.left, drill.right)
    yield from (drill.move, drill.again, drill.exit, drill.warn, drill.feel_short)
    yield from (drill.rest_word, drill.reverse)
    yield from drill.plain_cues
    yield from drill.words.values()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_shipped_file_is_free_of_mistakes_and_warnings(
    path: Path, catalogue: dict[str, Drill]
) -> None:
    assert check_file(path, catalogue) == ()
    assert file_warnings(path, catalogue) == ()


def test_every_drill_says_everything(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        texts = (drill.purpose, drill.setup, drill.move, drill.again, drill.feel, drill.avoid)
        assert all((*texts, drill.position, drill.areas)), drill.id
        assert (2 if drill.test else 3) <= len(drill.cues) <= 4, drill.id
        assert all(2 <= len(cue.split()) <= 6 for cue in drill.plain_cues), drill.cues
        assert len(sentences(drill.setup)) <= (4 if drill.test else 3), drill.setup


def test_the_voice_meets_nothing_it_stumbles_over(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        for text in map(told, spoken(drill)):
            assert not UNSPEAKABLE.search(text), text
            assert not re.search(r"\b[A-Z]{2,}\b|\be\.g|\bi\.e|\betc", text), text


def test_phase_words_are_short_enough_for_a_beat(catalogue: dict[str, Drill]) -> None:
    words = [word for drill in catalogue.values() for word in drill.words.values()]
    assert words
    assert all(len(word.split()) <= 3 for word in words)


def test_one_sided_drills_name_their_side_plainly(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        if drill.sides is Sides.EACH:
            assert drill.left != "Left side"
            assert drill.left.lower().replace("left", "right") == drill.right.lower()


def test_no_text_promises_health(assets: Path) -> None:
    for path in FILES:
        assert not CLAIMS.search(path.read_text()), path.name


def test_lighter_and_harder_lead_both_ways_within_a_stage(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        if drill.harder:
            harder = catalogue[drill.harder]
            assert harder.easier in {drill.id, SAME}
            assert harder.stage is drill.stage
            assert harder.unit.is_hold is drill.unit.is_hold


def test_the_three_flows_are_there_and_complete(assets: Path, catalogue: dict[str, Drill]) -> None:
    flows, mistakes = load_flows(assets / "flows", catalogue)
    assert mistakes == ()
    assert {"hip-extension-base", "post-run-five", "eccentric-hips"} <= set(flows)
    for flow in flows.values():
        told = (flow.line, flow.purpose, flow.when, flow.level, flow.opening, flow.closing)
        assert all(told), flow.id
    assert len({flow.line for flow in flows.values()}) == len(flows)


def test_post_run_needs_nothing_at_hand(assets: Path, catalogue: dict[str, Drill]) -> None:
    flow: Flow = load_flow(assets / "flows" / "post-run-five.toml", catalogue)
    assert flow.equipment == ()
    assert len(flow.steps) == 5


def told(text: str) -> str:
    """Return a text as it is said, for the left side."""
    return told_for(text, "left", "right")
