from datetime import UTC, date, datetime
from math import inf, nan, radians, sin
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By
from longstride.core.history.measure import (
    BRIDGE,
    RUNNING,
    STILL,
    Band,
    MeasureError,
    MeasureKind,
    Measurement,
    bridges_of,
    change,
    check_value,
    error_of,
    middle_of,
    series,
    side_words,
    thomas_angle,
)
from longstride.core.history.measure_words import value_words, zero_words
from longstride.core.history.still import protocol
from longstride.core.timeline.step_record import Outcome, StepRecord

DAY = date(2024, 3, 12)
ANGLE = MeasureKind.THOMAS_ANGLE


def measured(
    kind: MeasureKind = ANGLE,
    value: float = 8.0,
    side: Side | None = Side.LEFT,
    day: date = DAY,
    reps: int | None = None,
    protocol: str = "",
) -> Measurement:
    taken = datetime(2024, 3, 12, 18, tzinfo=UTC)
    unit = kind.form.unit
    return Measurement(UUID(int=1), day, taken, kind, side, value, unit, protocol, reps=reps)


@given(st.floats(-59, 59), st.floats(20, 80))
def test_the_angle_comes_back_from_its_drop(angle_deg: float, thigh_cm: float) -> None:
    drop_cm = thigh_cm * sin(radians(angle_deg))
    assert thomas_angle(drop_cm, thigh_cm) == pytest.approx(angle_deg)


def test_below_the_horizontal_is_positive() -> None:
    assert thomas_angle(9, 43.65) == pytest.approx(11.9, abs=0.01)  # as in elite athletes
    assert thomas_angle(-9, 43.65) < 0


@pytest.mark.parametrize(
    ("drop_cm", "thigh_cm", "words"),
    [(5, 0, "thigh of 0 cm"), (5, nan, "cannot be"), (46, 45, "longer"), (nan, 45, "longer")],
)
def test_impossible_lengths_are_refused(drop_cm: float, thigh_cm: float, words: str) -> None:
    with pytest.raises(MeasureError, match=words):
        thomas_angle(drop_cm, thigh_cm)


def test_the_middle_of_three_tries_counts() -> None:
    assert middle_of([9.0, 30.0, 10.0]) == 10.0
    assert middle_of([9.0]) == 9.0
    for tries in ([], [1.0] * 4):
        with pytest.raises(MeasureError, match="one to three"):
            middle_of(tries)


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (0, Band.UNCHANGED),
        (4.9, Band.UNCHANGED),
        (-4.9, Band.UNCHANGED),
        (5, Band.MAYBE),
        (-10, Band.MAYBE),
        (10.1, Band.LIKELY),
    ],
)
def test_the_error_bands(difference: float, expected: Band) -> None:
    assert STILL.of(difference) is expected


@pytest.mark.parametrize(
    ("kind", "before", "after", "words"),
    [
        (ANGLE, 2, 5, "unchanged, within the error of the test"),
        (ANGLE, 2, 9, "maybe 7° more"),
        (ANGLE, 12, 0, "likely 12° less"),
        (MeasureKind.BRIDGE_HOLD, 30, 42, "12 s more"),
        (MeasureKind.KNEE_TO_WALL, 9, 9, "the same"),
    ],
)
def test_a_change_in_words(kind: MeasureKind, before: float, after: float, words: str) -> None:
    assert change(kind, before, after).words == words


@pytest.mark.parametrize(
    ("kind", "left", "right", "words"),
    [
        (ANGLE, 8, 5, "both sides alike, within the error of the test"),
        (ANGLE, 12, 5, "left maybe 7° more than right"),
        (ANGLE, 0, 15, "right 15° more than left"),
        (MeasureKind.KNEE_TO_WALL, 8, 10.5, "right 2.5 cm more than left"),
        (MeasureKind.BRIDGE_HOLD, 40, 40, "both sides alike"),
    ],
)
def test_side_against_side(kind: MeasureKind, left: float, right: float, words: str) -> None:
    assert side_words(kind, left, right) == words


def test_the_bridge_is_held_as_long_as_it_was_worked_at() -> None:
    def record(drill: str, side: Side | None, seconds: int) -> StepRecord:
        return StepRecord(0, drill, side, 1, 0, seconds, 0, Outcome.SHORTENED)

    left, right = record(BRIDGE, Side.LEFT, 41), record(BRIDGE, Side.RIGHT, 0)
    others = record("knee-to-wall-test", Side.RIGHT, 9), record(BRIDGE, None, 9)
    assert bridges_of([left, right, *others]) == {Side.LEFT: 41}


def test_a_result_whose_points_were_suggested_has_the_wider_error() -> None:
    later = date(2024, 4, 1)
    by_hand = measured(value=2, day=DAY, protocol=protocol(0, By.HAND))
    how = protocol(0, By.SUGGESTED, pelvis_held=False)
    guessed = measured(value=9, day=later, protocol=how)
    typed = measured(value=9, day=later, side=Side.RIGHT, protocol="as suggested")
    found = (by_hand, guessed, typed, measured(MeasureKind.BRIDGE_HOLD))
    assert [each.error for each in found] == [STILL, RUNNING, STILL, None]
    assert error_of(found, ANGLE, {(Side.LEFT, DAY)}) is STILL
    assert error_of(found, ANGLE, {(Side.RIGHT, later)}) is STILL
    assert error_of(found, ANGLE, {(Side.LEFT, DAY), (Side.LEFT, later)}) is RUNNING
    assert error_of(found, MeasureKind.BRIDGE_HOLD, {(Side.LEFT, DAY)}) is None
    assert change(ANGLE, 2, 9, RUNNING).words == "unchanged, within the error of the test"
    assert side_words(ANGLE, 12, 5, RUNNING) == "both sides alike, within the error of the test"


def test_several_results_of_a_day_give_one_point() -> None:
    later = date(2024, 4, 1)
    found = [measured(value=v) for v in (3, 9, 4)] + [measured(value=6, day=later)]
    found += [measured(value=50, side=Side.RIGHT), measured(MeasureKind.HIP_ROTATION, 40)]
    assert series(reversed(found), ANGLE, Side.LEFT) == ((DAY, 4.0), (later, 6.0))
    assert series([], ANGLE, Side.LEFT) == ()


@given(st.sampled_from(MeasureKind), st.floats())
def test_a_value_is_inside_its_limits_or_refused_with_a_sentence(
    kind: MeasureKind, value: float
) -> None:
    if kind.form.least <= value <= kind.form.most:
        check_value(kind, value)
    else:
        with pytest.raises(MeasureError, match=r"enter .*\.$"):
            check_value(kind, value)


def test_infinity_is_no_measurement() -> None:
    with pytest.raises(MeasureError):
        check_value(MeasureKind.CADENCE, inf)


def test_sides_and_repetitions_belong_where_they_belong() -> None:
    assert measured(MeasureKind.HIP_THRUST, 60, None, reps=8).reps == 8
    with pytest.raises(MeasureError, match="say left or right"):
        measured(side=None)
    with pytest.raises(MeasureError, match="has no sides"):
        measured(MeasureKind.CADENCE, 172)
    with pytest.raises(MeasureError, match="how often"):
        measured(MeasureKind.HIP_THRUST, 60, None)
    with pytest.raises(MeasureError, match="no repetitions"):
        measured(reps=3)


def test_a_value_is_kept_in_its_own_unit() -> None:
    taken = datetime(2024, 3, 12, tzinfo=UTC)
    with pytest.raises(MeasureError, match="kept in cm"):
        Measurement(UUID(int=1), DAY, taken, MeasureKind.KNEE_TO_WALL, Side.LEFT, 9, "in")


def test_nothing_is_passed_or_failed() -> None:
    words = [side_words(ANGLE, a, b) for a in range(-20, 20, 3) for b in range(-20, 20, 3)]
    words += [change(ANGLE, 0, b).words for b in range(-20, 20)]
    assert not [text for text in words if any(w in text for w in ("pass", "fail", "good", "bad"))]


def test_a_value_says_which_side_of_nought_it_is() -> None:
    thomas, knee = MeasureKind.THOMAS_ANGLE, MeasureKind.KNEE_TO_WALL
    assert value_words(thomas, -4.04) == "4° short of level"
    assert value_words(thomas, 2.5) == "2.5° past level"
    assert value_words(thomas, -0.04) == "0°"
    assert value_words(MeasureKind.THIGH_BACK, -3) == "3° in front of the vertical"
    assert value_words(knee, 9) == "9 cm"
    assert zero_words(thomas) == "Above 0° is past level, below it short of level."
    assert zero_words(knee) == ""
