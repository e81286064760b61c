"""The main part of a drill: from where its work starts to its end."""

from dataclasses import replace

import pytest

from longstride.content import load_catalogue, load_figure
from longstride.core.figure.figure import ROUND, Figure
from longstride.core.figure.main_part import stance_at
from longstride.core.flow.drill import Drill
from longstride.core.timeline.timeline import SpanPhase
from longstride.paths import find_paths

ASSETS = find_paths(None, {}).assets
CATALOGUE = load_catalogue(ASSETS / "drills")


def figure_of(name: str) -> tuple[Figure, Drill]:
    return load_figure(ASSETS / "poses" / f"{name}.toml", CATALOGUE), CATALOGUE[name]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("split-squat", SpanPhase.ECCENTRIC, SpanPhase.ECCENTRIC),
        ("glute-bridge", SpanPhase.CONCENTRIC, SpanPhase.CONCENTRIC),
        ("lunge-with-rotation", SpanPhase.ECCENTRIC, SpanPhase.STRETCHED),
        ("front-plank", SpanPhase.SETUP, SpanPhase.HOLD),
        ("couch-stretch", SpanPhase.READY, SpanPhase.HOLD),
    ],
)
def test_it_goes_from_the_start_of_the_work_to_its_end(
    name: str, first: SpanPhase, last: SpanPhase
) -> None:
    figure, drill = figure_of(name)
    end = figure.at(last, 0.0 if last is SpanPhase.HOLD else 1.0)
    assert stance_at(figure, drill, 0.0).body == figure.at(first, 0.0).body
    assert stance_at(figure, drill, 1.0).body == end.body
    assert stance_at(figure, drill, 2.0).body == end.body, "there is nothing after it"
    assert stance_at(figure, drill, 0.5).body not in (end.body, figure.at(first, 0.0).body)


def test_of_running_it_is_one_step() -> None:
    figure, drill = figure_of("steady-running")
    start, end = (stance_at(figure, drill, part) for part in (0.0, 1.0))
    assert start.body == figure.key.body
    assert end.body == figure.at(SpanPhase.HOLD, 0.0, elapsed=ROUND // 2).body


def test_a_hold_that_is_only_breathed_in_goes_from_a_full_chest_to_an_empty_one() -> None:
    figure, drill = figure_of("psoas-release")
    figure = replace(figure, paths={**figure.paths, SpanPhase.SETUP: figure.paths[SpanPhase.READY]})
    start, end = (stance_at(figure, drill, part) for part in (0.0, 1.0))
    assert (start.fullness, end.fullness) == (1.0, 0.0)
    assert end.body == figure.key.body
