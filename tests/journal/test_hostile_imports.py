"""Files that are not what an import should be: a sentence each, and nothing changes."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.journal_samples import NOON, a_flow, a_measurement, a_session, a_step, a_still
from journal.plan_samples import decide
from journal.refusals import Top, refusal, refused
from journal.two_journals import Two, everything
from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating, Session
from longstride.core.history.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.journal.json_values import TABLES
from longstride.journal.merge import Merged


def fill(journal: Journal) -> Session:
    """Write one record of every kind."""
    session = a_session(
        flow_json=a_flow(3), step_count=3, steps=(a_step(0), a_step(1)), after=AfterRating(3)
    )
    journal.begin(session)
    journal.close(session.id, NOON)
    journal.measure(measured := a_measurement())
    journal.keep_still(a_still(measured))
    journal.freeze(date(2026, 5, 1), FreezeReason.REST)
    journal.set_target(date(2026, 4, 27), 3)
    decide(journal)
    return session


def exported_by(two: Two) -> Top:
    two.here.export_json(two.folder / "exported.json")
    found: Top = json.loads((two.folder / "exported.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Two, Top]]:
    """One full journal, what it exports, and an empty one that refuses all that comes."""
    two = Two(tmp_path_factory.mktemp("filled"))
    fill(two.here)
    yield two, exported_by(two)
    two.here.dispose()
    two.there.dispose()


@pytest.fixture
def exported(filled: tuple[Two, Top]) -> Top:
    return deepcopy(filled[1])


@pytest.fixture
def empty(filled: tuple[Two, Top]) -> Journal:
    return filled[0].there


Change = Callable[[Top], object]


def put(table: str, **values: object) -> Change:
    return lambda top: top[table][0].update(values)


def put_step(**values: object) -> Change:
    return lambda top: top["sessions"][0]["steps"][0].update(values)


def put_flow(text: str) -> Change:
    """Let the session's flow be another text, named rightly."""

    def change(top: Top) -> None:
        known = sha256(text.encode()).hexdigest()
        top["flows"][0].update(json=text, digest=known)
        top["sessions"][0].update(performed=known)

    return change


WRONG: list[tuple[Change, str]] = [
    (lambda top: top.update(format="diary"), "not an export"),
    (lambda top: top.update(version=2), "newer Longstride"),
    (lambda top: top.update(version=10**400), "newer Longstride"),
    (lambda top: top.update(version="1"), "which version"),
    (lambda top: top.update(sessions={}), "sessions is no list"),
    (lambda top: top["sessions"].append(7), "sessions[1] is not a record"),
    (lambda top: top["sessions"][0].pop("day"), "sessions[0] has no day"),
    (put("sessions", id="one"), "sessions[0].id is not a UUID"),
    (put("sessions", day="0001-01-01"), "sessions[0].day is not a day from 1900 to 2299"),
    (put("sessions", day="2300-01-01"), "sessions[0].day is not a day"),
    (put("sessions", started="1900-01-01T01:00:00+02:00"), "sessions[0].started is not a moment"),
    (put("sessions", started="2026-05-01T12:00:00"), "sessions[0].started is not a moment with"),
    (put("sessions", ended="2026-04-30T12:00:00Z"), "sessions[0].ended is before it started"),
    (put("sessions", title=None), "sessions[0].title is not text"),
    (put("sessions", title="x" * 1_000_000), "title is not text of at most 80 characters"),
    (put("sessions", title="a\x1b[2Jb"), "sessions[0].title is not a line"),
    (put("sessions", title="two\nlines"), "sessions[0].title is not a line"),
    (put("sessions", flow="a\x07"), "sessions[0].flow is not a line"),
    (put("sessions", note="\ud83e"), "sessions[0].note is not text"),
    (put("sessions", note="a\0"), "sessions[0].note is not text"),
    (put("sessions", note="x" * 1_000_000), "sessions[0].note is not text of at most"),
    (put("sessions", next_step=-1), "next_step is not a whole number from 0 to 500"),
    (put("sessions", next_step=4), "sessions[0] goes on, or gets lighter, at a step"),
    (put("sessions", lighter_from=3), "sessions[0] goes on, or gets lighter, at a step"),
    (put("sessions", step_count=2), "sessions[0].step_count is 2, and its flow has 3"),
    (put("sessions", step_count=2**70), "sessions[0].step_count is not"),
    (put("sessions", step_count=True), "sessions[0].step_count is not"),
    (put("sessions", effort=11), "sessions[0].effort is not a whole number from 0 to 10"),
    (put("sessions", pain="x" * 10_000), "sessions[0].pain is not one of dull, none, sharp"),
    (put("sessions", performed="x"), "a flow that is not in the file"),
    (put("sessions", steps=None), "sessions[0].steps is no list"),
    (put_step(side="up"), "sessions[0].steps[0].side is not one of both, left, right"),
    (put_step(step=3), "sessions[0].steps[0].step is 3, and its flow has 3"),
    (put_step(seconds=2**40), "steps[0].seconds is not a whole number from 0 to 86400"),
    (put_step(seconds=86_400), "sessions[0].steps add up to more than a day"),
    (put_step(eccentric_seconds=57), "steps[0].eccentric_seconds are more than its seconds"),
    (put_step(drill="hip\thinge"), "sessions[0].steps[0].drill is not a line"),
    (put("flows", json="{}"), "flows[0].digest is not the SHA-256"),
    (put_flow("hello"), "flows[0].json is no flow"),
    (put_flow("[]"), "flows[0].json is no flow"),
    (put_flow('{"id": "a", "title": "A", "steps": 3}'), "flows[0].json is no flow"),
    (put_flow('{"id": "a", "title": "A", "steps": [{}]}'), "flows[0].json is no flow"),
    (put_flow(a_flow(0)), "flows[0].json is no flow"),
    (put_flow(a_flow(501)), "flows[0].json is no flow"),
    (put_flow(a_flow(2)), "sessions[0].step_count is 3, and its flow has 2"),
    (put("measurements", value=float("nan")), "measurements[0].value is not a number"),
    (put("measurements", value=float("-inf")), "measurements[0].value is not a number"),
    (put("measurements", value=1e300), "measurements[0]: Knee to wall"),
    (put("measurements", value=-1), "measurements[0]: Knee to wall"),
    (put("measurements", kind="mood"), "measurements[0].kind is not one of"),
    (put("measurements", unit="inch"), "measurements[0]: Knee to wall"),
    (put("measurements", side="both"), "measurements[0]: Knee to wall"),
    (put("measurements", reps=3), "measurements[0]: Knee to wall"),
    (put("weeks", target=0), "weeks[0].target is not a whole number from 2 to 7"),
    (put("weeks", start="2026-04-29"), "weeks[0].start is not a day from 1900 to 2299 on which"),
    (put("freezes", reason="lazy"), "freezes[0].reason is not one of"),
]


@pytest.mark.parametrize(("change", "what"), WRONG, ids=[what for _, what in WRONG])
def test_a_wrong_record_is_one_sentence_and_changes_nothing(
    empty: Journal, tmp_path: Path, exported: Top, change: Change, what: str
) -> None:
    change(exported)
    assert what in refused(empty, tmp_path, exported)


NONSENSE = {
    "2^40": 2**40,
    "negative": -1,
    "NaN": float("nan"),
    "1 MB": "x" * 1_000_000,
    "a list": [],
    "NUL": "\0",
}
COUNTED_ANEW = {("sessions", "seconds"), ("sessions", "eccentric_seconds")}
COLUMNS = [
    (name, column.name)
    for name, table in TABLES.items()
    for column in table.columns
    if column.name != "session_id" and (name, column.name) not in COUNTED_ANEW
]


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_every_column_has_a_bound(
    empty: Journal, tmp_path: Path, exported: Top, name: str, column: str
) -> None:
    record = exported["sessions"][0]["steps"][0] if name == "steps" else exported[name][0]
    for what, nonsense in NONSENSE.items():
        if what == "negative" and column == "level_deg":
            continue  # the picture leans the other way
        record[column] = nonsense
        assert f"{name}[0]" in refused(empty, tmp_path, exported), what


def test_a_wrong_record_at_the_end_keeps_the_good_ones_out(
    empty: Journal, tmp_path: Path, exported: Top
) -> None:
    exported["freezes"].append({**exported["freezes"][0], "day": "someday"})
    assert "freezes[1].day" in refused(empty, tmp_path, exported)


@pytest.mark.parametrize("key", ["sessions", "id"])
def test_a_key_that_stands_twice_is_one_sentence(
    empty: Journal, tmp_path: Path, exported: Top, key: str
) -> None:
    text = json.dumps(exported).replace(f'"{key}":', f'"{key}": 1, "{key}":', 1)
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    assert f"has the key '{key}' twice" in refusal(empty, file)


def test_many_sessions_are_taken_in_whole(two: Two) -> None:
    for _ in range(5):
        steps = tuple(a_step(number) for number in range(300))
        two.here.begin(a_session(steps=steps, step_count=300))
    assert two.carry(two.here, two.there) == Merged(sessions=5)
    assert two.alike()


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=60)
@given(at=st.data(), value=junk)
def test_any_value_anywhere_is_taken_in_or_a_sentence(
    hostile: tuple[Journal, Top, Path], at: st.DataObject, value: object
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
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Journal, Top, Path]:
    two = Two(tmp_path_factory.mktemp("hostile"))
    fill(two.here)
    return two.there, exported_by(two), two.folder / "exported.json"


def test_what_a_later_minor_version_adds_is_passed_over(two: Two) -> None:
    fill(two.here)
    exported = exported_by(two)
    exported["moods"] = [1]
    exported["sessions"][0]["weather"] = "rain"
    file = two.folder / "more.json"
    file.write_text(json.dumps(exported), encoding="utf-8-sig")
    assert two.there.import_json(file) == Merged(*[1] * 11)
    assert two.alike()
