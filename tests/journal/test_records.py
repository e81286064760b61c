"""Targets, frozen days, measurements; sessions edited, deleted, sought and added up."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fakes
from journal.journal_samples import NOON, a_measurement, a_session, a_step, noon
from longstride.core.errors import JournalError
from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind
from longstride.core.history.session import COUNTS_FROM, AfterRating, Pain, PainKind, Session
from longstride.core.history.stiffness import Rated
from longstride.core.history.week import DayTotal, Freeze, FreezeReason, TargetError, Week
from longstride.core.history.work_done import DrillWork, Work
from longstride.core.timeline.step_record import Outcome
from longstride.journal.journal import Journal

MONDAY = date(2026, 4, 27)


def on(day: date, **values: object) -> Session:
    return a_session(day=day, started=datetime.combine(day, time(12), UTC), **values)


# -- targets, frozen days, measurements -----------------------------------------------------------


def test_a_target_holds_until_it_is_set_anew(journal: Journal) -> None:
    journal.set_target(MONDAY, 3)
    journal.set_target(MONDAY - timedelta(weeks=1), 2)
    journal.set_target(MONDAY, 5)
    assert journal.weeks() == (Week(MONDAY - timedelta(weeks=1), 2), Week(MONDAY, 5))
    with pytest.raises(TargetError):
        journal.set_target(MONDAY, 8)


def test_a_frozen_day_can_be_frozen_anew_and_let_go(journal: Journal) -> None:
    journal.freeze(MONDAY, FreezeReason.REST)
    journal.freeze(MONDAY, FreezeReason.ILLNESS)
    assert journal.freezes() == (Freeze(MONDAY, FreezeReason.ILLNESS),)
    journal.unfreeze(MONDAY)
    journal.unfreeze(MONDAY)
    assert journal.freezes() == ()
    journal.freeze(MONDAY, FreezeReason.TRAVEL)
    assert journal.freezes() == (Freeze(MONDAY, FreezeReason.TRAVEL),)


def test_measurements_come_back_oldest_first(journal: Journal) -> None:
    left = a_measurement(note="после бега 🦵", protocol="three tries")
    angle = a_measurement(
        kind=MeasureKind.THOMAS_ANGLE, side=Side.RIGHT, value=-3.25, unit="°", day=MONDAY
    )
    thrust = a_measurement(
        kind=MeasureKind.HIP_THRUST,
        side=None,
        value=60.0,
        unit="kg",
        reps=8,
        taken=NOON + timedelta(hours=1),
    )
    for measurement in (thrust, left, angle):
        journal.measure(measurement)
    assert journal.measurements() == (angle, left, thrust)
    assert journal.measurements(MeasureKind.THOMAS_ANGLE) == (angle,)
    assert journal.measurements(since=date(2026, 5, 1)) == (left, thrust)


def test_a_measurement_can_be_changed_and_deleted_and_had_back(journal: Journal) -> None:
    first = a_measurement()
    journal.measure(first)
    journal.measure(changed := replace(first, value=10.5))
    assert journal.measurements() == (changed,)
    journal.unmeasure(first.id)
    assert journal.measurements() == ()
    journal.measure(changed)
    assert journal.measurements() == (changed,)


# -- sessions ---------------------------------------------------------------------------------


def test_a_session_done_without_the_program_is_over(journal: Journal) -> None:
    session = on(MONDAY, steps=(a_step(0, seconds=900),))
    journal.add(session)
    assert journal.interrupted() is None
    assert journal.session(session.id) == replace(session, ended=session.started)


def test_an_edit_changes_ratings_note_and_day_alone(journal: Journal) -> None:
    session = on(MONDAY, steps=(a_step(0),))
    journal.begin(session)
    after = AfterRating(2, 5, Pain(PainKind.DULL, "пах"), "лучше")
    wish = replace(session, day=MONDAY + timedelta(days=1), stiffness_before=6, after=after)
    journal.edit(replace(wish, title="another", steps=()))
    assert journal.session(session.id) == wish
    journal.edit(session)
    assert journal.session(session.id) == session


def test_a_deleted_session_is_nowhere_until_it_is_undeleted(journal: Journal) -> None:
    session = on(MONDAY, steps=(a_step(0),), stiffness_before=5, after=AfterRating(3))
    journal.begin(session)
    journal.delete(session.id)
    assert journal.sessions() == journal.search() == journal.day_totals() == ()
    assert journal.stiffness_points() == ()
    assert journal.work() is None
    assert (journal.count(), journal.interrupted()) == (0, None)
    with pytest.raises(JournalError, match="has no session"):
        journal.session(session.id)
    journal.undelete(session.id)
    assert journal.sessions() == (session,)


def test_an_unknown_session_cannot_be_changed(journal: Journal) -> None:
    for change in (
        lambda: journal.edit(a_session()),
        lambda: journal.delete(uuid4()),
        lambda: journal.undelete(uuid4()),
    ):
        with pytest.raises(JournalError, match="has no session"):
            change()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("  ", True),
        ("ЛЕГЧЕ", True),
        ("чем легче", True),
        ("caf\u00e9", True),
        ("GROIN hips", True),
        ("100%", False),
        ("_", False),
        ("легче никогда", False),
    ],
)
def test_every_word_is_sought_in_title_note_and_pain(
    journal: Journal, text: str, found: bool
) -> None:
    after = AfterRating(note="Легче, чем вчера; cafe\u0301", pain=Pain(PainKind.DULL, "left groin"))
    session = a_session(after=after)
    journal.begin(session)
    assert journal.search(text) == ((session,) if found else ())


def test_a_search_by_flow_days_and_page(journal: Journal) -> None:
    days = [on(MONDAY + timedelta(days=back)) for back in range(5)]
    other = on(MONDAY, flow="wind-down")
    for session in (*days, other):
        journal.begin(session)
    assert journal.search(flow="wind-down") == (other,)
    found = journal.search(since=days[1].day, until=days[3].day)
    assert found == (days[3], days[2], days[1])
    assert journal.search(since=days[1].day, limit=1, offset=1) == (days[3],)


# -- sums -------------------------------------------------------------------------------------

records = st.builds(
    a_step,
    st.integers(0, 20),
    drill=st.sampled_from(["hip-hinge", "couch-stretch"]),
    side=st.sampled_from([None, *Side]),
    seconds=st.integers(0, 100),
    eccentric_seconds=st.integers(0, 50),
    outcome=st.sampled_from(Outcome),
)
runs = st.lists(
    st.tuples(
        st.dates(date(2019, 12, 1), date(2020, 3, 15)),
        st.lists(records, max_size=4, unique_by=lambda step: (step.step, step.side)),
    ),
    max_size=6,
)


@settings(max_examples=30)
@given(
    runs=runs,
    since=st.none() | st.dates(date(2020, 1, 1), date(2020, 3, 1)),
    until=st.dates(date(2020, 1, 1), date(2020, 3, 1)),
)
def test_sums_are_what_adding_up_by_hand_gives(
    emptied: Journal,
    runs: list[tuple[date, list[object]]],
    since: date | None,
    until: date,
) -> None:
    sessions = [on(day, steps=tuple(steps)) for day, steps in runs]
    for session in emptied.sessions(1000):
        emptied.delete(session.id)
    for session in sessions:  # step by step, as it is done, some steps twice
        emptied.begin(replace(session, steps=()))
        for step in (*session.steps[:1], *session.steps):
            emptied.record(session.id, [step], 0)
    counted = [s for s in sessions if since is None or s.day >= since]
    counted, sessions = ([s for s in each if s.counts] for each in (counted, sessions))
    assert emptied.days_trained(since) == {s.day for s in counted}
    assert emptied.day_totals(since) == tuple(by_hand(counted))
    assert in_any_order(emptied.work(since)) == in_any_order(fakes.work(counted))
    before, after = emptied.work(since, until), emptied.work(until)
    assert in_any_order(before) == in_any_order(fakes.work(s for s in counted if s.day < until))
    assert in_any_order(after) == in_any_order(fakes.work(s for s in sessions if s.day >= until))


def in_any_order(work: Work | None) -> Work | None:
    return work and replace(work, drills=frozenset(work.drills))


def by_hand(sessions: list[Session]) -> list[DayTotal]:
    worked = [session for session in sessions if session.seconds]
    days = sorted({session.day for session in worked})
    return [total(day, [session for session in worked if session.day == day]) for day in days]


def total(day: date, sessions: list[Session]) -> DayTotal:
    lowering = sum(step.eccentric_seconds for session in sessions for step in session.steps)
    return DayTotal(day, len(sessions), sum(s.seconds for s in sessions), lowering)


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    return Journal(tmp_path_factory.mktemp("sums") / "journal.sqlite", noon)


def test_the_work_of_days_by_drill_and_side(journal: Journal) -> None:
    steps = (
        a_step(0, side=Side.LEFT),
        a_step(0, side=Side.RIGHT, outcome=Outcome.SKIPPED, seconds=0, eccentric_seconds=0),
        a_step(1),
    )
    sunday = MONDAY + timedelta(days=6)
    journal.begin(on(sunday, steps=steps, step_count=2))
    journal.begin(on(MONDAY, steps=steps[:1], step_count=1))
    journal.begin(on(MONDAY, steps=steps[:1], step_count=9))  # skipped through
    journal.begin(on(MONDAY - timedelta(days=1), steps=()))  # nothing came of it
    found = journal.work()
    assert found is not None
    assert (found.first, found.last) == (MONDAY, sunday)
    assert set(found.drills) == {
        DrillWork("hip-hinge", Side.LEFT, 112, 2, 0, 0),
        DrillWork("hip-hinge", Side.RIGHT, 0, 0, 0, 1),
        DrillWork("hip-hinge", None, 56, 1, 0, 0),
    }
    assert journal.work(until=MONDAY) is None


def test_stiffness_comes_from_sessions_rated_on_both_ends(journal: Journal) -> None:
    tuesday, step = MONDAY + timedelta(days=1), (a_step(0, seconds=COUNTS_FROM),)
    journal.begin(on(tuesday, steps=step, stiffness_before=7, after=AfterRating(4)))
    journal.begin(on(MONDAY, steps=step, stiffness_before=5, after=AfterRating(0)))
    journal.begin(on(MONDAY, steps=step, stiffness_before=5))
    journal.begin(on(MONDAY, stiffness_before=9, after=AfterRating(9)))  # nothing came of it
    journal.begin(on(MONDAY, after=AfterRating(3)))
    points = (
        Rated(MONDAY, "eccentric-hips", 5, 0),
        Rated(MONDAY + timedelta(days=1), "eccentric-hips", 7, 4),
    )
    assert journal.stiffness_points() == points
    assert journal.stiffness_points(MONDAY + timedelta(days=1)) == points[1:]


def test_a_flow_is_kept_once_however_often_it_is_done(journal: Journal, file: Path) -> None:
    for days in range(20):
        journal.begin(a_session(days, flow_json="f" * 10_000))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM flow").fetchone() == (1,)
    assert {len(session.flow_json) for session in journal.sessions()} == {10_000}
