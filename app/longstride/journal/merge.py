"""Taking in what another journal wrote: by UUID, the newer edit wins, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from longstride.core.counting import counted
from longstride.journal.importing import Content, Record
from longstride.journal.json_values import TABLES
from longstride.journal.sessions import keep_flow
from longstride.journal.tables import StepRow

AT_ONCE = 1000  # records, of which SQLAlchemy makes a copy
KEYS: Mapping[str, str] = {
    "sessions": "id",
    "measurements": "id",
    "weeks": "start",
    "freezes": "day",
}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records were new or newer and have been taken in."""

    sessions: int = 0
    measurements: int = 0
    weeks: int = 0
    freezes: int = 0

    @property
    def words(self) -> str:
        """Such as "Taken in: 3 sessions, 1 week."."""
        counts = {field.name: getattr(self, field.name) for field in fields(self)}
        parts = [counted(n, name.removesuffix("s")) for name, n in counts.items() if n]
        return f"Taken in: {', '.join(parts)}." if parts else "There was nothing new in it."


def merge(connection: Connection, content: Content) -> Merged:
    """Take in every record that is new or edited later than the one that is here."""
    fresh = {name: _fresh(connection, name, content.records[name]) for name in KEYS}
    _put_sessions(connection, fresh["sessions"], content)
    for name in ("measurements", "weeks", "freezes"):
        _replace(connection, TABLES[name], fresh[name])
    return Merged(**{name: len(records) for name, records in fresh.items()})


def _fresh(connection: Connection, name: str, records: list[Record]) -> list[Record]:
    """Return the records that are new or newer, one a key."""
    table, key = TABLES[name], KEYS[name]
    known: dict[Any, Any] = {
        row[0]: row[1] for row in connection.execute(select(table.c[key], table.c.edited))
    }
    newest: dict[Any, Record] = {}
    for record in records:
        if record[key] not in known or record["edited"] > known[record[key]]:
            known[record[key]] = record["edited"]
            newest[record[key]] = record
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
