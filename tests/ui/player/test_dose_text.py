"""Doses, tempi and sides as people say them."""

from dataclasses import replace
from pathlib import Path

import pytest

from longstride.content import load_catalogue
from longstride.core.flow.drill import Dose, Drill, Side, Sides, Stage, Unit
from longstride.core.flow.flow import Step
from longstride.core.flow.tempo import parse_tempo
from longstride.ui.player.dose_text import coming_segments, dose_text, side_text
from ui.player_moments import COUCH, ROCK, SQUAT

CATALOGUE = load_catalogue(Path(__file__).parents[3] / "assets" / "drills")
SPRINT = replace(ROCK, stage=Stage.SPRINT, travels=True, dose=Dose(reps=1))
EACH, BOTH, IN_TURN = Sides.EACH, Sides.BOTH, Sides.ALTERNATE


@pytest.mark.parametrize(
    ("drill", "dose", "sides", "text"),
    [
        (SQUAT, Dose(reps=6), EACH, "6 each side"),
        (SQUAT, Dose(reps=6, sets=2), EACH, "2 sets of 6 each side"),
        (ROCK, Dose(reps=6), BOTH, "6 times"),
        (ROCK, Dose(reps=6, sets=3), BOTH, "3 sets of 6"),
        (ROCK, Dose(reps=10), IN_TURN, "5 each side"),
        (ROCK, Dose(reps=1), BOTH, "Once"),
        (SQUAT, Dose(reps=1), EACH, "Once each side"),
        (replace(ROCK, unit=Unit.STEPS), Dose(reps=12), IN_TURN, "12 steps"),
        (COUCH, Dose(breaths=3), EACH, "3 breaths each side"),
        (COUCH, Dose(breaths=1), BOTH, "1 breath"),
        (ROCK, Dose(hold=45_000), EACH, "45 seconds each side"),
        (ROCK, Dose(hold=60_000), BOTH, "1 minute"),
        (ROCK, Dose(hold=90_000), BOTH, "1 min 30 s"),
        (SPRINT, Dose(reps=1, sets=4), BOTH, "4 runs"),
    ],
)
def test_a_dose_reads_as_people_say_it(drill: Drill, dose: Dose, sides: Sides, text: str) -> None:
    assert dose_text(Step(drill, dose, sides)) == text


@pytest.mark.parametrize(
    ("drill", "tempo", "text"),
    [
        (SQUAT, "4-1-2-0", "4 seconds down, 1 pause, 2 up"),
        (SQUAT, "1-0-2-0", "1 second down, 2 up"),
        (SQUAT, "X-0-2-0", "down fast, 2 seconds up"),
        (ROCK, "2-0-2-0", "2 seconds let go, 2 come back"),
    ],
)
def test_a_tempo_is_a_sentence(drill: Drill, tempo: str, text: str) -> None:
    step = Step(drill, Dose(reps=4, tempo=parse_tempo(tempo)), Sides.EACH)
    assert ", ".join(each.label for each in coming_segments(step)) == text


def test_what_does_not_repeat_has_no_tempo() -> None:
    assert coming_segments(Step(COUCH, COUCH.dose, Sides.EACH)) == ()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", ("Left", "")),
        ("Left foot forward", ("Left", "foot forward")),
        ("Standing on the left leg", ("Left", "is the standing leg")),
        ("Knees to the left", ("Left", "knees to the left")),
        ("Right knee forward", ("Right", "knee forward")),  # as a drill may name its left
    ],
)
def test_a_side_says_what_it_means(words: str, text: tuple[str, str]) -> None:
    assert side_text(replace(SQUAT, left=words), Side.LEFT) == text


def test_every_shipped_side_is_a_word_and_what_it_means() -> None:
    for drill in CATALOGUE.values():
        for side in Side:
            word, about = side_text(drill, side)
            assert word in {"Left", "Right"}, drill.id
            assert len(about) <= 24, drill.id
