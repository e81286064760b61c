"""One key twice in one file: one whole record counts, as between files, and it is told."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.journal_samples import a_measurement, a_session, a_step
from journal.two_journals import Two, everything
from longstride.core.history.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged

Top = dict[str, Any]
EARLIER, LATER = "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"


@pytest.fixture
def exported(two: Two) -> Top:
    two.here.begin(a_session(steps=(a_step(0), a_step(1), a_step(2))))
    two.here.measure(a_measurement())
    two.here.freeze(date(2026, 5, 1), FreezeReason.REST)
    two.here.set_target(date(2026, 4, 27), 3)
    file = two.folder / "exported.json"
    two.here.export_json(file)
    found: Top = json.loads(file.read_text(encoding="utf-8"))
    return found


def take_in(journal: Journal, folder: Path, top: Top) -> Merged:
    file = folder / "twice.json"
    file.write_text(json.dumps(top), encoding="utf-8")
    return journal.import_json(file)


def repeat(top: Top, table: str, **values: object) -> None:
    """Put a record that is there already at the end of its table, with other values."""
    top[table].append({**deepcopy(top[table][0]), **values})


def test_a_step_that_stands_twice_counts_once(two: Two, exported: Top) -> None:
    steps = exported["sessions"][0]["steps"]
    steps.append({**steps[0], "seconds": 999, "reps": 99})
    merged = take_in(two.there, two.folder, exported)
    assert merged.words.endswith(
        "sessions[0].steps[3] stands in it a second time: one of the two counts, whole."
    )
    assert two.alike()
    assert two.there.day_totals()[0].seconds == two.there.sessions()[0].seconds == 3 * 56


@pytest.mark.parametrize("edited", [EARLIER, LATER])
@pytest.mark.parametrize("newest_first", [True, False])
def test_a_session_that_stands_twice_is_taken_with_its_own_steps(
    two: Two, exported: Top, edited: str, newest_first: bool
) -> None:
    repeat(exported, "sessions", edited=edited, title="Other", steps=[])
    if newest_first:
        exported["sessions"].reverse()
    merged = take_in(two.there, two.folder, exported)
    (session,) = two.there.sessions()
    assert (session.title, len(session.steps)) == (
        ("Other", 0) if edited == LATER else ("Eccentric hips", 3)
    )
    assert sum(day.seconds for day in two.there.day_totals()) == session.seconds
    assert (merged.sessions, merged.repeats, merged.repeat) == (1, 1, "sessions[1]")


@pytest.mark.parametrize(
    ("table", "values", "read"),
    [
        ("measurements", {"value": 7}, lambda journal: journal.measurements()[0].value == 7),
        ("weeks", {"target": 7}, lambda journal: journal.weeks()[0].target == 7),
        ("freezes", {"reason": "travel"}, lambda journal: journal.freezes()[0].reason == "travel"),
    ],
)
def test_of_any_two_the_one_edited_last_counts(
    two: Two, exported: Top, table: str, values: Top, read: Callable[[Journal], bool]
) -> None:
    repeat(exported, table, edited=LATER, **values)
    repeat(exported, table, edited=EARLIER)
    merged = take_in(two.there, two.folder, exported)
    assert read(two.there)
    assert (merged.repeats, merged.repeat) == (2, f"{table}[1]")
    assert f"2 entries stand in it a second time, {table}[1] first" in merged.words


@pytest.mark.parametrize("table", ["sessions", "measurements", "weeks", "freezes"])
def test_of_two_edited_at_once_the_first_counts(two: Two, exported: Top, table: str) -> None:
    repeat(exported, table, **{"note": "x"} if "note" in exported[table][0] else {})
    take_in(two.there, two.folder, exported)
    assert everything(two.there) == everything(two.here)


def test_a_flow_that_stands_twice_is_one_flow(two: Two, exported: Top) -> None:
    repeat(exported, "flows")
    assert take_in(two.there, two.folder, exported).repeat == "flows[1]"
    assert two.alike()


def test_a_file_without_repeats_says_nothing_of_them(two: Two, exported: Top) -> None:
    merged = take_in(two.there, two.folder, exported)
    assert merged.words == "Taken in: 1 session, 1 measurement, 1 week, 1 freeze."
