import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from journal.journal_samples import noon
from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.journal.check import check
from longstride.journal.journal import Journal
from longstride.journal.migrate import SCRIPTS, _upgrade, bring_up_to_date, create
from longstride.journal.store import APPLICATION_ID, HEAD, REVISIONS, WAIT
from longstride.journal.tables import Row

NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "next", "{head}"

def upgrade():
    with op.batch_alter_table("session", recreate="always") as session:
        session.add_column(sa.Column("place", sa.Text()))
    {then}
"""
OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from longstride.journal.journal import Journal
Journal(Path(sys.argv[1]), lambda: datetime.now(UTC)).dispose()
print(sorted(name for name in ("alembic", "mako") if name in sys.modules))
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    return shutil.copytree(SCRIPTS, tmp_path / "100% scripts")


def add_next(scripts: Path, then: str = "") -> None:
    text = NEXT.format(head=HEAD, then=then)
    (scripts / "versions" / "next.py").write_text(text)


def ask(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchall()


def test_the_known_revisions_are_the_scripts() -> None:
    directory = ScriptDirectory(str(SCRIPTS))
    assert tuple(reversed([script.revision for script in directory.walk_revisions()])) == REVISIONS


def test_the_scripts_make_the_tables_that_the_program_expects(file: Path) -> None:
    create(file)
    made = {
        " ".join(sql.split()).replace('TABLE "session"', "TABLE session")  # it was renamed
        for (sql,) in ask(file, "SELECT sql FROM sqlite_master WHERE sql NOT NULL")
        if "alembic_version" not in sql
    }
    dialect = create_engine("sqlite://").dialect
    tables = Row.metadata.sorted_tables
    expected = [CreateTable(table).compile(dialect=dialect) for table in tables]
    expected += [
        CreateIndex(index).compile(dialect=dialect) for table in tables for index in table.indexes
    ]
    assert made == {" ".join(str(sql).split()) for sql in expected}


def test_a_new_journal_is_marked_as_ours(file: Path) -> None:
    create(file)
    assert ask(file, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_making_a_journal_twice_keeps_the_first(written: Path) -> None:
    create(written)
    assert ask(written, "SELECT count(*) FROM session") == [(2,)]
    assert list(written.parent.iterdir()) == [written]


def test_a_disk_without_links_gets_its_journal_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    create(file)
    assert ask(file, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert list(file.parent.iterdir()) == [file]


def test_an_update_keeps_every_row_and_a_copy(written: Path, scripts: Path) -> None:
    add_next(scripts)
    before = ask(written, "SELECT * FROM session ORDER BY id")
    copy = bring_up_to_date(written, HEAD, scripts=scripts)
    assert ask(written, "SELECT * FROM session ORDER BY id") == [(*row, None) for row in before]
    assert ask(written, "SELECT count(*) FROM step") == [(2,)]
    assert ask(written, "SELECT version_num FROM alembic_version") == [("next",)]
    assert ask(copy, "SELECT * FROM session ORDER BY id") == before
    assert Journal(copy, noon).count() == 2


@pytest.mark.parametrize(
    ("then", "error"),
    [
        ('op.execute("INSERT INTO nowhere VALUES (1)")', JournalError),
        ('op.execute("DELETE FROM session")', JournalError),
        ("1 / 0", ZeroDivisionError),
    ],
)
def test_a_failed_update_leaves_the_file_untouched(
    written: Path, scripts: Path, then: str, error: type[Exception]
) -> None:
    add_next(scripts, then)
    before = written.read_bytes()
    with pytest.raises(error) as caught:
        bring_up_to_date(written, HEAD, scripts=scripts)
    assert "\n" not in str(caught.value)
    assert written.read_bytes() == before
    Journal(written, noon).dispose()


OLD_SESSION = """INSERT INTO session VALUES (
    '0123456789abcdef0123456789abcdef', 'wind-down', 'Wind down', '{"flow": "тихо"}',
    '2026-04-01 05:00:00.000000', '2026-04-01 05:08:00.000000', '2026-04-01', 4, 4, NULL,
    6, 3, 4, 'dull', 'groin', 'легче', '2026-04-01 05:09:00.000000')"""
OLD_STEPS = """INSERT INTO step VALUES
    ('0123456789abcdef0123456789abcdef', 0, 'left', 'couch-stretch', 1, 0, 60, 7, 'done'),
    ('0123456789abcdef0123456789abcdef', 0, 'right', 'couch-stretch', 1, 0, 50, 0, 'shortened')"""


def test_a_journal_of_the_first_revision_is_brought_up_to_date(file: Path, scripts: Path) -> None:
    for script in (scripts / "versions").glob("r*.py"):
        if not script.name.startswith("r0001"):
            script.unlink()
    file.touch(mode=0o600)
    _upgrade(file, WAIT, scripts)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(OLD_SESSION)
        connection.execute(OLD_STEPS)
        connection.execute(OLD_SESSION.replace("0123456789abcdef0123", "f" * 20))
        connection.commit()
    assert "to be brought up to date" in check(file)

    journal = Journal(file, noon)
    newest, _ = journal.sessions()
    again = journal.session(UUID("0123456789abcdef0123456789abcdef"))
    (day,) = journal.day_totals()
    journal.dispose()
    assert (newest.flow_json, newest.day, newest.stiffness_before) == (
        '{"flow": "тихо"}',
        date(2026, 4, 1),
        6,
    )
    assert again.after == AfterRating(3, 4, Pain(PainKind.DULL, "groin"), "легче")
    assert (len(again.steps), again.seconds) == (2, 110)
    assert (day.sessions, day.seconds, day.eccentric_seconds) == (1, 110, 7)
    assert ask(file, "SELECT count(*) FROM flow") == [(1,)]
    assert file.with_name("journal.revision-0001.sqlite").exists()


def test_a_journal_that_is_up_to_date_opens_without_alembic(written: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(written)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
