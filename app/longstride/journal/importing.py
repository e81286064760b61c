"""Reading an exported file, believing nothing in it: docs/export-format.md."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, cast

from longstride.core.errors import JournalError, LongstrideError
from longstride.core.history.week import FreezeReason, check_target
from longstride.journal.export import FORMAT, VERSION
from longstride.journal.json_values import TABLES, values_of
from longstride.journal.plan_rows import FollowingFields, anchor_of, dose_change_of, following_of
from longstride.journal.rows import (
    MeasurementFields,
    SessionFields,
    digest,
    measurement_of,
    session_of,
    step_of,
)

LARGEST_FILE = 20_000_000  # a session a day for thirty years; larger would take over 200 MB
# Parsed, a bracket costs up to a hundred times its byte: twice what such a file has of them.
MOST_RECORDS = 200_000
MOST_VALUES = 1_500_000
MOST_FIELDS = 30  # of a record, on the whole
SPARE_VALUES = 100_000  # commas in notes
_SUMS = frozenset({"seconds", "eccentric_seconds"})  # of a session: counted anew from its steps
_OWNER = frozenset({"session_id"})
_NOTHING: frozenset[str] = frozenset()

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, as columns: records by table, steps by session, flows by digest."""

    flows: Mapping[str, str]
    records: Mapping[str, list[Record]]
    steps: Mapping[object, list[Record]]


def read_content(path: Path) -> Content:
    """Return what an exported file holds; JournalError, in one sentence, for any other file."""
    try:
        return _content(_parsed(path))
    except OSError as error:
        reason = error.strerror
    except (ValueError, LongstrideError) as error:
        reason = str(error).removesuffix(".")
    except (RecursionError, MemoryError):
        reason = "it is nested or swollen beyond reading"
    raise JournalError(f"{path} cannot be imported: {reason}; nothing was changed.")


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        raw = file.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise JournalError(f"it is larger than {LARGEST_FILE // 1_000_000} MB")
    records, values = raw.count(b"{") + raw.count(b"["), raw.count(b",")
    likely = min(MOST_VALUES, MOST_FIELDS * records + SPARE_VALUES)
    if records > MOST_RECORDS or values > likely:
        raise JournalError("there is more in it than in any journal")
    return raw.decode("utf-8-sig")


def _parsed(path: Path) -> dict[str, Any]:
    try:
        top = json.loads(_text_of(path), parse_constant=_refuse)
    except ValueError as error:
        raise ValueError("it is not an export that Longstride wrote as JSON") from error
    if not isinstance(top, dict) or top.get("format") != FORMAT:
        raise ValueError("it is not an export that Longstride wrote as JSON")
    version = top.get("version")
    if type(version) is not int or version < 1:
        raise ValueError("it does not say which version of the format it has")
    if version > VERSION:
        raise ValueError(
            f"it was written by a newer Longstride (format {version % 10**9}, this one reads "
            f"{VERSION}); update Longstride"
        )
    return top


def _content(top: Record) -> Content:
    flows = dict(_flow(*each) for each in _places(top, "flows"))
    sessions: list[Record] = []
    steps: dict[object, list[Record]] = {}
    for place, record in _places(top, "sessions"):
        own = [_proven_step(*each) for each in _places(record, "steps", place)]
        session = _proven_session(place, record, flows, own)
        sessions.append(session)
        for step in own:
            step["session_id"] = session["id"]
        steps[session["id"]] = own
    records = {name: _proven(top, name) for name in _PROOFS}
    texts = {digest(text): text for text in flows.values()}
    return Content(texts, {**records, "sessions": sessions}, steps)


def _places(top: object, name: str, within: str = "") -> Iterator[tuple[str, object]]:
    """Yield the records of a list, each with the words for its place, and let go of it then."""
    found = top.get(name, []) if isinstance(top, dict) else []
    place = f"{within}.{name}" if within else name
    if not isinstance(found, list):
        raise ValueError(f"{place} is no list")
    for index, record in enumerate(found):
        found[index] = None
        yield f"{place}[{index}]", record


def _values(place: str, record: object, name: str, leave: frozenset[str] = _NOTHING) -> Record:
    try:
        return values_of(record, TABLES[name], leave)
    except ValueError as error:
        raise ValueError(f"{place} {error}") from error


def _flow(place: str, record: object) -> tuple[str, str]:
    values = _values(place, record, "flows")
    return values["digest"], values["json"]


def _proven_session(
    place: str, record: object, flows: Mapping[str, str], steps: list[Record]
) -> Record:
    values = _values(place, record, "sessions", _SUMS)
    flow_json = flows.get(values["performed"])
    if flow_json is None:
        raise ValueError(f"{place} names a flow that is not in the file")
    with _known_words(place):
        session_of(cast("SessionFields", SimpleNamespace(**values)), flow_json, ())
    sums = {name: sum(step[name] for step in steps) for name in _SUMS}
    return {**values, **sums, "performed": digest(flow_json)}


def _proven_step(place: str, record: object) -> Record:
    values = _values(place, record, "steps", _OWNER)
    with _known_words(place):
        step_of(**values)
    return values


def _proven(top: Record, name: str) -> list[Record]:
    records = []
    for place, record in _places(top, name):
        values = _values(place, record, name)
        with _known_words(place):
            _PROOFS[name](values)
        records.append(values)
    return records


@contextmanager
def _known_words(place: str) -> Iterator[None]:
    """Say where a word stands that this program does not know, or a value that cannot be."""
    try:
        yield
    except LongstrideError as error:
        raise ValueError(f"{place}: {error}") from error
    except ValueError as error:
        raise ValueError(f"{place} has a word that Longstride does not know") from error


def _proven_plan(record: Record) -> None:
    """Raise ValueError for a plan that cannot be read; one that was deleted may be emptied."""
    if record["text"] or not record["deleted"]:
        following_of(cast("FollowingFields", SimpleNamespace(**record)))


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


_PROOFS: Mapping[str, Callable[[Record], object]] = {
    "measurements": lambda record: measurement_of(
        cast("MeasurementFields", SimpleNamespace(**record))
    ),
    "weeks": lambda record: check_target(record["target"]),
    "freezes": lambda record: FreezeReason(record["reason"]),
    "plans": _proven_plan,
    "anchors": lambda record: anchor_of(cast("Any", SimpleNamespace(**record))),
    "moves": lambda record: record,
    "dose_changes": lambda record: dose_change_of(cast("Any", SimpleNamespace(**record))),
    "soreness": lambda record: record,
}
