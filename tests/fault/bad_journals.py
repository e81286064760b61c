"""Journals that no program can use, made out of a good one for good."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def corrupt_page(journal: Path) -> None:
    """Write rubbish over the page the sessions lie on."""
    connection = sqlite3.connect(journal)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'session' AND type = 'table'"
    (page,) = connection.execute(query).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with journal.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def spoilt_head(journal: Path) -> None:
    """Write rubbish over the head, by which a database is known."""
    journal.write_bytes(b"\xff" * 100 + journal.read_bytes()[100:])


def truncated(journal: Path) -> None:
    os.truncate(journal, journal.stat().st_size // 2)


def emptied(journal: Path) -> None:
    os.truncate(journal, 0)


def foreign(journal: Path) -> None:
    journal.unlink()
    with closing(sqlite3.connect(journal)) as other:
        other.execute("CREATE TABLE session (id)")


def newer(journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9000'")
        other.commit()


def deleted(journal: Path) -> None:
    journal.unlink()
