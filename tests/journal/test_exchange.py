from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from journal.journal_samples import NOON, a_measurement, a_session, a_step
from journal.two_journals import Two, everything
from longstride.core.history.session import AfterRating, Pain
from longstride.core.history.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged


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
    session = a_session(steps=(a_step(0), a_step(1)), step_count=2)
    two.here.begin(session)
    two.carry(two.here, two.there)
    two.there.record(session.id, [a_step(0, reps=3, seconds=10, eccentric_seconds=4)], 1)
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
