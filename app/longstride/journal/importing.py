"""Reading an exported file, believing nothing in it: docs/export-format.md."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from longstride.core.errors import JournalError, LongstrideError
from longstride.core.flow.plan_text import plan_from_text
from longstride.core.history.bounds import MOST_SECONDS
from longstride.core.history.session import OTHER
from longstride.journal.export import FORMAT, VERSION
from longstride.journal.json_values import KEYS, TABLES
from longstride.journal.performed import count_steps
from longstride.journal.rows import (
    MeasurementFields,
    StillFields,
    digest,
    measurement_of,
    still_of,
)
from longstride.journal.values import FLOW_TITLE, Record, values_of
from longstride.plain_files import read_plain

LARGEST_FILE = 20_000_000  # a session a day for thirty years; larger would take over 200 MB
# Parsed, a bracket costs up to a hundred times its byte: twice what such a file has of them.
MOST_RECORDS = 200_000
MOST_VALUES = 1_500_000
MOST_FIELDS = 30  # of a record, on the whole
SPARE_VALUES = 100_000  # commas in notes
_SUMS = frozenset({"seconds", "eccentric_seconds"})  # of a session: counted anew from its steps
_OWNER = frozenset({"session_id"})

Placed = tuple[str, Record]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, as columns: records by table, steps by session, flows by digest.

    One record a key. ``repeats`` counts what stood there besides, ``repeat`` is the first's place.
    """

    flows: Mapping[str, str]
    records: Mapping[str, list[Record]]
    steps: Mapping[object, list[Record]]
    repeats: int = 0
    repeat: str = ""


def read_content(path: Path) -> Content:
    """Return what an exported file holds; JournalError, in one sentence, for any other file."""
    try:
        return _Export(_parsed(path)).content()
    except OSError as error:
        reason = error.strerror
    except (ValueError, LongstrideError) as error:
        reason = str(error).removesuffix(".")
    except (RecursionError, MemoryError):
        reason = "it is nested or swollen beyond reading"
    raise JournalError(f"{path} cannot be imported: {reason}; nothing was changed.")


def _text_of(path: Path) -> str:
    raw = read_plain(path, LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise JournalError(f"it is larger than {LARGEST_FILE // 1_000_000} MB")
    records, values = raw.count(b"{") + raw.count(b"["), raw.count(b",")
    likely = min(MOST_VALUES, MOST_FIELDS * records + SPARE_VALUES)
    if records > MOST_RECORDS or values > likely:
        raise JournalError("there is more in it than in any journal")
    return raw.decode("utf-8-sig")


def _parsed(path: Path) -> dict[str, Any]:
    try:
        top = json.loads(_text_of(path), object_pairs_hook=_record)
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


def _record(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise JournalError(f"a record in it has the key {twice[:40]!r} twice")
    return record


class _Export:
    """Goes through a parsed file; ValueError, or a LongstrideError, names the place of a fault."""

    def __init__(self, top: Record) -> None:
        self._top = top
        self._flows: dict[str, str] = {}
        self._lengths: dict[str, int | None] = {}  # of the flows, in steps
        self._repeats: list[str] = []

    def content(self) -> Content:
        """Return what the file holds."""
        for place, record in _places(self._top, "flows"):
            self._take_flow(place, record)
        sessions = self._once("sessions", self._session)
        steps = {session["id"]: session.pop("steps") for session in sessions}
        records = {name: self._once(name, proven) for name, proven in _PROVEN.items()}
        repeats = self._repeats
        return Content(
            self._flows,
            {**records, "sessions": sessions},
            steps,
            len(repeats),
            repeats[0] if repeats else "",
        )

    def _take_flow(self, place: str, record: object) -> None:
        values = values_of(place, record, TABLES["flows"])
        known, text = values["digest"], values["json"]
        if digest(text) != known:
            raise ValueError(f"{place}.digest is not the SHA-256 of its json")
        if known in self._flows:
            self._repeats.append(place)
            return
        try:
            self._lengths[known] = count_steps(text)
        except ValueError as error:
            raise ValueError(f"{place}.json is no flow") from error
        self._flows[known] = text

    def _session(self, place: str, record: object) -> Record:
        values = values_of(place, record, TABLES["sessions"], _SUMS)
        if values["performed"] not in self._flows:
            raise ValueError(f"{place} names a flow that is not in the file")
        _check_session(place, values, self._lengths[values["performed"]])
        found = (_step(*each, values["step_count"]) for each in _places(record, "steps", place))
        steps = self._kept(found, lambda step: (step["step"], step["side"]))
        sums = {name: sum(step[name] for step in steps) for name in _SUMS}
        if sums["seconds"] > MOST_SECONDS:
            raise ValueError(f"{place}.steps add up to more than a day")
        for step in steps:
            step["session_id"] = values["id"]
        return {**values, **sums, "steps": steps}

    def _once(self, name: str, proven: Callable[[str, object], Record]) -> list[Record]:
        keys = KEYS[name]
        found = ((place, proven(place, record)) for place, record in _places(self._top, name))
        return self._kept(found, lambda record: tuple(map(record.get, keys)))

    def _kept(self, found: Iterable[Placed], key: Callable[[Record], object]) -> list[Record]:
        """Return one record a key, whole: the one edited last, of equals the first."""
        kept: dict[object, Record] = {}
        for place, record in found:
            known = kept.setdefault(key(record), record)
            if known is record:
                continue
            self._repeats.append(place)
            if "edited" in record and record["edited"] > known["edited"]:
                kept[key(record)] = record
        return list(kept.values())


def _places(top: object, name: str, within: str = "") -> Iterator[tuple[str, object]]:
    """Yield the records of a list, each with the words for its place, and let go of it then."""
    found = top.get(name, []) if isinstance(top, dict) else []
    place = f"{within}.{name}" if within else name
    if not isinstance(found, list):
        raise ValueError(f"{place} is no list")
    for index, record in enumerate(found):
        found[index] = None
        yield f"{place}[{index}]", record


def _check_session(place: str, values: Record, steps: int | None) -> None:
    """Raise ValueError where the columns of a session contradict each other or its flow."""
    count = values["step_count"]
    if steps is not None and count != steps:
        raise ValueError(f"{place}.step_count is {count}, and its flow has {steps}")
    if values["next_step"] > count or (values["lighter_from"] or 0) >= count:
        raise ValueError(f"{place} goes on, or gets lighter, at a step that its flow has not")
    if values["ended"] is not None and values["ended"] < values["started"]:
        raise ValueError(f"{place}.ended is before it started")
    if values["flow"] != OTHER:  # which an athlete named: a paste can have brought anything
        _check_title(place, values["title"])


def _check_title(place: str, title: str) -> None:
    try:
        FLOW_TITLE.read(title)
    except ValueError as error:
        raise ValueError(f"{place}.title is not {FLOW_TITLE.words}") from error


def _step(place: str, record: object, count: int) -> Placed:
    values = values_of(place, record, TABLES["steps"], _OWNER)
    if values["step"] >= count:
        raise ValueError(f"{place}.step is {values['step']}, and its flow has {count}, from 0")
    if values["eccentric_seconds"] > values["seconds"]:
        raise ValueError(f"{place}.eccentric_seconds are more than its seconds")
    return place, values


def _measurement(place: str, record: object) -> Record:
    values = values_of(place, record, TABLES["measurements"])
    try:
        measurement_of(cast("MeasurementFields", SimpleNamespace(**values)))
    except LongstrideError as error:
        raise ValueError(f"{place}: {error}") from error
    return values


def _still(place: str, record: object) -> Record:
    """Return the columns of a still; one that was deleted may have been emptied."""
    values = values_of(place, record, TABLES["stills"])
    try:
        if values["points"] or not values["deleted"]:
            still_of(cast("StillFields", SimpleNamespace(**values)))
    except LongstrideError as error:
        raise ValueError(f"{place}: {error}") from error
    except ValueError as error:
        raise ValueError(f"{place}.points {error}") from error
    return values


def _plan(place: str, record: object) -> Record:
    """Return the columns of a plan; the text of one that was deleted may have been emptied."""
    values = values_of(place, record, TABLES["plans"])
    try:
        if values["text"] or not values["deleted"]:
            plan_from_text(values["text"])
    except ValueError as error:
        raise ValueError(f"{place}.text {error}") from error
    return values


def _bounded(name: str) -> Callable[[str, object], Record]:
    return lambda place, record: values_of(place, record, TABLES[name])


_PROVEN: Mapping[str, Callable[[str, object], Record]] = {
    **{name: _bounded(name) for name in KEYS if name != "sessions"},
    "measurements": _measurement,
    "stills": _still,
    "plans": _plan,
}
