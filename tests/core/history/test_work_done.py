from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from longstride.core.flow.drill import Side
from longstride.core.history.session import Session
from longstride.core.history.stiffness import (
    NO_CLEAR_CHANGE,
    TOO_FEW,
    Rated,
    change_words,
    flow_changes,
    median_series,
)
from longstride.core.history.week import WEEK, Rhythm
from longstride.core.history.work_done import (
    Completion,
    area_words,
    average_week,
    completion,
)
from longstride.core.timeline.step_record import Outcome, StepRecord

MONDAY = date(2024, 1, 1)
RHYTHM = Rhythm()
AREAS = {"hinge": ("hamstrings", "glutes"), "couch": ("hip flexors",)}
TODAY = date(2024, 1, 31)
days = st.lists(
    st.tuples(
        st.dates(date(2023, 12, 1), date(2024, 2, 20)),
        st.sampled_from(["hinge", "couch", "gone"]),
        st.sampled_from([None, *Side]),
        st.integers(0, 600),
    ),
    max_size=30,
)


def on(day: date, *steps: StepRecord) -> Session:
    started = datetime(2024, 1, 1, 7, tzinfo=UTC)
    return Session(UUID(int=1), "f", "F", "{}", started, day, 5, steps)


def did(drill: str, seconds: int, side: Side | None = None, day: date = MONDAY) -> Session:
    return on(day, StepRecord(0, drill, side, 1, 8, seconds, seconds // 2, Outcome.DONE))


def average(sessions: list[Session], rhythm: Rhythm = RHYTHM) -> dict[str, float]:
    running = rhythm.week_of(TODAY)
    over = fakes.work(session for session in sessions if session.day < running)
    came_since = fakes.work(session for session in sessions if session.day >= running)
    return average_week(over, came_since, AREAS, rhythm, TODAY)


def test_a_week_adds_up_and_sides_share() -> None:
    both = [did("couch", 60, Side.LEFT), did("couch", 60, Side.RIGHT), did("hinge", 90)]
    found = average([*both, did("gone", 10)])
    assert found == {"glutes": 90, "hamstrings": 90, "hip flexors": 60}
    assert average([]) == {}


def test_an_empty_week_between_two_counts_and_the_running_one_does_not() -> None:
    third, running = MONDAY + timedelta(weeks=2), MONDAY + timedelta(weeks=4)
    week = did("couch", 60)
    assert average([week, did("couch", 60, day=third)])["hip flexors"] == 40
    until_now = [week, did("couch", 600, day=running)]
    assert average(until_now)["hip flexors"] == 15
    assert average(until_now[1:])["hip flexors"] == 600


def test_weeks_begin_where_the_athlete_lets_them() -> None:
    saturday_sunday = [did("couch", 60, day=MONDAY - timedelta(days=n)) for n in (1, 2)]
    assert average(saturday_sunday)["hip flexors"] == 120
    assert average(saturday_sunday, Rhythm(week_start=6))["hip flexors"] == 60


@given(days, st.integers(0, 6))
def test_the_average_is_that_of_the_weeks_one_by_one(
    done: list[tuple[date, str, Side | None, int]], week_start: int
) -> None:
    rhythm = Rhythm(week_start=week_start)
    weeks = week_by_week(done, rhythm)
    counted = [areas for start, areas in weeks.items() if start + WEEK <= TODAY]
    counted = counted or list(weeks.values())
    found = average([did(drill, seconds, side, day) for day, drill, side, seconds in done], rhythm)
    assert set(found) == {area for areas in counted for area in areas}
    for area, seconds in found.items():
        by_hand = sum(areas.get(area, 0) for areas in counted) / len(counted)
        assert seconds == pytest.approx(by_hand)


def week_by_week(
    done: list[tuple[date, str, Side | None, int]], rhythm: Rhythm
) -> dict[date, dict[str, float]]:
    """Return what each area got in every week from the first with work to the last."""
    starts = [rhythm.week_of(day) for day, *_ in done]
    count = (max(starts) - min(starts)) // WEEK + 1 if starts else 0
    weeks: dict[date, dict[str, float]] = {min(starts) + n * WEEK: {} for n in range(count)}
    for day, drill, side, seconds in done:
        areas = weeks[rhythm.week_of(day)]
        for area in AREAS.get(drill, ()):
            areas[area] = areas.get(area, 0) + (seconds / 2 if side else seconds)
    return weeks


def test_what_gets_skipped_comes_first() -> None:
    outcomes = [Outcome.DONE, Outcome.SKIPPED, Outcome.SHORTENED, Outcome.DONE]
    steps = [StepRecord(i, "couch", Side.LEFT, 1, 0, 30, 0, o) for i, o in enumerate(outcomes)]
    steps.append(StepRecord(4, "hinge", None, 1, 6, 42, 24, Outcome.DONE))
    done = fakes.work([on(MONDAY, *steps)])
    assert done is not None
    couch, hinge = completion(done.drills)
    assert (couch, hinge) == (Completion("couch", 2, 1, 1), Completion("hinge", 1, 0, 0))
    assert couch.words == "done 2 of 4, shortened 1, skipped 1"
    assert hinge.words == "done 1 of 1"


def test_an_area_in_words() -> None:
    assert area_words("hip flexors", 370) == "hip flexors: 6 minutes a side, 4 short of 10"
    assert area_words("glutes", 1020) == "glutes: 17 minutes a side, 7 past 10"
    assert area_words("calves", 60) == "calves: 1 minute a side, 9 short of 10"
    assert area_words("quads", 601) == "quads: 10 minutes a side, at 10"


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
