from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.flow.drill import Side
from longstride.core.history.angle import (
    By,
    FilmedAt,
    Level,
    Marks,
    Point,
    cadence_between,
    cadence_of_taps,
    change_words,
    error_band,
    thigh_words,
    trunk_words,
)
from longstride.core.history.measure import RUNNING, STILL, MeasureError

SIZES = st.sampled_from([(1920, 1080), (1080, 1920), (641, 359), (3840, 2160)])
ANGLES = st.floats(-80, 80)
FORTH = {Side.RIGHT: 1, Side.LEFT: -1}


def drawn(
    thigh_deg: float,
    trunk_deg: float,
    roll_deg: float = 0,
    size: tuple[int, int] = (1920, 1080),
    side: Side = Side.RIGHT,
    by: By = By.HAND,
) -> Marks:
    """Return the marks of a body whose thigh and trunk stand so, on a picture that is rolled."""
    width, height = size
    limb, forth, roll = min(size) / 4, FORTH[side], radians(roll_deg)

    def place(ahead: float, down: float) -> Point:
        right = forth * ahead
        x = width / 2 + right * cos(roll) - down * sin(roll)
        y = height / 2 + right * sin(roll) + down * cos(roll)
        return Point(x / width, y / height, by)

    thigh, trunk = radians(thigh_deg), radians(trunk_deg)
    return Marks(
        hip=place(0, 0),
        knee=place(-limb * sin(thigh), limb * cos(thigh)),
        shoulder=place(limb * sin(trunk), -limb * cos(trunk)),
        width=width,
        height=height,
        side=side,
        level=Level(roll_deg),
    )


@given(ANGLES, ANGLES, st.floats(-20, 20), SIZES, st.sampled_from(Side))
def test_angles_come_back_whatever_the_picture_and_its_roll(
    thigh: float, trunk: float, roll: float, size: tuple[int, int], side: Side
) -> None:
    marks = drawn(thigh, trunk, roll, size, side)
    assert marks.thigh_back_deg == pytest.approx(thigh, abs=0.05)
    assert marks.trunk_lean_deg == pytest.approx(trunk, abs=0.05)
    assert marks.thomas_deg == pytest.approx(90 - abs(thigh), abs=0.05)


@given(st.floats(-40, 40), SIZES)
def test_a_line_drawn_along_the_ground_tells_the_roll(roll: float, size: tuple[int, int]) -> None:
    width, height = size
    along, down = 0.3 * min(size) * cos(radians(roll)), 0.3 * min(size) * sin(radians(roll))
    left = Point(0.5 - along / width, 0.5 - down / height)
    right = Point(0.5 + along / width, 0.5 + down / height)
    assert Level.through(left, right, *size).degrees == pytest.approx(roll, abs=0.01)
    assert Level.through(right, left, *size).degrees == pytest.approx(roll, abs=0.01)


def test_roll_that_is_not_told_goes_into_the_angle_one_to_one() -> None:
    rolled = drawn(15, 5, roll_deg=3)
    flat = Marks(rolled.hip, rolled.knee, 1920, 1080, Side.RIGHT)
    assert flat.thigh_back_deg == pytest.approx(18, abs=0.05)
    assert flat.trunk_lean_deg is None


def test_the_far_leg_and_a_mirrored_clip_say_which_way_they_face() -> None:
    seen = drawn(18, 7)
    other = Marks(seen.hip, seen.knee, 1920, 1080, Side.LEFT, faces=Side.RIGHT)
    assert other.thigh_back_deg == pytest.approx(18, abs=0.05)


def test_one_suggested_point_makes_marks_suggested() -> None:
    assert drawn(10, 5).by is By.HAND
    assert drawn(10, 5, by=By.SUGGESTED).by is By.SUGGESTED


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Point(1.2, 0.5), "outside"),
        (lambda: Point(float("nan"), 0.5), "outside"),
        (lambda: Level(50), "lean"),
        (lambda: Level.through(Point(0.5, 0.5), Point(0.5, 0.5), 9, 9), "draw them apart"),
        (lambda: Level.through(Point(0.5, 0.1), Point(0.5, 0.9), 9, 9), "lean"),
        (lambda: Marks(Point(0.5, 0.5), Point(0.5, 0.5), 9, 9, Side.LEFT), "Hip and knee"),
        (lambda: FilmedAt(0, 240), "cannot be"),
        (lambda: cadence_of_taps([0, 1]), "six"),
        (lambda: cadence_between(5, 5, 3), "later one"),
        (lambda: cadence_between(0, 8_000_000, 3), "no run"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make: object, words: str) -> None:
    assert callable(make)
    with pytest.raises(MeasureError, match=words):
        make()


def test_the_wider_error_belongs_to_guesses_and_to_runs_on_two_days() -> None:
    assert error_band(By.HAND, running=False) is STILL
    assert error_band(By.HAND, running=True, one_day=True) is STILL
    assert error_band(By.HAND, running=True) is RUNNING
    assert error_band(By.SUGGESTED, running=False, one_day=True) is RUNNING


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (6, 15.4, "unchanged within error"),
        (6, 16, "maybe more"),
        (21, 6, "maybe less"),
        (6, 22, "likely more"),
    ],
)
def test_no_more_is_said_of_a_change_than_its_error_allows(
    before: float, after: float, words: str
) -> None:
    assert change_words(before, after, RUNNING) == words


def test_the_words_say_which_way() -> None:
    assert thigh_words(-0.4) == "thigh behind the vertical"
    assert thigh_words(-3) == "thigh in front of the vertical"
    assert (trunk_words(7), trunk_words(-7)) == ("trunk forward", "trunk back")


def test_cadence_is_counted_in_the_time_that_really_passed() -> None:
    slowed = FilmedAt(stored_fps=30, filmed_fps=240)
    clip_us = 8 * 4_186_047  # twelve steps at 172 a minute, eight times slower
    assert cadence_between(0, slowed.real(clip_us), 12) == pytest.approx(172, abs=0.01)
    with pytest.raises(MeasureError, match="filmed"):
        cadence_between(0, clip_us, 12)
    assert cadence_of_taps([n * 350_000.0 for n in range(9)]) == pytest.approx(171.4, abs=0.1)
