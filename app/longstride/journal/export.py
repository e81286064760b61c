"""Everything in the journal as files of its own: JSON to come back from, CSV to look at."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from longstride.core.errors import FileError
from longstride.files import written
from longstride.journal.json_values import TABLES, plain
from longstride.journal.tables import SessionRow, StepRow

FORMAT = "longstride-journal"
VERSION = 1
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_STEPS = [column for column in TABLES["steps"].columns if column.name != "session_id"]
_LISTS = tuple(name for name in TABLES if name != "steps")


def write_json(connection: Connection, path: Path, now: datetime) -> None:
    """Write everything, what was deleted too, one record a line; FileError if it cannot be."""
    with written(path) as new, new.open("w", encoding="utf-8") as file:
        head = {"format": FORMAT, "version": VERSION, "written": now.isoformat()}
        file.write(_line(head)[:-1])
        for name in _LISTS:
            file.write(f',\n"{name}": [')
            for index, record in enumerate(_records(connection, name)):
                file.write(("," if index else "") + "\n" + _line(record))
            file.write("\n]")
        file.write("\n}\n")


def write_csv(connection: Connection, path: Path) -> None:
    """Write one file a table into a folder, or into ``path`` where that ends in .zip."""
    sheets = {f"{name}.csv": _sheet(connection, name) for name in TABLES}
    if path.suffix.lower() == ".zip":
        _write_zip(path, sheets)
    else:
        _write_folder(path, sheets)


def _write_zip(path: Path, sheets: Mapping[str, str]) -> None:
    with written(path) as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sheets.items():
            archive.writestr(name, text.encode("utf-8-sig"))


def _write_folder(folder: Path, sheets: Mapping[str, str]) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"The folder {folder} cannot be made ({error.strerror}); choose another place."
        ) from error
    for name, text in sheets.items():
        with written(folder / name) as new:
            new.write_bytes(text.encode("utf-8-sig"))  # the mark tells Excel what it reads


def _records(connection: Connection, name: str) -> Iterator[dict[str, object]]:
    table = TABLES[name]
    steps = _steps_by_session(connection) if name == "sessions" else None
    query = select(table).order_by(*table.primary_key)
    if name == "flows":  # not what a flow was before it got lighter
        query = query.where(table.c.digest.in_(select(SessionRow.performed)))
    for row in connection.execute(query):
        record = plain(row, table)
        if steps is not None:
            record["steps"] = steps.get(row.id, [])
        yield record


def _steps_by_session(connection: Connection) -> dict[object, list[dict[str, object]]]:
    steps: dict[object, list[dict[str, object]]] = {}
    query = select(StepRow.session_id, *_STEPS).order_by(StepRow.session_id, StepRow.step)
    names = [column.name for column in _STEPS]
    for session_id, *values in connection.execute(query.order_by(StepRow.side)):
        steps.setdefault(session_id, []).append(dict(zip(names, values, strict=True)))
    return steps


def _line(record: Mapping[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _sheet(connection: Connection, name: str) -> str:
    """Return a table as CSV, without what was deleted."""
    table = TABLES[name]
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    shown = [column.name for column in table.columns if column.name != "deleted"]
    writer.writerow(shown)
    for row in connection.execute(_standing(name, table)):
        record = plain(row, table)
        writer.writerow([_defused(record[column]) for column in shown])
    return sheet.getvalue()


def _standing(name: str, table: Table) -> Select[Any]:
    query = select(table).order_by(*table.primary_key)
    if name == "steps":
        deleted = select(SessionRow.id).where(SessionRow.deleted.is_not(None))
        return query.where(StepRow.session_id.not_in(deleted))
    return query.where(table.c.deleted.is_(None)) if "deleted" in table.c else query


def _defused(value: object) -> object:
    """Return text that no spreadsheet takes for a formula; numbers are numbers."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
