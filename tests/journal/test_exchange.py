import csv
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.journal_samples import NOON, a_measurement, a_session, a_step
from longstride.core.drill import Side
from longstride.core.errors import JournalError
from longstride.core.session import AfterRating, Outcome, Pain, PainKind, Session, StepRecord
from longstride.core.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged


class Two:
    """Two journals on two computers, their clocks a second apart with every look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds = 0
        self.here = Journal(folder / "here.sqlite", self.now)
        self.there = Journal(folder / "there.sqlite", self.now)

    def now(self) -> datetime:
        self.seconds += 1
        return NOON + timedelta(seconds=self.seconds)

    def carry(self, source: Journal, target: Journal) -> Merged:
        file = self.folder / "carried.json"
        source.export_json(file)
        return target.import_json(file)

    def alike(self) -> bool:
        return everything(self.here) == everything(self.there)


def everything(journal: Journal) -> tuple[object, ...]:
    return (
        sorted(journal.sessions(10_000), key=lambda session: session.id),
        sorted(journal.measurements(), key=lambda measurement: measurement.id),
        journal.weeks(),
        journal.freezes(),
        journal.day_totals(),
    )


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40) | (
    st.sampled_from(["Тянет спереди", "🦵→🙂", "שלום עולם", "مرحبا", "=1+1", '"\r\n', "\u202ex"])
)
to_ten = st.none() | st.integers(0, 10)
whole = st.integers(0, 10_000)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
steps = st.builds(
    StepRecord,
    whole,
    words,
    st.none() | st.sampled_from(Side),
    *[whole] * 4,
    st.sampled_from(Outcome),
)
ratings = st.builds(
    AfterRating, to_ten, to_ten, st.builds(Pain, st.sampled_from(PainKind), words), words
)
sessions = st.builds(
    Session,
    id=st.uuids(),
    flow=words,
    title=words,
    flow_json=words,
    started=moments,
    day=days,
    step_count=whole,
    steps=st.lists(steps, max_size=4, unique_by=lambda step: (step.step, step.side)).map(tuple),
    ended=st.none() | moments,
    stiffness_before=to_ten,
    after=st.none() | ratings,
    lighter_from=st.none() | whole,
    next_step=whole,
)


@settings(deadline=None, max_examples=15)
@given(
    many=st.lists(sessions, max_size=4, unique_by=lambda session: session.id),
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
    two.there.record(session.id, a_step(0, reps=3, seconds=10), 1)
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


# -- files that are not what they should be -------------------------------------------------------


@pytest.fixture
def exported(two: Two, tmp_path: Path) -> dict[str, Any]:
    two.here.begin(a_session(steps=(a_step(0),), after=AfterRating(3)))
    two.here.measure(a_measurement())
    two.here.freeze(date(2026, 5, 1), FreezeReason.REST)
    two.here.set_target(date(2026, 4, 27), 3)
    two.here.export_json(tmp_path / "exported.json")
    found: dict[str, Any] = json.loads((tmp_path / "exported.json").read_text(encoding="utf-8"))
    return found


def refusal(journal: Journal, file: Path) -> str:
    with pytest.raises(JournalError) as caught:
        journal.import_json(file)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert everything(journal) == ([], [], (), (), ())
    return sentence


Change = Callable[[dict[str, Any]], object]

WRONG: list[tuple[Change, str]] = [
    (lambda top: top.update(format="diary"), "not an export"),
    (lambda top: top.update(version=2), "newer Longstride"),
    (lambda top: top.update(version=10**400), "newer Longstride"),
    (lambda top: top.update(version="1"), "which version"),
    (lambda top: top.update(sessions={}), "sessions is no list"),
    (lambda top: top["sessions"].append(7), "sessions[1] is not a record"),
    (lambda top: top["sessions"][0].pop("day"), "sessions[0] has no day"),
    (lambda top: top["sessions"][0].update(id="one"), "sessions[0] has a id that cannot"),
    (lambda top: top["sessions"][0].update(day="0001-01-01"), "a day that cannot be read"),
    (lambda top: top["sessions"][0].update(day=["x"]), "a day that cannot be read"),
    (lambda top: top["sessions"][0].update(started="2026-05-01T12:00:00"), "a started that"),
    (lambda top: top["sessions"][0].update(title=None), "a title that cannot be read"),
    (lambda top: top["sessions"][0].update(note="\ud83e"), "a note that cannot be read"),
    (lambda top: top["sessions"][0].update(note="a\0"), "a note that cannot be read"),
    (lambda top: top["sessions"][0].update(next_step=-1), "a next_step that cannot be read"),
    (lambda top: top["sessions"][0].update(step_count=2**70), "a step_count that cannot"),
    (lambda top: top["sessions"][0].update(step_count=True), "a step_count that cannot"),
    (lambda top: top["sessions"][0].update(effort=11), "effort is 0 to 10"),
    (lambda top: top["sessions"][0].update(pain="x" * 10_000), "a word that Longstride"),
    (lambda top: top["sessions"][0].update(performed="x"), "a flow that is not in the file"),
    (lambda top: top["sessions"][0]["steps"][0].update(side="up"), "sessions[0].steps[0] has"),
    (lambda top: top["sessions"][0].update(steps=None), "sessions[0].steps is no list"),
    (lambda top: top["measurements"][0].update(value=float("nan")), "not an export"),
    (lambda top: top["measurements"][0].update(value=1e300), "measurements[0]: Knee to wall"),
    (lambda top: top["measurements"][0].update(kind="mood"), "a word that Longstride"),
    (lambda top: top["weeks"][0].update(target=0), "weeks[0]"),
    (lambda top: top["freezes"][0].update(reason="lazy"), "freezes[0] has a word"),
]


@pytest.mark.parametrize(("change", "what"), WRONG, ids=[what for _, what in WRONG])
def test_a_wrong_record_is_one_sentence_and_changes_nothing(
    two: Two, exported: dict[str, Any], change: Change, what: str
) -> None:
    change(exported)
    file = two.folder / "wrong.json"
    file.write_text(json.dumps(exported), encoding="utf-8")
    assert what in refusal(two.there, file)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5000,
        b'{"format": "longstride-journal", "version": 1' + b" " * 1000,
    ],
)
def test_a_file_that_is_no_export_is_one_sentence(two: Two, content: bytes) -> None:
    file = two.folder / "wrong.json"
    file.write_bytes(content)
    assert "cannot be imported" in refusal(two.there, file)


def test_no_file_and_a_folder_are_one_sentence(two: Two) -> None:
    assert "No such file" in refusal(two.there, two.folder / "nowhere.json")
    assert "cannot be imported" in refusal(two.there, two.folder)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(deadline=None, max_examples=60)
@given(at=st.data(), value=junk)
def test_any_value_anywhere_is_taken_in_or_a_sentence(
    hostile: tuple[Journal, dict[str, Any], Path], at: st.DataObject, value: object
) -> None:
    journal, exported, file = hostile
    top = json.loads(json.dumps(exported))
    place: Any = top
    while True:
        key = at.draw(
            st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place)))
        )
        inside = place[key]
        if not isinstance(inside, dict | list) or not inside or at.draw(st.booleans()):
            place[key] = value
            break
        place = inside
    file.write_text(json.dumps(top), encoding="utf-8")
    try:
        journal.import_json(file)
    except JournalError as error:
        assert "\n" not in str(error)
    everything(journal)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Journal, dict[str, Any], Path]:
    two = Two(tmp_path_factory.mktemp("hostile"))
    two.here.begin(a_session(steps=(a_step(0),), after=AfterRating(3)))
    two.here.measure(a_measurement())
    two.here.freeze(date(2026, 5, 1), FreezeReason.REST)
    two.here.set_target(date(2026, 4, 27), 3)
    file = two.folder / "exported.json"
    two.here.export_json(file)
    return two.there, json.loads(file.read_text(encoding="utf-8")), file


def test_what_a_later_minor_version_adds_is_passed_over(two: Two, exported: dict[str, Any]) -> None:
    exported["moods"] = [1]
    exported["sessions"][0]["weather"] = "rain"
    file = two.folder / "more.json"
    file.write_text(json.dumps(exported), encoding="utf-8-sig")
    assert two.there.import_json(file) == Merged(1, 1, 1, 1)
    assert two.alike()


# -- CSV --------------------------------------------------------------------------------------


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
    names = ("flows", "sessions", "steps", "measurements", "weeks", "freezes")
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
        with pytest.raises(JournalError, match="choose another place"):
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
