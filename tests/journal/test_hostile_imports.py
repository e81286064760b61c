"""Files that are not what an import should be: a sentence each, and nothing changes."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.journal_samples import a_measurement, a_session, a_step
from journal.plan_samples import decide
from journal.two_journals import Two, everything
from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating
from longstride.core.history.week import FreezeReason
from longstride.journal.importing import LARGEST_FILE, MOST_RECORDS, SPARE_VALUES
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged


@pytest.fixture
def exported(two: Two, tmp_path: Path) -> dict[str, Any]:
    two.here.begin(a_session(steps=(a_step(0),), after=AfterRating(3)))
    two.here.measure(a_measurement())
    two.here.freeze(date(2026, 5, 1), FreezeReason.REST)
    two.here.set_target(date(2026, 4, 27), 3)
    decide(two.here)
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


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (b" " * LARGEST_FILE, "it is larger than 20 MB"),
        (b"[]," * MOST_RECORDS, "more in it than in any journal"),
        (b"1," * (SPARE_VALUES + 99), "more in it than in any journal"),
    ],
    ids=["bytes", "records", "values"],
)
def test_a_file_made_to_swell_is_refused_before_it_is_parsed(
    two: Two, inside: bytes, what: str
) -> None:
    file = two.folder / "wrong.json"
    file.write_bytes(b'{"format": "longstride-journal", "sessions": [' + inside + b"[]]}")
    assert what in refusal(two.there, file)


def test_many_sessions_are_taken_in_whole(two: Two) -> None:
    for _ in range(5):
        two.here.begin(a_session(steps=tuple(a_step(number) for number in range(300))))
    assert two.carry(two.here, two.there) == Merged(sessions=5)
    assert two.alike()


def test_no_file_and_a_folder_are_one_sentence(two: Two) -> None:
    assert "No such file" in refusal(two.there, two.folder / "nowhere.json")
    assert "cannot be imported" in refusal(two.there, two.folder)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=60)
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
    decide(two.here)
    file = two.folder / "exported.json"
    two.here.export_json(file)
    return two.there, json.loads(file.read_text(encoding="utf-8")), file


def test_what_a_later_minor_version_adds_is_passed_over(two: Two, exported: dict[str, Any]) -> None:
    exported["moods"] = [1]
    exported["sessions"][0]["weather"] = "rain"
    file = two.folder / "more.json"
    file.write_text(json.dumps(exported), encoding="utf-8-sig")
    assert two.there.import_json(file) == Merged(*[1] * 9)
    assert two.alike()
