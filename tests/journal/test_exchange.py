from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.any_session import any_session, words
from journal.journal_samples import NOON, a_measurement, a_session, a_step
from journal.two_journals import Two, everything
from longstride.core.history.session import AfterRating, Pain, Session
from longstride.core.history.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged

SESSIONS = any_session(10_000, date(1990, 1, 1), date(2090, 1, 1))


@settings(max_examples=15)
@given(
    many=st.lists(SESSIONS, max_size=4, unique_by=lambda session: session.id),
    notes=st.lists(words, max_size=3),
    frozen=st.dictionaries(
        st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(FreezeReason)
    ),
    targets=st.dictionaries(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(2, 7)),
)
def test_everything_comes_back_from_json(
    tmp_path_factory: pytest.TempPathFactory,
    many: list[Session],
    notes: list[str],
    frozen: dict[date, FreezeReason],
    targets: dict[date, int],
) -> None:
    two = Two(tmp_path_factory.mktemp("two"))
    for session in many:
        two.here.begin(session)
    for note in notes:
        two.here.measure(a_measurement(note=note))
    for day, reason in frozen.items():
        two.here.freeze(day, reason)
    for start, target in targets.items():
        two.here.set_target(start, target)
    assert two.carry(two.here, two.there) == Merged(
        len(many), len(notes), len(targets), len(frozen)
    )
    assert two.alike()
    assert two.carry(two.here, two.there) == Merged()
    assert two.alike()


def test_the_newer_edit_wins_on_both_sides(two: Two) -> None:
    session = a_session(steps=(a_step(0),))
    two.here.begin(session)
    two.carry(two.here, two.there)
    rated = replace(session, after=AfterRating(2, 4, Pain(), "вечером"))
    two.there.edit(rated)
    assert two.carry(two.here, two.there) == Merged()  # the older one changes nothing
    assert two.carry(two.there, two.here) == Merged(sessions=1)
    assert two.here.session(session.id) == rated
    assert two.alike()


def test_what_was_deleted_does_not_come_back(two: Two) -> None:
    session, measurement, day = a_session(), a_measurement(), date(2026, 5, 1)
    two.here.begin(session)
    two.here.measure(measurement)
    two.here.freeze(day, FreezeReason.REST)
    two.carry(two.here, two.there)
    two.there.delete(session.id)
    two.there.unmeasure(measurement.id)
    two.there.unfreeze(day)
    two.carry(two.here, two.there)
    two.carry(two.there, two.here)
    for journal in (two.here, two.there):
        assert everything(journal) == ([], [], (), (), ())
    two.here.undelete(session.id)
    two.carry(two.here, two.there)
    assert two.there.sessions() == (session,)


def test_steps_of_an_older_edit_are_gone(two: Two) -> None:
    session = a_session(steps=(a_step(0), a_step(1)))
    two.here.begin(session)
    two.carry(two.here, two.there)
    two.there.record(session.id, [a_step(0, reps=3, seconds=10)], 1)
    two.carry(two.there, two.here)
    assert two.alike()
    assert two.here.day_totals()[0].seconds == 10 + 56


def test_a_clock_that_was_set_back_loses_no_edit(tmp_path: Path) -> None:
    moments = iter([NOON, NOON, NOON - timedelta(days=1), NOON])
    journal = Journal(tmp_path / "journal.sqlite", lambda: next(moments))
    session = a_session()
    journal.begin(session)
    journal.export_json(tmp_path / "before.json")
    journal.edit(replace(session, stiffness_before=9))
    assert journal.import_json(tmp_path / "before.json") == Merged()
    assert journal.session(session.id).stiffness_before == 9
