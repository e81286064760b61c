"""The way a movement goes: the part that travels most, wherever that is."""

from pathlib import Path

import pytest

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.way import main_way
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase

ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))


@pytest.mark.parametrize(
    ("drill", "phase", "joint"),
    [
        ("single-leg-hinge", SpanPhase.ECCENTRIC, "head"),
        ("split-squat", SpanPhase.ECCENTRIC, "head"),
        ("glute-bridge", SpanPhase.CONCENTRIC, "pelvis"),
        ("side-lying-hip-abduction", SpanPhase.CONCENTRIC, "near_toe"),
        ("clamshell", SpanPhase.CONCENTRIC, "near_knee"),
        ("couch-stretch", SpanPhase.READY, "head"),
    ],
)
def test_what_moves_most_shows_the_way(drill: str, phase: SpanPhase, joint: str) -> None:
    figure = FIGURES[drill]
    way = main_way(figure, phase)
    assert way is not None
    assert way.joint == joint
    assert way.points[0] == figure.at(phase, 0.0).joints[joint]
    assert way.points[-1] == figure.at(phase, 1.0).joints[joint]


def test_what_hardly_moves_and_what_runs_on_and_on_shows_none() -> None:
    assert main_way(FIGURES["front-plank"], SpanPhase.READY) is None
    assert main_way(FIGURES["strides-within-an-easy-run"], SpanPhase.CONCENTRIC) is None


def test_the_other_side_goes_its_own_way() -> None:
    """Where near and far limbs are exchanged, so is what moves most."""
    march = FIGURES["a-march"]
    one, other = (main_way(march, SpanPhase.CONCENTRIC, side) for side in Side)
    assert one is not None
    assert other is not None
    assert {one.joint, other.joint} == {"near_knee", "far_knee"}
