"""Taking in what another journal wrote: by UUID, the newer edit wins, all of it or nothing."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from longstride.core.counting import counted
from longstride.journal.importing import Content
from longstride.journal.json_values import KEYS, TABLES
from longstride.journal.sessions import keep_flow
from longstride.journal.tables import StepRow
from longstride.journal.values import Record

AT_ONCE = 1000  # records, of which SQLAlchemy makes a copy


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records were new or newer and have been taken in.

    ``repeats`` is how many stood in the file besides another of their key, ``repeat`` where the
    first of them is.
    """

    sessions: int = 0
    measurements: int = 0
    weeks: int = 0
    freezes: int = 0
    repeats: int = 0
    repeat: str = ""

    @property
    def words(self) -> str:
        """Such as "Taken in: 3 sessions, 1 week."."""
        counts = {name: getattr(self, name) for name in KEYS}
        parts = [counted(n, name.removesuffix("s")) for name, n in counts.items() if n]
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


def merge(connection: Connection, content: Content) -> Merged:
    """Take in every record that is new or edited later than the one that is here."""
    fresh = {name: _fresh(connection, name, content.records[name]) for name in KEYS}
    _put_sessions(connection, fresh["sessions"], content)
    for name in ("measurements", "weeks", "freezes"):
        _replace(connection, TABLES[name], fresh[name])
    counts = {name: len(records) for name, records in fresh.items()}
    return Merged(**counts, repeats=content.repeats, repeat=content.repeat)


def _fresh(connection: Connection, name: str, records: list[Record]) -> list[Record]:
    """Return the records that are new or newer."""
    table, key = TABLES[name], KEYS[name]
    known: dict[Any, Any] = {
        row[0]: row[1] for row in connection.execute(select(table.c[key], table.c.edited))
    }
    return [
        record
        for record in records
        if record[key] not in known or record["edited"] > known[record[key]]
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
