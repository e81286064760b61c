"""How hands are held: flat on what bears them, off the floor, along skin, without a jump."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from longstride.content import load_catalogue, load_figures
from longstride.core.figure.hands import FLAT, Surfaces, hand_of
from longstride.core.figure.shape import HAND
from longstride.core.figure.vectors import dot
from longstride.core.timeline.timeline import SpanPhase

ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))


@pytest.mark.parametrize("step", range(0, 101, 4))
def test_a_hand_that_leaves_the_floor_keeps_its_fingers_out_of_it(step: int) -> None:
    body = FIGURES["bird-dog"].at(SpanPhase.ECCENTRIC, step / 100).body
    for side in ("near", "far"):
        hand = hand_of(body, side, Surfaces())
        assert hand.wrist[1] + HAND * hand.reach * hand.way[1] > FLAT - 0.006


def test_a_hand_beside_a_lying_body_goes_on_from_its_forearm() -> None:
    body = FIGURES["glute-bridge"].at(SpanPhase.ECCENTRIC, 0.0).body
    hand = hand_of(body, "near", Surfaces())
    assert hand.palm == (0.0, 1.0, 0.0)
    assert hand.way[0] > 0.9, "towards the feet, as the arm lies"


def test_a_hand_on_a_thigh_lies_along_it() -> None:
    body = FIGURES["half-kneeling-hip-flexor-stretch"].key.body
    hand = hand_of(body, "near", Surfaces())
    assert math.isclose(math.hypot(*hand.way), 1.0, abs_tol=1e-9)
    assert abs(dot(hand.way, hand.palm)) < 1e-9
    assert hand.way[1] > -0.6, "its fingers do not go into the thigh"


@pytest.mark.parametrize("drill", ["steady-running", "a-march", "split-squat", "lying-knee-hug"])
def test_no_hand_jumps_on_its_way(drill: str) -> None:
    figure = FIGURES[drill]
    phase = SpanPhase.HOLD if SpanPhase.ECCENTRIC not in figure.paths else SpanPhase.ECCENTRIC
    for side in ("near", "far"):
        tips = []
        for step in range(201):
            body = figure.at(phase, step / 200).body
            hand = hand_of(body, side, Surfaces())
            tips.append(tuple(w + HAND * d for w, d in zip(hand.wrist, hand.way, strict=True)))
        assert max(math.dist(a, b) for a, b in pairwise(tips)) < 0.06
