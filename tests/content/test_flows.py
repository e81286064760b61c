"""What a good file becomes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longstride.content import (
    flow_from_json,
    flow_to_json,
    load_flow,
    load_flows,
    read_flow,
)
from longstride.core.errors import FlowError
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.core.timeline.adapt import lighter_flow

HEAD = 'title = "My hips"\n'


def step(toml: str, catalogue: dict[str, Drill]) -> Step:
    return load_flow(f"{HEAD}[[step]]\n{toml}", catalogue).steps[0]


def test_a_step_inherits_everything_it_does_not_say(catalogue: dict[str, Drill]) -> None:
    drill = catalogue["glute-bridge"]
    assert step("drill = 'glute-bridge'", catalogue) == Step(drill, drill.dose, drill.sides)


def test_a_step_may_change_part_of_a_dose(catalogue: dict[str, Drill]) -> None:
    changed = step("drill = 'glute-bridge'\nreps = 5\nsets = 3\nrest = '1:30'", catalogue)
    assert changed.dose == Dose(reps=5, tempo=parse_tempo("3-1-2-1"), sets=3, rest=90_000)


def test_a_step_may_hold_what_its_drill_repeats(catalogue: dict[str, Drill]) -> None:
    assert step("drill = 'glute-bridge'\nhold = '30s'", catalogue).dose == Dose(hold=30_000)


def test_rests_may_wait_for_the_athlete(catalogue: dict[str, Drill]) -> None:
    toml = (
        "drill = 'bird-dog'\nsets = 2\nrest = 'until I am ready'\nrest_after = 'Until I am ready'"
    )
    waiting = step(toml, catalogue)
    assert waiting.dose.rest_until_ready
    assert waiting.until_ready


def test_a_step_may_say_all_the_rest_too(catalogue: dict[str, Drill]) -> None:
    toml = (
        "drill = 'couch-stretch'\nside = 'left'\nbreaths = 2\nget_ready = 20\nchange = '15s'\n"
        "rest_after = 9\ncues = ['Easy  now']\ntalk = 'tones'"
    )
    drill = catalogue["couch-stretch"]
    expected = Step(
        drill, Dose(breaths=2), Sides.LEFT, 20_000, 15_000, 9000, False, ("Easy now",), Talk.TONES
    )
    assert step(toml, catalogue) == expected


OWN = """
id = "shared"
title = "Shared"
minutes = 4
talk = "cues"
breath = { in = 5, out = 7 }
occasions = ["at lunch"]

[[drill]]
id = "heel-dig"
name = "Heel dig"
stage = "activate"
unit = "steps"
side = "alternate"
reps = 6
tempo = "2/1/X/0"
starts_with = "concentric"
setup = '''
  Lie down.
  Dig one heel in.'''
words = { concentric = "Dig" }
easier = "low-bridge"

[[step]]
drill = "heel-dig"
"""


def test_a_shared_file_brings_its_own_drills(catalogue: dict[str, Drill]) -> None:
    reading = read_flow(OWN, catalogue)
    own = reading.flow.steps[0].drill
    assert reading.drills["heel-dig"] is own
    assert reading.drills["low-bridge"] is catalogue["low-bridge"]
    assert own == Drill(
        id="heel-dig",
        name="Heel dig",
        stage=Stage.ACTIVATE,
        unit=Unit.STEPS,
        sides=Sides.ALTERNATE,
        position="",
        purpose="",
        setup="Lie down. Dig one heel in.",
        cues=(),
        feel="",
        avoid="",
        dose=Dose(reps=6, tempo=parse_tempo("2-1-X-0")),
        areas=(),
        easier="low-bridge",
        starts_with=Phase.CONCENTRIC,
        words={Phase.CONCENTRIC: "Dig"},
    )
    flow = reading.flow
    assert (flow.id, flow.minutes, flow.talk) == ("shared", (4, 4), Talk.CUES)
    assert flow.breath == Breath(5000, 7000)


def test_minutes_are_measured_where_none_are_promised(catalogue: dict[str, Drill]) -> None:
    toml = HEAD + "[[step]]\ndrill = 'couch-stretch'\nhold = '5:00'\n"
    assert load_flow(toml, catalogue).minutes == (10, 11)


@pytest.mark.parametrize(
    ("name", "flow_id"),
    [("My Hips.flow.toml", "my-hips"), ("été!.toml", "t"), ("....toml", "flow-ab5df625")],
)
def test_the_name_of_a_file_is_the_id_of_its_flow(
    name: str, flow_id: str, tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    path = tmp_path / name
    path.write_text(HEAD + "[[step]]\ndrill = 'bird-dog'\n")
    assert load_flow(path, catalogue).id == flow_id


def test_a_broken_flow_does_not_hide_the_good_ones(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    good = HEAD + "[[step]]\ndrill = 'bird-dog'\n"
    (tmp_path / "a.flow.toml").write_text(good)
    (tmp_path / "b.flow.toml").write_text("title = ")
    (tmp_path / "c.flow.toml").write_text(good)
    (tmp_path / "d.flow.toml").write_text("id = 'a'\n" + good)
    flows, mistakes = load_flows(tmp_path, catalogue)
    assert set(flows) == {"a", "c"}
    assert [Path(found.file).name for found in mistakes] == ["b.flow.toml", "d.flow.toml"]


def test_a_folder_that_is_not_there_holds_no_flows(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    assert load_flows(tmp_path / "none", catalogue) == ({}, ())


def test_the_shipped_flows_survive_the_journal(assets: Path, catalogue: dict[str, Drill]) -> None:
    flows, _ = load_flows(assets / "flows", catalogue)
    for flow in flows.values():
        assert flow_from_json(flow_to_json(flow)) == flow


TEXT = st.text(max_size=12)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
TEMPOS = st.from_regex(r"[1-9X][0-9][1-9X][0-9]", fullmatch=True).map(parse_tempo)
DOSES = (
    st.builds(Dose, reps=st.integers(1, 99), tempo=TEMPOS, rest_until_ready=st.booleans())
    | st.builds(Dose, hold=st.integers(3, 90).map(lambda seconds: seconds * 1000))
    | st.builds(Dose, breaths=st.integers(1, 60))
)
DRILLS = st.builds(
    Drill,
    **dict.fromkeys(("id", "name", "position", "purpose", "setup", "feel", "avoid", "say"), TEXT),
    cues=TEXTS,
    areas=TEXTS,
    strains=st.lists(st.sampled_from(BodyPlace), max_size=3).map(tuple),
    aliases=TEXTS,
    dose=DOSES,
    equipment=TEXTS,
    easier=st.none() | TEXT,
    words=st.dictionaries(st.sampled_from(Phase), TEXT),
)
STEPS = st.builds(Step, DRILLS, DOSES, talk=st.none() | st.sampled_from(Talk), cues=TEXTS)
FLOWS = st.builds(
    Flow,
    **dict.fromkeys(("id", "title", "purpose", "when", "level", "opening", "closing"), TEXT),
    minutes=st.tuples(st.integers(1, 99), st.integers(1, 99)),
    steps=st.lists(STEPS, min_size=1, max_size=2).map(tuple),
    breath=st.builds(Breath, st.sampled_from([3000, 7000]), st.sampled_from([3000, 8000])),
    occasions=TEXTS,
)


@given(FLOWS)
@settings(max_examples=60)
def test_any_flow_survives_the_journal_exactly(flow: Flow) -> None:
    again = flow_from_json(flow_to_json(flow))
    assert again == flow
    assert flow_to_json(again) == flow_to_json(flow)


@pytest.mark.parametrize("text", ["", "{}", "[1", '{"id": 5}', "null", "[" * 5000])
def test_a_saved_flow_that_cannot_be_read_is_a_sentence(text: str) -> None:
    with pytest.raises(FlowError, match="this saved flow cannot be read"):
        flow_from_json(text)


def saved(flow: Flow) -> Flow:
    return flow_from_json(flow_to_json(flow))


IMPOSSIBLE = (
    Dose(reps=10**9, tempo=parse_tempo("4120")),
    Dose(reps=4),
    Dose(hold=30_000, reps=4, tempo=parse_tempo("4120")),
    Dose(hold=10**15),
    Dose(hold=4999),
    Dose(hold=30_000, sets=0),
    Dose(hold=30_000, rest=-1),
    Dose(),
)


@pytest.mark.parametrize("dose", IMPOSSIBLE)
def test_a_saved_flow_that_no_file_could_have_led_to_is_refused(
    assets: Path, catalogue: dict[str, Drill], dose: Dose
) -> None:
    flow = load_flow(assets / "flows" / "post-run-five.toml", catalogue)
    odd = replace(flow, steps=(replace(flow.steps[0], dose=dose), *flow.steps[1:]))
    with pytest.raises(FlowError, match="saved flow cannot be read"):
        saved(odd)


def test_a_saved_flow_without_steps_or_of_endless_ones_is_refused(
    assets: Path, catalogue: dict[str, Drill]
) -> None:
    flow = load_flow(assets / "flows" / "post-run-five.toml", catalogue)
    for steps in ((), flow.steps * 200):
        with pytest.raises(FlowError):
            saved(replace(flow, steps=steps))


def test_the_longest_flow_made_lighter_survives_the_journal(catalogue: dict[str, Drill]) -> None:
    step = "[[step]]\ndrill = 'glute-bridge'\nhold = 60\nsets = 10\nrest = {}\n"
    longest = load_flow("title = 'x'\n" + step.format(480) + step.format(420), catalogue)
    lighter = lighter_flow(longest, catalogue)
    assert saved(lighter) == lighter


def test_what_a_flow_is_for_is_kept_and_a_test_is_done_whole(catalogue: dict[str, Drill]) -> None:
    toml = f"{HEAD}shorten = false\n[[step]]\ndrill = 'bird-dog'\nkeep = true\n"
    flow = load_flow(f"{toml}[[step]]\ndrill = 'bird-dog'\n", catalogue)
    assert not flow.shorten
    assert [step.keep for step in flow.steps] == [True, False]
    assert flow_from_json(flow_to_json(flow)) == flow


def test_a_flow_saved_before_it_could_be_shortened_is_still_read(
    catalogue: dict[str, Drill],
) -> None:
    flow = load_flow(f"{HEAD}[[step]]\ndrill = 'bird-dog'\n", catalogue)
    before = flow_to_json(flow).replace(',"shorten":true', "").replace(',"keep":false', "")
    assert "keep" not in before
    assert flow_from_json(before) == flow
