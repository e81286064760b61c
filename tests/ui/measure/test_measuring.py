"""Points on a picture, the way back from each, the number they give, and two pictures compared."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, FilmedAt, Marks, Point
from longstride.core.history.measure import MeasureKind
from longstride.film.footage import Footage
from longstride.ui.intentions.measure import KeepAngle
from longstride.ui.measure.compare_pane import Pane
from longstride.ui.measure.kept import kept_today, measurements_of
from longstride.ui.measure.measuring import (
    Measuring,
    keep_words,
    lean_words,
    next_words,
    number_words,
    tilt_words,
    turn_words,
)
from longstride.ui.measure.panes import partner
from longstride.ui.measure.placed import LEVEL, Mark, PlacedHistory, moved
from longstride.ui.measure.playing import frame_at
from longstride.ui.measure.side_by_side import (
    Angles,
    Track,
    compared,
    nudge_words,
    shared_reach,
    verdict,
)
from longstride.ui.shown.film import Use
from ui import film_pictures as pictures

TIMES = tuple(n * 4000 for n in range(100))
CLIP = Footage("a.mp4", pictures.WIDTH, pictures.HEIGHT, 250.0, TIMES)
DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
parts = st.floats(0, 1)
points = st.builds(Point, parts, parts)


def placed(angle: float, by: By = By.HAND) -> Measuring:
    return Measuring(CLIP).put_all(pictures.points(angle, by))


def hanging(angle: float) -> Marks:
    """Return a thigh that hangs so far below the horizontal."""
    marks = placed(90 - angle).marks
    assert marks is not None
    return marks


def test_five_points_give_a_number_with_its_error() -> None:
    measuring = placed(18)
    assert measuring.angle_deg == pytest.approx(18, abs=0.1)
    assert (number_words(measuring), measuring.error_deg) == ("thigh behind the vertical", 10)
    assert keep_words(measuring) == "Keep 18 degrees"
    assert lean_words(measuring) == "7° trunk forward, same error"
    assert tilt_words(measuring) == "line set, tilt 0.0 degrees"
    assert number_words(placed(-12)) == "thigh in front of the vertical"


def test_each_point_that_is_missing_is_asked_for_the_level_first() -> None:
    measuring, asked = Measuring(CLIP), []
    for mark in (*LEVEL, Mark.SHOULDER, Mark.HIP, Mark.KNEE):
        assert measuring.angle_deg is None
        asked.append(next_words(measuring))
        measuring = measuring.put(mark, pictures.points(18)[mark])
    assert len(set(asked)) == 5
    assert next_words(measuring) == ""


def test_points_that_cannot_be_so_say_why_and_give_no_number() -> None:
    measuring = placed(18).put(Mark.KNEE, pictures.points(18)[Mark.HIP])
    assert measuring.angle_deg is None
    assert "lie on one another" in next_words(measuring)


def test_a_number_that_nobody_has_is_told_and_not_kept() -> None:
    hangs = Measuring(CLIP, Use.THOMAS).put_all(pictures.points(18))
    assert hangs.angle_deg is None
    assert "Hip extension of 72° cannot be" in next_words(hangs).replace(".0", "")


def test_suggested_points_are_looked_at_until_they_are_taken_or_touched() -> None:
    measuring = placed(18, By.SUGGESTED)
    assert not measuring.placed.by_hand
    assert "take it as it is" in next_words(measuring)
    assert measuring.accepted().placed.by_hand
    knee = moved(measuring.placed.points[Mark.KNEE], 0, 0)
    assert measuring.put(Mark.KNEE, knee).placed.points[Mark.KNEE].by is By.HAND


@given(st.lists(st.tuples(st.sampled_from(tuple(Mark)), points, st.booleans()), max_size=12))
def test_undo_goes_all_the_way_back_and_redo_all_the_way_on(
    changes: list[tuple[Mark, Point, bool]],
) -> None:
    begun = history = PlacedHistory()
    for mark, point, joins in changes:
        history = history.then(history.now.put({mark: point}), joins=joins)
    last = history
    while history.before:
        history = history.undone()
    assert history.now == begun.now == history.undone().now
    while history.after:
        history = history.redone()
    assert history == last == history.redone()


@given(points, st.floats(-3, 3), st.floats(-3, 3))
def test_a_point_stays_in_the_picture(point: Point, dx: float, dy: float) -> None:
    found = moved(point, dx, dy)
    assert 0 <= found.x <= 1
    assert 0 <= found.y <= 1


def test_a_level_line_holds_for_the_clip_and_a_body_for_its_frame() -> None:
    measuring = placed(18).at(40)
    assert set(measuring.placed.points) == set(LEVEL)
    assert measuring.at(0).angle_deg == pytest.approx(18, abs=0.1)
    assert measuring.at(1000).frame == 99


@given(st.integers(0, 400_000))
def test_the_frame_that_is_due_is_the_last_one_begun(at: int) -> None:
    frame = frame_at(TIMES, at)
    assert TIMES[frame] <= at
    assert frame == 99 or at < TIMES[frame + 1]


def test_what_is_kept_says_how_it_was_taken_and_counts_for_its_day() -> None:
    marks = placed(18).marks
    assert marks is not None
    stride = KeepAngle(Use.STRIDE, 0, marks, filmed_fps=240)
    thigh, lean = measurements_of(stride, DAY, NOW)
    assert (thigh.kind, lean.kind) == (MeasureKind.THIGH_BACK, MeasureKind.TRUNK_LEAN)
    assert thigh.protocol == "video 240 fps, by hand"
    test = KeepAngle(Use.THOMAS, 0, hanging(11))
    (hang,) = measurements_of(test, DAY, NOW)
    assert hang.protocol == "picture, by hand, pelvis not controlled"
    (held,) = measurements_of(replace(test, controlled=True), DAY, NOW)
    assert held.protocol == "picture, by hand"
    typed = replace(hang, protocol="drop 9 cm, thigh 45 cm, one try")
    all_of = (thigh, lean, hang, held, typed)
    assert kept_today(all_of, DAY, Use.STRIDE) == {Side.RIGHT: (18.0,)}
    assert kept_today(all_of, DAY, Use.THOMAS) == {Side.RIGHT: (11.0, 11.0)}
    assert kept_today(all_of, date(2026, 11, 21), Use.STRIDE) == {}


def test_which_stride_it_is_is_said() -> None:
    measuring = replace(placed(18), kept={Side.RIGHT: (17.0, 20.0)})
    assert turn_words(measuring).startswith("Stride 3 of the 7 that make a fair average.")
    assert "The mean of today is 18° so far." in turn_words(measuring)
    assert "only this picture is kept" in turn_words(measuring)
    assert turn_words(replace(measuring, kept={Side.RIGHT: (17.0,) * 7})).startswith("Stride 8.")
    tries = replace(measuring, use=Use.THOMAS, kept={Side.RIGHT: (9.0,)})
    assert turn_words(tries).startswith("Try 2 of 3; the middle one counts.")


def test_a_clip_with_an_odd_rate_is_no_trouble() -> None:
    slow = Measuring(replace(CLIP, fps=0.2))
    assert slow.filmed == FilmedAt(1, 1)
    noted = Measuring(replace(CLIP, fps=30.0, filmed_fps=240.0))
    assert noted.filmed == FilmedAt(30, 240)
    assert replace(noted, filmed_fps=120).filmed == FilmedAt(30, 120)


# Two of them


@pytest.mark.parametrize(
    ("before", "after", "word", "sentence"),
    [
        (6, 18, "Maybe more", "The thigh reaches 12 degrees further back."),
        (18, 1, "Likely less", "The thigh reaches 17 degrees less far back."),
        (6, 15, "Unchanged within error", "A change of 9 degrees lies within the error"),
    ],
)
def test_a_word_comes_first(before: float, after: float, word: str, sentence: str) -> None:
    one, other = (Angles(Use.STRIDE, value, 7, By.HAND) for value in (before, after))
    main, trunk = compared(one, other)
    said = verdict(Use.STRIDE, main)
    assert said.word == word
    assert said.sentence.startswith(sentence)
    assert trunk.words == "unchanged within error"


def test_two_tests_are_not_compared() -> None:
    one, other = Angles(Use.STRIDE, 6, 7, By.HAND), Angles(Use.THOMAS, 9, None, By.HAND)
    assert compared(one, other) == ()
    (main,) = compared(other, replace(other, value=15))
    assert main.error.unchanged_below == 5
    assert verdict(Use.THOMAS, main).sentence == "The thigh reaches 6 degrees lower."


def test_beside_a_picture_stands_one_of_another_day_and_never_itself() -> None:
    def pane(day: int, moment: int, side: Side = Side.RIGHT) -> Pane:
        when = date(2026, 11, day)
        return Pane("", "", when, QImage(), side=side, source=("a.mp4", moment))

    panes = {"open": pane(20, 5), "kept": pane(20, 5), "left": pane(2, 5, Side.LEFT)}
    assert partner(panes, "open") == "kept"
    panes["stride"] = pane(20, 9)
    assert partner(panes, "open") == "stride"
    panes["march"] = pane(2, 5)
    assert partner(panes, "open") == "march"


def test_clips_of_different_speeds_stay_in_step() -> None:
    fast = Track(CLIP, FilmedAt(250, 250), locked=50)
    slowed = Track(replace(CLIP, fps=250.0), FilmedAt(250, 1000), locked=50)
    assert (fast.frame(40_000), slowed.frame(10_000)) == (60, 60)
    assert fast.nudged(2).frame(0) == 52
    assert (fast.frame(-1e9), fast.frame(1e9)) == (0, 99)
    assert shared_reach((fast, slowed)) == (-50, 49)
    assert [nudge_words(n) for n in (0, 1, -2)] == ["none", "1 frame later", "2 frames earlier"]
