"""A figure that is looked at: from its key picture, without a leap, and round again."""

import math
from pathlib import Path

import pytest

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.figure import Stance
from longstride.core.figure.looked_at import looked_at

ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
KINDS = ("split-squat", "glute-bridge", "couch-stretch", "front-plank", "steady-running")


def apart(one: Stance, two: Stance) -> float:
    return max(math.dist(one.joints[name], two.joints[name]) for name in one.joints)


@pytest.mark.parametrize("drill", KINDS)
def test_it_sets_out_from_the_key_picture_and_never_leaps(drill: str) -> None:
    figure = FIGURES[drill]
    stances = [looked_at(figure, elapsed) for elapsed in range(0, 6_000, 40)]
    assert apart(stances[0], figure.key) < 1e-9
    assert max(map(apart, stances, stances[1:])) < 0.12
    assert max(apart(figure.key, stance) for stance in stances) > 0.02
    assert all(stance.ghost is None for stance in stances)
