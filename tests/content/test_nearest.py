"""What somebody meant by a name: found by all that it is called, and never something else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.content import load_catalogue
from longstride.content.nearest import drill_names, meant, named
from longstride.content.wording import nearest, nearest_drill

DRILLS = load_catalogue(Path(__file__).parents[2] / "assets" / "drills")
NAMES = dict(drill_names(DRILLS))
KEYS = ("drill", "reps", "tempo", "hold", "breaths", "sets", "rest", "side", "cues", "rest_after")


@pytest.mark.parametrize(
    ("word", "drill"),
    [
        ("90-90-switch", "ninety-ninety-switch"),
        ("90/90 Switch", "ninety-ninety-switch"),
        ("mozy-step", "banded-monster-walk"),
        ("hip thrust", "elevated-hip-thrust-with-light-band"),
        ("Glutebridge", "glute-bridge"),
        ("couch_stretch", "couch-stretch"),
        ("side bridge", "side-plank"),
    ],
)
def test_a_drill_goes_by_its_id_its_name_and_its_aliases(word: str, drill: str) -> None:
    assert named(word, drill_names(DRILLS)) == drill
    assert nearest_drill(word, DRILLS) == f'; did you mean "{drill}"?'


@pytest.mark.parametrize(
    ("word", "drill"),
    [
        ("split-squad", "split-squat"),
        ("hip-thrsut", "elevated-hip-thrust-with-light-band"),
        ("glute-bridges", "glute-bridge"),
        ("splitsqat", "split-squat"),
        ("mozi step", "banded-monster-walk"),
    ],
)
def test_a_slip_of_the_finger_is_understood(word: str, drill: str) -> None:
    assert named(word, drill_names(DRILLS)) is None
    assert meant(word, drill_names(DRILLS)) == drill


@pytest.mark.parametrize(
    "word",
    [
        "bridge",
        "90-60-switch",
        "b-skip",
        "unsupported-split-squat",
        "step-down",
        "tall-bridge",
        "front-plank-with-arm-lift",
        "hip hinge",
        "glute",
        "",
        "…",
        "a",
    ],
)
def test_nothing_is_suggested_rather_than_something_else(word: str) -> None:
    assert meant(word, drill_names(DRILLS)) is None
    assert nearest_drill(word, DRILLS) == ""


def test_a_name_that_two_have_is_none_of_them() -> None:
    two = [("Long lunge", "one"), ("long-lunge", "two"), ("lung", "three")]
    assert named("Long lunge", two) is None
    assert meant("longlunge", two) is None


@given(st.sampled_from(sorted(NAMES)), st.sampled_from([" ", "-", "_", "", "/"]), st.booleans())
def test_every_name_is_found_however_it_is_spaced(name: str, gap: str, loud: bool) -> None:
    word = name.replace("-", " ").replace(" ", gap)
    assert named(word.upper() if loud else word, drill_names(DRILLS)) == NAMES[name]


@given(st.text(max_size=100))
def test_any_word_has_an_answer(word: str) -> None:
    assert meant(word, drill_names(DRILLS)) in {None, *DRILLS}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("secs", "hold"),
        ("sec", "hold"),
        ("seconds", "hold"),
        ("rep", "reps"),
        ("hlod", "hold"),
        ("bre", "breaths"),
        ("rest-after", "rest_after"),
        ("re", None),
        ("r", None),
        ("tone", None),
    ],
)
def test_a_key_is_found_by_what_people_write_for_it(word: str, key: str | None) -> None:
    assert nearest(word, KEYS) == (f'; did you mean "{key}"?' if key else "")
