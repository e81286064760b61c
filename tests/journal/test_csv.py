import csv
import zipfile

import pytest

from journal.journal_samples import a_measurement, a_session, a_step
from journal.two_journals import Two
from longstride.core.errors import FileError, JournalError
from longstride.core.history.session import AfterRating


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(two: Two, formula: str) -> None:
    two.here.begin(a_session(title=formula, after=AfterRating(note=formula)))
    two.here.export_csv(two.folder / "sheets")
    text = (two.folder / "sheets" / "sessions.csv").read_bytes().decode("utf-8")
    (row,) = rows(text)
    assert row["title"] == row["note"] == f"'{formula}"


def test_every_table_is_a_file_without_what_was_deleted(two: Two) -> None:
    kept, gone = a_session(steps=(a_step(0),)), a_session(steps=(a_step(0),))
    two.here.begin(kept)
    two.here.begin(gone)
    two.here.delete(gone.id)
    low = a_measurement(value=0.5)
    two.here.measure(low)
    two.here.export_csv(two.folder / "sheets.zip")
    with zipfile.ZipFile(two.folder / "sheets.zip") as archive:
        sheets = {name: rows(archive.read(name).decode("utf-8")) for name in archive.namelist()}
    names = ["flows", "sessions", "steps", "measurements", "stills", "weeks", "freezes"]
    names += ["plans", "anchors", "moves", "dose_changes", "soreness", "better"]
    assert set(sheets) == {f"{name}.csv" for name in names}
    assert [row["id"] for row in sheets["sessions.csv"]] == [str(kept.id)]
    assert [row["session_id"] for row in sheets["steps.csv"]] == [str(kept.id)]
    assert [float(row["value"]) for row in sheets["measurements.csv"]] == [0.5]


def test_a_place_that_cannot_be_written_is_one_sentence(two: Two) -> None:
    (two.folder / "file").write_text("in the way")
    for export, target in (
        (two.here.export_json, two.folder / "nowhere" / "a.json"),
        (two.here.export_csv, two.folder / "nowhere" / "a.zip"),
        (two.here.export_csv, two.folder / "file"),
    ):
        with pytest.raises(FileError, match="choose another place"):
            export(target)
    assert sorted(path.name for path in two.folder.iterdir()) == [
        "file",
        "here.sqlite",
        "there.sqlite",
    ]


def test_an_export_that_fails_leaves_the_file_before_it(two: Two) -> None:
    file = two.folder / "export.json"
    two.here.export_json(file)
    before = file.read_bytes()
    spoilt = a_session()
    two.here.begin(spoilt)
    with two.here._writing() as connection:
        connection.exec_driver_sql("UPDATE session SET day = 'someday'")
    with pytest.raises(JournalError, match="damaged"):
        two.here.export_json(file)
    assert file.read_bytes() == before
