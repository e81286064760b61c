"""docs/flow-format.md says what is so."""

import re
from pathlib import Path

from longstride.content import load_flow, read_flow
from longstride.content.flow_forms import FlowForm
from longstride.content.forms import AREAS, DrillForm, StepForm
from longstride.content.plans import PlanForm, WeekForm
from longstride.core.flow.drill import Drill, Sides, Stage
from longstride.core.flow.talk import Talk

MANUAL = (Path(__file__).parents[2] / "docs" / "flow-format.md").read_text()
EXAMPLE = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)[0]


def test_the_example_is_a_good_flow(catalogue: dict[str, Drill]) -> None:
    reading = read_flow(EXAMPLE, catalogue)
    assert reading.warnings() == ()
    assert [step.drill.id for step in reading.flow.steps] == [
        "ankle-to-hip-wave",
        "heel-dig",
        "half-kneeling-hip-flexor-stretch",
    ]
    assert load_flow(EXAMPLE, catalogue).id == "lunch-hips"


def test_every_key_is_explained() -> None:
    for form in (FlowForm, StepForm, DrillForm, PlanForm, WeekForm):
        for key in form.key_names():
            assert f"`{key}`" in MANUAL or f"[[{key}]]" in MANUAL, key


def test_every_word_of_a_short_list_is_named() -> None:
    for word in (*Stage, *Sides, *Talk):
        assert f'`"{word}"`' in MANUAL
    assert ", ".join(AREAS) in MANUAL
