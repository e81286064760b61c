"""Making a new journal and bringing an old one up to date: all of it, or nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from longstride.core.errors import JournalError
from longstride.files import beside, flush
from longstride.journal.faults import damaged
from longstride.journal.revisions import HEAD
from longstride.journal.store import APPLICATION_ID, WAIT, connect, engine_on, revision_of

SCRIPTS = Path(__file__).parent / "migrations"


def make_ready(path: Path, wait: int = WAIT) -> None:
    """Make the journal if there is none, or bring it up to date; JournalError if it is not ours.

    Also raises the driver's errors and OSError.
    """
    if not path.exists():
        create(path)
    with closing(connect(path, wait)) as connection:
        revision = revision_of(path, connection)
    if revision != HEAD:
        bring_up_to_date(path, revision, wait)


def create(path: Path) -> None:
    """Make an empty journal. Until it is whole it bears another name."""
    with beside(path) as new:
        _upgrade(new, WAIT, SCRIPTS)
        _put_in_place(new, path)


def bring_up_to_date(path: Path, revision: str, wait: int = WAIT, scripts: Path = SCRIPTS) -> Path:
    """Copy a journal of a ``revision`` aside, migrate it in one transaction, return the copy.

    JournalError if a migration fails; the journal is then as it was.
    """
    copy = path.with_name(f"{path.stem}.revision-{revision}{path.suffix}")
    copy_aside(path, copy, wait)
    try:
        _upgrade(path, wait, scripts)
    except DBAPIError as error:
        raise JournalError(
            f"The journal {path} could not be brought up to date ({error.orig}); it is unchanged, "
            f"with a copy in {copy}: go on with the Longstride you had, and report this."
        ) from error
    return copy


def copy_aside(path: Path, target: Path, wait: int = WAIT) -> None:
    """Write a checked copy of a journal that may be in use, replacing ``target``."""
    with beside(target) as new:
        with closing(connect(path, wait)) as source, closing(sqlite3.connect(new)) as copy:
            source.execute("BEGIN")  # a lock taken first: the backup itself would wait for ever
            source.execute("SELECT name FROM sqlite_master").fetchone()
            source.backup(copy)
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise damaged(path)
        flush(new)
        new.replace(target)


def _upgrade(path: Path, wait: int, scripts: Path) -> None:
    engine = engine_on(path, wait, foreign_keys=False)
    try:
        with engine.begin() as connection:
            _run_scripts(connection, scripts)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise damaged(path)
    finally:
        engine.dispose()


def _run_scripts(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


def _put_in_place(new: Path, path: Path) -> None:
    """Give the new journal its name, unless another program was quicker: then its one stands."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return
    except OSError:  # a disk without links
        if not path.exists():
            new.replace(path)
