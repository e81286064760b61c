import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from journal.any_session import any_session
from journal.journal_samples import NOON, a_session, a_step, noon
from longstride.core.errors import JournalError
from longstride.core.flow.drill import Side
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome
from longstride.journal.journal import Journal


def in_order(session: Session) -> Session:
    by_step_and_side = sorted(session.steps, key=lambda step: (step.step, step.side or "both"))
    return replace(session, steps=tuple(by_step_and_side))


@pytest.fixture(scope="module")
def long_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.sqlite", noon)
    yield journal
    journal.dispose()


@given(session=any_session(2**40, date.min, date.max))
def test_a_session_comes_back_as_it_went(long_journal: Journal, session: Session) -> None:
    fresh = replace(session, id=uuid4())
    long_journal.begin(fresh)
    assert long_journal.session(fresh.id) == in_order(fresh)


def test_the_athletes_own_words_survive(journal: Journal) -> None:
    for words in (
        "Тянет спереди, но легче",
        "🦵 → 🙂",
        "שלום עולם",
        "cafe\u0301",
        "a\nb\tc",
        "'; --",
    ):
        session = a_session(after=AfterRating(note=words, pain=Pain(PainKind.DULL, words)))
        journal.begin(session)
        assert journal.session(session.id) == session


def test_a_moment_is_kept_in_utc(journal: Journal) -> None:
    local = NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))
    session = a_session(started=local)
    journal.begin(session)
    assert journal.session(session.id).started.isoformat() == NOON.isoformat()


def test_steps_are_recorded_one_by_one(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    left, right = a_step(0, side=Side.LEFT), a_step(0, side=Side.RIGHT)
    journal.record(session.id, [right], 0)
    journal.record(session.id, [left], 1)
    found = journal.session(session.id)
    assert found.steps == (left, right)
    assert found.next_step == 1


def test_a_step_done_again_replaces_itself(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    journal.record(session.id, [a_step(0, outcome=Outcome.SKIPPED)], 1)
    again = a_step(0, reps=6, outcome=Outcome.SHORTENED)
    journal.record(session.id, [again], 1)
    assert journal.session(session.id).steps == (again,)


def test_going_lighter_keeps_the_flow_as_performed(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    journal.lighten(session.id, '{"lighter": true}', 4)
    found = journal.session(session.id)
    assert (found.flow_json, found.lighter_from) == ('{"lighter": true}', 4)


def test_ratings_before_and_after(journal: Journal) -> None:
    session = replace(a_session(), stiffness_before=6)
    journal.begin(session)
    assert journal.session(session.id) == session
    journal.rate(session.id, AfterRating())
    assert journal.session(session.id) == replace(session, after=AfterRating())
    full = AfterRating(3, 5, Pain(PainKind.SHARP, "left groin"), "went well")
    journal.rate(session.id, full)
    assert journal.session(session.id).after == full


def test_a_cut_off_session_is_offered_until_it_is_closed(journal: Journal) -> None:
    assert journal.interrupted() is None
    older, newer, done = a_session(3), a_session(2), a_session(1, ended=NOON)
    for session in (newer, done, older):
        journal.begin(session)
    journal.record(newer.id, [a_step(0)], 1)
    found = journal.interrupted()
    assert found
    assert (found.id, found.next_step, len(found.steps)) == (newer.id, 1, 1)
    journal.close(newer.id, NOON)
    assert journal.session(newer.id).ended == NOON
    assert journal.interrupted() == older


def test_sessions_come_newest_first_and_by_pages(journal: Journal) -> None:
    by_age = [a_session(days, steps=(a_step(0),)) for days in range(5)]
    for session in reversed(by_age):
        journal.begin(session)
    assert journal.count() == 5
    assert journal.sessions() == tuple(by_age)
    assert journal.sessions(limit=2, offset=2) == tuple(by_age[2:4])
    assert journal.sessions(offset=5) == ()


def test_every_change_leaves_its_moment(file: Path) -> None:
    moments = iter([NOON, NOON, NOON + timedelta(hours=1)])  # the first when it is opened
    journal = Journal(file, lambda: next(moments))
    session = a_session()
    journal.begin(session)
    journal.record(session.id, [a_step(0)], 1)
    journal.dispose()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT edited FROM session").fetchone() == (
            "2026-05-01 13:00:00.000000",
        )


def test_an_unknown_session_is_one_sentence(journal: Journal) -> None:
    for ask in (
        lambda: journal.session(uuid4()),
        lambda: journal.record(uuid4(), [a_step(0)], 1),
        lambda: journal.close(uuid4(), NOON),
    ):
        with pytest.raises(JournalError, match="has no session"):
            ask()
    assert journal.count() == 0


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (AfterRating(stiffness=11), "stiffness_after is 0 to 10"),
        (AfterRating(effort=-1), "effort is 0 to 10"),
        (AfterRating(note="a\0b"), "text has no NUL character"),
        (AfterRating(pain=Pain(PainKind.DULL, "\0")), "text has no NUL character"),
        (AfterRating(note="half \ud83e"), "half a character"),
    ],
)
def test_a_value_that_cannot_be_is_refused(journal: Journal, after: AfterRating, why: str) -> None:
    session = a_session()
    journal.begin(session)
    with pytest.raises(JournalError, match=why) as caught:
        journal.rate(session.id, after)
    assert "CHECK" not in str(caught.value)
    assert journal.session(session.id) == session


def test_a_failed_record_changes_nothing(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    with pytest.raises(JournalError):
        journal.record(session.id, [a_step(0, drill="\ud800")], 1)
    assert journal.session(session.id) == session


def test_the_same_session_twice_is_refused(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    with pytest.raises(JournalError):
        journal.begin(replace(session, title="another"))
    assert journal.sessions() == (session,)


def test_foreign_keys_hold(journal: Journal) -> None:
    with journal._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 3
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"


def test_threads_may_share_a_journal(journal: Journal) -> None:
    session = a_session()
    journal.begin(session)
    with ThreadPoolExecutor(4) as pool:
        written = [
            pool.submit(journal.record, session.id, [a_step(number)], number + 1)
            for number in range(24)
        ]
        read = [pool.submit(journal.sessions) for _ in range(8)]
        for job in (*written, *read):
            job.result()
    assert [step.step for step in journal.session(session.id).steps] == list(range(24))


def test_a_list_costs_three_queries_however_long(journal: Journal) -> None:
    for days in range(30):
        journal.begin(a_session(days, steps=(a_step(0), a_step(1))))
    queries: list[str] = []
    event.listen(
        journal._engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_rest: queries.append(statement),
    )
    journal.sessions()
    assert len([query for query in queries if query.startswith("SELECT")]) == 3


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (
            "SELECT * FROM session WHERE deleted IS NULL AND ended IS NULL "
            "ORDER BY started DESC LIMIT 1",
            "session_cut_off",
        ),
        ("SELECT count(day) FROM session WHERE deleted IS NULL", "COVERING INDEX session_day"),
        ("SELECT * FROM step WHERE session_id IN ('a', 'b')", "PRIMARY KEY"),
    ],
)
def test_queries_are_indexed(written: Path, query: str, index: str) -> None:
    with closing(sqlite3.connect(written)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(plan) == 1
    assert index in plan[0]


def test_the_newest_days_are_found_by_an_index(written: Path) -> None:
    newest = "SELECT * FROM session WHERE deleted IS NULL ORDER BY day DESC, started DESC LIMIT 5"
    with closing(sqlite3.connect(written)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {newest}")]
    assert "INDEX session_day" in plan[0]
    assert plan[1:] == ["USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"]  # within a day


@given(st.lists(st.tuples(st.dates(), st.integers(-400, 400)), min_size=1, max_size=5))
@settings(max_examples=30)
def test_sessions_stand_by_their_day_wherever_they_were_begun(
    long_journal: Journal, when: list[tuple[date, int]]
) -> None:
    for day, days_ago in when:
        session = a_session(days_ago=days_ago)
        long_journal.begin(session)
        long_journal.edit(replace(session, day=day))
    found = long_journal.sessions(10**6)
    keys = [(each.day, each.started) for each in found]
    assert keys == sorted(keys, reverse=True)
    assert [(each.day, each.started) for each in long_journal.search(limit=10**6)] == keys
    last = long_journal.interrupted()
    assert last is not None
    assert last.started == max(each.started for each in found if each.ended is None)
