"""What can have become of a journal file."""

import sqlite3
from contextlib import closing
from pathlib import Path


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def no_database(file: Path) -> None:
    file.write_bytes(b"dear diary " * 1000)


def spoilt_head(file: Path) -> None:
    file.write_bytes(b"\xff" * 100 + file.read_bytes()[100:])


def half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def anothers(file: Path) -> None:
    file.unlink()
    change(file, "CREATE TABLE session (id)")


def not_marked(file: Path) -> None:
    change(file, "PRAGMA application_id = 7")


def table_gone(file: Path) -> None:
    change(file, "DROP TABLE step")


def newer(file: Path) -> None:
    change(file, "UPDATE alembic_version SET version_num = '9000'")


def no_revision(file: Path) -> None:
    change(file, "DELETE FROM alembic_version")


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
