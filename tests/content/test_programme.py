"""The whole programme is there: every drill and flow, in words made for the ear."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from longstride.content import load_flows
from longstride.core.flow.drill import SAME, Drill, Stage, split_cue, told_for
from longstride.core.flow.flow import Flow
from longstride.core.timeline.script import sentences

# As the programme names them; a drill answers to its name or to one of its other names.
DRILLS = {
    Stage.OPEN: (
        "supine leg rock; supine hip circle; standing active hip circle; "
        "hands-and-knees hip circle; leg swing forward-back; leg swing across; 90/90 switch; "
        "quad-to-glute flow; lunge with rotation; ankle rock at the wall; ankle-to-hip wave"
    ),
    Stage.ACTIVATE: (
        "glute bridge; bridge march; bird dog; prone hip extension; clamshell; "
        "side-lying hip abduction"
    ),
    Stage.LOAD: (
        "standing hip hinge; single-leg hinge; standing single-leg hip extension; "
        "standing single-leg hip extension with band; banded monster walk; mozy step; "
        "stair lunge; step-up; slow step-down; split squat; rear-foot-raised split squat; "
        "walking lunge with hip extension; elevated hip thrust with light band; "
        "standing hip abduction with band"
    ),
    Stage.STABILITY: (
        "unsupported single-leg bridge; side plank; side plank with leg lift; dead bug; "
        "front plank with leg lift; single-leg bridge hold"
    ),
    Stage.END_RANGE: (
        "half-kneeling hip-flexor stretch; couch stretch; couch stretch, easier; "
        "couch stretch, harder; psoas release lying; quad stretch standing; "
        "figure-four stretch; adductor rock-back; supported end-range lunge hold; "
        "modified thomas test"
    ),
    Stage.SPRINT: (
        "wall drive; wall switch; a-march; a-skip; falling start acceleration; "
        "strides within an easy run"
    ),
}
FLOWS = {
    "hip-extension-base": (12, 15),
    "post-run-five": (5, 6),
    "deep-hips": (22, 28),
    "mobility-a": (12, 16),
    "mobility-b": (12, 16),
    "sprint-blast": (4, 5),
    "eccentric-hips": (12, 15),
    "hip-flexor-release": (8, 10),
    "single-leg-control": (10, 14),
    "band-and-step": (12, 16),
    "stable-under-fatigue": (10, 14),
    "acceleration-drills": (10, 12),
    "practice-rounds": (20, 30),
    "unlock-the-desk": (3, 3),
    "wind-down": (8, 8),
    "range-check": (8, 11),
}
LEVELS = {"Gentle", "Steady", "Brisk", "Strong"}
LONGEST_SENTENCE = 14
HARD_TO_SAY = re.compile(r"[^A-Za-z,.:;!?' -]|\b[A-Z]{2,}\b|\b(?:e\.g|i\.e|etc)\b")
GUILT = re.compile(r"\b(?:you (?:should|must|ought)|failed?|lazy|no excuse)\b", re.IGNORECASE)
CLAIMS = re.compile(r"\b(?:heal|cure|prevent|injur|treat|therap|fix)", re.IGNORECASE)
AMERICAN = re.compile(r"(?:color|center|\bmeter|gray|stabiliz|practicing)", re.IGNORECASE)


@pytest.fixture(scope="module")
def flows(assets: Path, catalogue: dict[str, Drill]) -> dict[str, Flow]:
    flows, mistakes = load_flows(assets / "flows", catalogue)
    assert mistakes == ()
    return flows


def names(drill: Drill) -> set[str]:
    return {name.lower() for name in (drill.name, *drill.aliases)}


def chain(drill: Drill, link: str, catalogue: dict[str, Drill]) -> Iterator[str]:
    onward = getattr(drill, link)
    while onward and onward != SAME:
        yield onward
        onward = getattr(catalogue[onward], link)


@pytest.mark.parametrize("stage", DRILLS)
def test_every_drill_of_the_programme_is_in_its_stage(
    stage: Stage, catalogue: dict[str, Drill]
) -> None:
    known = {name for drill in catalogue.values() if drill.stage is stage for name in names(drill)}
    assert set(DRILLS[stage].split("; ")) - known == set()


def test_no_name_means_two_drills(catalogue: dict[str, Drill]) -> None:
    said = [name for drill in catalogue.values() for name in names(drill)]
    assert sorted(said) == sorted(set(said))


def test_every_flow_of_the_programme_promises_its_minutes(flows: dict[str, Flow]) -> None:
    assert {name: flow.minutes for name, flow in flows.items()} == FLOWS


def test_every_flow_says_what_it_is_for(flows: dict[str, Flow]) -> None:
    for flow in flows.values():
        assert all((flow.purpose, flow.when, flow.opening, flow.closing, flow.occasions)), flow.id
        assert flow.level in LEVELS, flow.id
        assert "rate how stiff" in flow.closing, flow.id


def test_every_occasion_has_its_flow(flows: dict[str, Flow]) -> None:
    occasions = {occasion for flow in flows.values() for occasion in flow.occasions}
    assert occasions == {
        "after a run",
        "before a sprint",
        "before bed",
        "desk",
        "easy day",
        "measure",
        "outdoors",
        "recovery",
        "strength day",
        "weekly",
    }


def test_a_flow_loads_at_most_four_drills_unless_it_is_the_deep_one(
    flows: dict[str, Flow],
) -> None:
    for flow in flows.values():
        loaded = {step.drill.id for step in flow.steps if step.drill.stage is Stage.LOAD}
        assert len(loaded) <= 4 or flow.id == "deep-hips"


def test_rest_and_breath_flows_carry_no_load(flows: dict[str, Flow]) -> None:
    for name in ("wind-down", "hip-flexor-release"):
        assert {step.drill.stage for step in flows[name].steps} == {Stage.END_RANGE}


def test_links_end_somewhere_and_never_cross(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        easier, harder = set(chain(drill, "easier", catalogue)), chain(drill, "harder", catalogue)
        assert drill.id not in easier
        assert not easier & set(harder)


def test_easier_never_needs_more_at_hand(catalogue: dict[str, Drill]) -> None:
    """Going lighter happens in the middle of a flow, when nobody can go and fetch anything."""
    walls_and_floors = {"wall", "cushion"}
    for drill in catalogue.values():
        if drill.easier and drill.easier != SAME:
            more = set(catalogue[drill.easier].equipment) - set(drill.equipment)
            assert more <= walls_and_floors, drill.id


def test_what_a_household_may_lack_has_an_alternative(catalogue: dict[str, Drill]) -> None:
    for drill in catalogue.values():
        scarce = set(drill.equipment) & {"band", "ball", "bench", "chair", "stair", "step", "table"}
        assert scarce <= set(drill.instead), drill.id


def test_every_drill_and_flow_is_made_for_the_ear(
    catalogue: dict[str, Drill], flows: dict[str, Flow]
) -> None:
    for drill in catalogue.values():
        for text in (drill.spoken_name, drill.setup, *drill.plain_cues, drill.left, drill.right):
            assert_speakable(text)
    for flow in flows.values():
        for text in (flow.title, flow.opening, flow.closing):
            assert_speakable(text)
        for step in flow.steps:
            for cue in step.cues:
                words = split_cue(cue)[1]
                assert_speakable(words)
                assert 2 <= len(words.split()) <= 6, cue


def assert_speakable(text: str) -> None:
    text = told_for(text, "left", "right")
    assert not HARD_TO_SAY.search(text), text
    for sentence in sentences(text):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_words_are_warm_british_and_promise_nothing(
    catalogue: dict[str, Drill], flows: dict[str, Flow]
) -> None:
    texts = [
        text
        for drill in catalogue.values()
        for text in (drill.purpose, drill.setup, drill.feel, drill.avoid, *drill.cues)
    ]
    texts += [t for f in flows.values() for t in (f.purpose, f.when, f.opening, f.closing)]
    for text in texts:
        for wrong in (GUILT, CLAIMS, AMERICAN):
            assert not wrong.search(text), text


def test_measures_are_taken_one_side_after_the_other_with_time_to_write(
    flows: dict[str, Flow],
) -> None:
    steps = flows["range-check"].steps
    tests = ("knee-to-wall-test", "single-leg-bridge-hold", "modified-thomas-test")
    assert [(step.drill.id, step.sides) for step in steps] == [
        (test, side) for test in tests for side in ("left", "right")
    ]
    assert all(step.until_ready for step in steps[:4])
    assert [step.dose.sets for step in steps[-2:]] == [3, 3]
    assert not any(step.dose.rest_until_ready for step in steps)  # no key can be reached lying
    assert "Enter your numbers" in flows["range-check"].closing
    assert "back flat" in steps[-1].drill.setup
    assert "{other} knee" in steps[-1].drill.move


def test_outdoors_nobody_is_waited_for_but_to_prop_up_the_phone(flows: dict[str, Flow]) -> None:
    for flow in flows.values():
        if "outdoors" in flow.occasions:
            assert not any(step.dose.rest_until_ready for step in flow.steps)
            coming = [after for step, after in pairwise(flow.steps) if step.until_ready]
            assert all("phone" in step.drill.equipment for step in coming)


def test_acceleration_is_filmed_once_from_the_side(flows: dict[str, Flow]) -> None:
    (filmed,) = [
        step for step in flows["acceleration-drills"].steps if "phone" in step.drill.equipment
    ]
    assert "aside of your third step" in filmed.fetch
    assert filmed.dose.sets == 1
