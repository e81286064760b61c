"""Taking in what another journal wrote: by UUID, the newer edit wins, all of it or nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from longstride.journal.importing import Content
from longstride.journal.json_values import KEYS, TABLES
from longstride.journal.sessions import keep_flow
from longstride.journal.tables import StepRow
from longstride.journal.values import Record

_NEVER = datetime.min.replace(tzinfo=UTC)
AT_ONCE = 1000  # records, of which SQLAlchemy makes a copy
_NOUNS = {
    "anchors": ("weekly day", "weekly days"),
    "moves": ("moved turn", "moved turns"),
    "dose_changes": ("change of dose", "changes of dose"),
    "soreness": ("answer about soreness", "answers about soreness"),
    "better": ("place that is better", "places that are better"),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records were new or newer and have been taken in.

    ``repeats`` is how many stood in the file besides another of their key, ``repeat`` where the
    first of them is.
    """

    sessions: int = 0
    measurements: int = 0
    stills: int = 0
    weeks: int = 0
    freezes: int = 0
    plans: int = 0
    anchors: int = 0
    moves: int = 0
    dose_changes: int = 0
    soreness: int = 0
    better: int = 0
    repeats: int = 0
    repeat: str = ""

    @property
    def words(self) -> str:
        """Such as "Taken in: 3 sessions, 1 week."."""
        counts = {name: getattr(self, name) for name in KEYS}
        parts = [f"{count} {_noun(name, count)}" for name, count in counts.items() if count]
        taken = f"Taken in: {', '.join(parts)}." if parts else "There was nothing new in it."
        return f"{taken} {self._repeat_words}".rstrip()

    @property
    def _repeat_words(self) -> str:
        if not self.repeats:
            return ""
        if self.repeats == 1:
            return f"{self.repeat} stands in it a second time: one of the two counts, whole."
        return (
            f"{self.repeats} entries stand in it a second time, {self.repeat} first: one of each "
            "counts, whole."
        )


def _noun(name: str, count: int) -> str:
    one, many = _NOUNS.get(name, (name.removesuffix("s"), name))
    return many if count > 1 else one


def merge(connection: Connection, content: Content) -> Merged:
    """Take in every record that is new or edited later than the one that is here."""
    fresh = {name: _fresh(connection, name, content.records[name]) for name in KEYS}
    for name, records in fresh.items():
        if name == "sessions":
            _put_sessions(connection, records, content)
        else:
            _replace(connection, TABLES[name], records)
    counts = {name: len(records) for name, records in fresh.items()}
    return Merged(**counts, repeats=content.repeats, repeat=content.repeat)


def _fresh(connection: Connection, name: str, records: list[Record]) -> list[Record]:
    """Return the records that are new or newer."""
    table, keys = TABLES[name], KEYS[name]
    found = connection.execute(select(*table.primary_key, table.c.edited))
    known: dict[Any, Any] = {tuple(key): edited for *key, edited in found}
    return [
        record
        for record in records
        if record["edited"] > known.get(tuple(map(record.get, keys)), _NEVER)
    ]


def _put_sessions(connection: Connection, sessions: list[Record], content: Content) -> None:
    for text in {content.flows[session["performed"]] for session in sessions}:
        keep_flow(connection, text)
    for session in sessions:
        connection.execute(delete(StepRow).where(StepRow.session_id == session["id"]))
    _replace(connection, TABLES["sessions"], sessions)
    steps = [step for session in sessions for step in content.steps[session["id"]]]
    _replace(connection, TABLES["steps"], steps)


def _replace(connection: Connection, table: Table, records: list[Record]) -> None:
    for start in range(0, len(records), AT_ONCE):
        some = records[start : start + AT_ONCE]
        connection.execute(insert(table).prefix_with("OR REPLACE"), some)
