"""Taking in what another journal wrote: by UUID, the newer edit wins, all of it or nothing."""

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from longstride.journal.importing import Content, Record
from longstride.journal.json_values import TABLES
from longstride.journal.sessions import keep_flow
from longstride.journal.tables import StepRow

AT_ONCE = 1000  # records, of which SQLAlchemy makes a copy
TAKEN_IN = tuple(name for name in TABLES if name not in {"flows", "steps"})
_NOUNS = {
    "anchors": ("weekly day", "weekly days"),
    "moves": ("moved turn", "moved turns"),
    "dose_changes": ("change of dose", "changes of dose"),
    "soreness": ("answer about soreness", "answers about soreness"),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records were new or newer and have been taken in."""

    sessions: int = 0
    measurements: int = 0
    weeks: int = 0
    freezes: int = 0
    plans: int = 0
    anchors: int = 0
    moves: int = 0
    dose_changes: int = 0
    soreness: int = 0

    @property
    def words(self) -> str:
        """Such as "Taken in: 3 sessions, 1 week."."""
        counts = {field.name: getattr(self, field.name) for field in fields(self)}
        parts = [f"{count} {_noun(name, count)}" for name, count in counts.items() if count]
        return f"Taken in: {', '.join(parts)}." if parts else "There was nothing new in it."


def _noun(name: str, count: int) -> str:
    one, many = _NOUNS.get(name, (name.removesuffix("s"), name))
    return many if count > 1 else one


def merge(connection: Connection, content: Content) -> Merged:
    """Take in every record that is new or edited later than the one that is here."""
    fresh = {name: _fresh(connection, name, content.records[name]) for name in TAKEN_IN}
    for name, records in fresh.items():
        if name == "sessions":
            _put_sessions(connection, records, content)
        else:
            _replace(connection, TABLES[name], records)
    return Merged(**{name: len(records) for name, records in fresh.items()})


def _fresh(connection: Connection, name: str, records: list[Record]) -> list[Record]:
    """Return the records that are new or newer, one a key."""
    table = TABLES[name]
    found = connection.execute(select(*table.primary_key, table.c.edited))
    known: dict[Any, Any] = {tuple(key): edited for *key, edited in found}
    newest: dict[Any, Record] = {}
    for record in records:
        key = tuple(record[column.name] for column in table.primary_key)
        if key not in known or record["edited"] > known[key]:
            known[key] = record["edited"]
            newest[key] = record
    return list(newest.values())


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
