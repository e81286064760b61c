from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from longstride.core.dose import (
    AREA_SECONDS,
    Completion,
    DrillWork,
    area_words,
    completion,
    weekly_dose,
)
from longstride.core.drill import Side
from longstride.core.session import Outcome, Session, StepRecord
from longstride.core.stiffness import (
    NO_CLEAR_CHANGE,
    TOO_FEW,
    Rated,
    change_words,
    flow_changes,
    median_series,
)
from longstride.core.week import Rhythm

MONDAY = date(2024, 1, 1)
AREAS = {"hinge": ("hamstrings", "glutes"), "couch": ("hip flexors",)}
work = st.builds(
    DrillWork,
    st.dates(date(2023, 1, 1), date(2024, 12, 31)),
    st.sampled_from(["hinge", "couch", "gone"]),
    st.sampled_from([None, *Side]),
    st.integers(0, 600),
    st.integers(0, 300),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 3),
)


def did(drill: str, seconds: int, side: Side | None = None, day: date = MONDAY) -> DrillWork:
    return DrillWork(day, drill, side, seconds, seconds // 2, done=1)


def test_a_week_adds_up_and_sides_share() -> None:
    both = [did("couch", 60, Side.LEFT), did("couch", 60, Side.RIGHT), did("hinge", 90)]
    (week,) = weekly_dose([*both, did("gone", 10)], AREAS, Rhythm())
    assert (week.start, week.seconds, week.eccentric_seconds) == (MONDAY, 220, 110)
    assert list(week.areas.items()) == [("glutes", 90), ("hamstrings", 90), ("hip flexors", 60)]
    assert week.share("hip flexors") == 60 / AREA_SECONDS
    assert week.share("elbows") == 0


def test_an_empty_week_between_two_is_shown() -> None:
    later = MONDAY + timedelta(days=14)
    weeks = weekly_dose([did("hinge", 60, day=later), did("hinge", 60)], AREAS, Rhythm())
    assert [week.seconds for week in weeks] == [60, 0, 60]
    assert weekly_dose([], AREAS, Rhythm()) == ()


def test_weeks_begin_where_the_athlete_lets_them() -> None:
    (week,) = weekly_dose([did("hinge", 60)], AREAS, Rhythm(week_start=6))
    assert week.start == date(2023, 12, 31)


@given(st.lists(work, max_size=40), st.sampled_from([0, 6]))
def test_no_second_is_lost(done: list[DrillWork], week_start: int) -> None:
    weeks = weekly_dose(done, AREAS, Rhythm(week_start=week_start))
    assert sum(week.seconds for week in weeks) == sum(each.seconds for each in done)
    steps = sum(each.done + each.shortened + each.skipped for each in done)
    assert sum(each.planned for each in completion(done)) == steps


@given(st.lists(work, max_size=40), work)
def test_one_more_session_never_lowers_a_week(done: list[DrillWork], more: DrillWork) -> None:
    before = {week.start: week for week in weekly_dose(done, AREAS, Rhythm())}
    after = {week.start: week for week in weekly_dose([*done, more], AREAS, Rhythm())}
    for start, week in before.items():
        assert after[start].seconds >= week.seconds
        assert all(after[start].areas[area] >= got for area, got in week.areas.items())


def test_what_gets_skipped_comes_first() -> None:
    outcomes = [Outcome.DONE, Outcome.SKIPPED, Outcome.SHORTENED, Outcome.DONE]
    steps = [StepRecord(i, "couch", Side.LEFT, 1, 0, 30, 0, o) for i, o in enumerate(outcomes)]
    steps.append(StepRecord(4, "hinge", None, 1, 6, 42, 24, Outcome.DONE))
    started = datetime(2024, 1, 1, 7, tzinfo=UTC)
    run = Session(UUID(int=1), "f", "F", "{}", started, MONDAY, 5, tuple(steps))
    couch, hinge = completion(fakes.drill_work([run]))
    assert (couch, hinge) == (Completion("couch", 2, 1, 1), Completion("hinge", 1, 0, 0))
    assert couch.words == "done 2 of 4, shortened 1, skipped 1"
    assert hinge.words == "done 1 of 1"


def test_an_area_in_words() -> None:
    assert area_words("hip flexors", 370) == "hip flexors: 6 of 10 minutes a side"


# --- stiffness


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(6, 3, "looser by 3"), (4, 6, "stiffer by 2"), (5, 4, NO_CLEAR_CHANGE)],
)
def test_a_change_of_stiffness_in_words(before: int, after: int, words: str) -> None:
    assert change_words(before, after) == words


def test_flows_are_told_apart_and_few_sessions_say_so() -> None:
    sessions = [Rated(MONDAY, "deep", 6, 3)] * 5 + [Rated(MONDAY, "short", 9, 1)] * 4
    sessions += [Rated(MONDAY, "calm", 4, 3)] * 6
    found = {each.flow: each.words for each in flow_changes(sessions)}
    assert list(found) == ["calm", "deep", "short"]
    assert found == {
        "calm": NO_CLEAR_CHANGE,
        "deep": "goes with 3.0 points less stiffness",
        "short": TOO_FEW,
    }


def test_the_median_looks_back_seven_days() -> None:
    points = [(MONDAY + timedelta(days=n), v) for n, v in ((0, 9), (0, 1), (6, 2), (7, 4))]
    found = dict(median_series(points))
    assert list(found.values()) == [5.0, 2.0, 3.0]


@given(st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2024, 3, 1)), st.integers(0, 10))))
def test_every_day_with_a_rating_has_one_median_within_its_ratings(
    points: list[tuple[date, int]],
) -> None:
    found = median_series(points)
    assert [day for day, _ in found] == sorted({day for day, _ in points})
    for day, middle in found:
        near = [v for d, v in points if timedelta(0) <= day - d < timedelta(days=7)]
        assert min(near) <= middle <= max(near)
