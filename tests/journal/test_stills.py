"""The pictures that measurements were read off, in the journal."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.journal_samples import NOON, a_still, a_thigh, noon
from journal.two_journals import Two
from longstride.core.errors import JournalError
from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Level, Marks, Point
from longstride.core.history.measure import MeasureError
from longstride.core.history.still import marks_of, marks_text, protocol, source_name
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged

PLACES = st.builds(Point, st.floats(0, 1), st.floats(0, 1))


@pytest.fixture
def journal(file: Path) -> Journal:
    return Journal(file, noon)


def test_a_still_comes_back_with_its_measurement(journal: Journal) -> None:
    thigh = a_thigh()
    still = a_still(thigh)
    journal.keep_still(still, thigh)
    assert journal.measurements() == (thigh,)
    (kept,) = journal.stills()
    assert kept.marks.thigh_back_deg == pytest.approx(still.marks.thigh_back_deg)
    assert replace(kept, marks=still.marks) == still


def test_it_goes_and_comes_back_with_its_measurement(journal: Journal) -> None:
    thigh = a_thigh()
    still = a_still(thigh)
    journal.keep_still(still, thigh)
    journal.unmeasure(thigh.id)
    assert journal.stills() == ()
    assert journal.stills_gone(NOON + timedelta(seconds=1)) == {still.id}
    assert journal.stills_gone(NOON) == frozenset()
    journal.measure(thigh)
    assert [kept.id for kept in journal.stills()] == [still.id]


def test_nothing_is_kept_of_half_of_it(file: Path, journal: Journal) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE still")
    thigh = a_thigh()
    with pytest.raises(JournalError):
        journal.keep_still(a_still(thigh), thigh)
    assert journal.measurements() == ()


def test_long_after_it_was_deleted_nothing_tells_where_it_was_taken(file: Path) -> None:
    journal, thigh = Journal(file, noon), a_thigh()
    journal.keep_still(a_still(thigh), thigh)
    journal.unmeasure(thigh.id)
    Journal(file, lambda: NOON + timedelta(days=31)).dispose()
    with closing(sqlite3.connect(file)) as connection:
        emptied = connection.execute("SELECT moment, points, source, sha256 FROM still")
        assert emptied.fetchall() == [(0, "", "", "")]


def test_stills_are_carried_without_their_pictures(two: Two) -> None:
    thigh = a_thigh()
    two.here.keep_still(a_still(thigh), thigh)
    assert two.carry(two.here, two.there) == Merged(measurements=1, stills=1)
    assert two.there.stills() == two.here.stills()
    two.there.unmeasure(thigh.id)
    two.carry(two.there, two.here)
    assert two.here.stills() == ()
    assert two.carry(two.here, two.there) == Merged()
    assert Merged(measurements=1, stills=2).words == "Taken in: 1 measurement, 2 stills."


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("points", "[" * 2000, "stills[0].points is no record of points"),
        ("points", "{}", "stills[0].points is no record of points"),
        ("points", '{"hip": [2, 0], "knee": [0, 0]}', "stills[0].points is no record of points"),
        ("level_deg", 89, "stills[0]: A level line cannot lean"),
        ("placed_by", "magic", "stills[0].placed_by is not one of by hand, suggested"),
        ("moment", -1, "stills[0].moment is not a whole number"),
        ("filmed_fps", 1e9, "stills[0]: 1e+09 frames a second"),
        ("source", "a\nb", "stills[0].source is not a line"),
        ("sha256", "no", "stills[0]: The sum"),
    ],
)
def test_a_still_that_cannot_be_is_refused(
    journal: Journal, tmp_path: Path, key: str, value: object, words: str
) -> None:
    thigh = a_thigh()
    journal.keep_still(a_still(thigh), thigh)
    journal.export_json(tmp_path / "out.json")
    content = json.loads((tmp_path / "out.json").read_text())
    content["stills"][0][key] = value
    (tmp_path / "out.json").write_text(json.dumps(content))
    with pytest.raises(JournalError) as told:
        journal.import_json(tmp_path / "out.json")
    assert words in str(told.value)


@given(PLACES, PLACES, st.none() | PLACES, st.sampled_from(By), st.none() | st.sampled_from(Side))
@settings(max_examples=50)
def test_marks_come_back_from_their_text(
    hip: Point, knee: Point, shoulder: Point | None, by: By, faces: Side | None
) -> None:
    points = [point and replace(point, by=by) for point in (hip, knee, shoulder)]
    try:
        marks = Marks(points[0], points[1], 640, 480, Side.LEFT, points[2], Level(2), faces)
    except MeasureError:
        return
    again = marks_of(marks_text(marks), 2, marks.by)
    assert again == replace(marks, faces=marks.towards)


def test_a_still_says_how_it_was_taken() -> None:
    assert protocol(240, By.HAND) == "video 240 fps, by hand"
    words = protocol(0, By.SUGGESTED, pelvis_held=False)
    assert words == "picture, suggested, pelvis not controlled"
    assert source_name("a\nb\x1b.mp4" + "x" * 300).startswith("ab.mp4x")
