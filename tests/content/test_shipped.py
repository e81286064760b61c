"""The content itself: complete, speakable, and as long as it promises."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from longstride.content import check_file, file_warnings, load_flow, load_flows
from longstride.core.flow.drill import Drill, Sides
from longstride.core.flow.flow import Flow
from longstride.core.timeline.compiler import compile_flow

ASSETS = Path(__file__).parents[2] / "assets"
FILES = sorted([*ASSETS.glob("drills/*.toml"), *ASSETS.glob("flows/*.toml")])
FLOWS = [path for path in FILES if path.parent.name == "flows"]
CLAIMS = re.compile(r"\b(heal|cure|prevent|injur|treat|therap|fix)\w*", re.IGNORECASE)
UNSPEAKABLE = re.compile(r"[^A-Za-z,.:;!'? -]")


def spoken(drill: Drill) -> Iterator[str]:
    yield from (drill.spoken_name, drill.setup, drill.left, drill.right)
    yield from drill.cues
    yield from drill.words.values()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_shipped_file_is_free_of_mistakes_and_warnings(
    path: Path, catalogue: dict[str, Drill]
) -> None:
    assert check_file(path, catalogue) == ()
    assert file_warnings(path, catalogue) == ()


def test_every_drill_says_everything(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        texts = (drill.position, drill.purpose, drill.setup, drill.feel, drill.avoid, drill.areas)
        assert all(texts), drill.id
        assert 3 <= len(drill.cues) <= 4, drill.id
        assert all(2 <= len(cue.split()) <= 6 for cue in drill.cues), drill.cues
        assert len(drill.setup.split()) <= 25, drill.setup


def test_the_voice_meets_nothing_it_stumbles_over(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        for text in spoken(drill):
            assert not UNSPEAKABLE.search(text), text
            assert not re.search(r"\b[A-Z]{2,}\b|\be\.g|\bi\.e|\betc", text), text


def test_phase_words_are_short_enough_for_a_beat(catalogue: dict[str, Drill]) -> None:
    words = [word for drill in catalogue.values() for word in drill.words.values()]
    assert words
    assert all(len(word.split()) <= 2 for word in words)


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
            assert harder.easier == drill.id
            assert harder.stage is drill.stage
            assert harder.unit.is_hold is drill.unit.is_hold


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_a_flow_takes_the_minutes_it_promises(path: Path, catalogue: dict[str, Drill]) -> None:
    flow = load_flow(path, catalogue)
    least, most = flow.minutes
    minutes = compile_flow(flow, {}).duration / 60_000
    assert least - 0.5 <= minutes <= most + 0.5


def test_the_three_flows_are_there_and_complete(assets: Path, catalogue: dict[str, Drill]) -> None:
    flows, mistakes = load_flows(assets / "flows", catalogue)
    assert mistakes == ()
    assert {"hip-extension-base", "post-run-five", "eccentric-hips"} <= set(flows)
    for flow in flows.values():
        assert all((flow.purpose, flow.when, flow.level, flow.opening, flow.closing)), flow.id


def test_post_run_needs_nothing_at_hand(assets: Path, catalogue: dict[str, Drill]) -> None:
    flow: Flow = load_flow(assets / "flows" / "post-run-five.toml", catalogue)
    assert flow.equipment == ()
    assert len(flow.steps) == 6
