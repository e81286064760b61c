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

from journal.journal_samples import a_still, noon
from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.journal.check import check
from longstride.journal.glance import better, dose_changes, newest_sessions
from longstride.journal.journal import Journal
from longstride.journal.migrate import SCRIPTS, _upgrade, bring_up_to_date, create
from longstride.journal.revisions import HEAD, REVISIONS
from longstride.journal.store import APPLICATION_ID, WAIT
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
LATER = ", room INTEGER"  # a column that was added stands last in SQLite's text
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
        " ".join(sql.split())
        .replace('TABLE "session"', "TABLE session")  # it was renamed
        .replace(LATER, "")
        for (sql,) in ask(file, "SELECT sql FROM sqlite_master WHERE sql NOT NULL")
        if "alembic_version" not in sql
    }
    dialect = create_engine("sqlite://").dialect
    tables = Row.metadata.sorted_tables
    expected = [CreateTable(table).compile(dialect=dialect) for table in tables]
    expected += [
        CreateIndex(index).compile(dialect=dialect) for table in tables for index in table.indexes
    ]
    assert made == {" ".join(str(sql).split()).replace("room INTEGER, ", "") for sql in expected}
    columns = ask(file, "SELECT name, type, \"notnull\" FROM pragma_table_info('session')")
    assert columns[-1] == ("room", "INTEGER", 0)


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
    ('0123456789abcdef0123456789abcdef', 0, 'right', 'couch-stretch', 1, 0, 70, 0, 'shortened')"""


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
    assert (len(again.steps), again.seconds) == (2, 130)
    assert (day.sessions, day.seconds, day.eccentric_seconds) == (1, 130, 7)
    assert ask(file, "SELECT count(*) FROM flow") == [(1,)]
    assert file.with_name("journal.revision-0001.sqlite").exists()


@pytest.fixture
def second(file: Path, scripts: Path) -> Path:
    """A journal of the second revision, with one session."""
    for later in ("r0003_plan.py", "r0004_stills.py"):
        (scripts / "versions" / later).unlink()
    file.touch(mode=0o600)
    _upgrade(file, WAIT, scripts)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO flow VALUES ('d', '{}')")
        connection.execute(
            "INSERT INTO session VALUES ('0123456789abcdef0123456789abcdef', 'f', 'F', 'd', "
            "'2026-04-01 05:00:00.000000', NULL, '2026-04-01', 4, 2, NULL, 6, NULL, NULL, NULL, "
            "'', '', 60, 7, '2026-04-01 05:09:00.000000', NULL)"
        )
        connection.commit()
    return file


def test_a_journal_of_the_second_revision_knows_the_plan_afterwards(second: Path) -> None:
    before = ask(second, "SELECT * FROM session")
    assert len(newest_sessions(second, 9) or ()) == 1  # at the start, before it is migrated
    assert (dose_changes(second), better(second)) == ((), {})
    journal = Journal(second, noon)
    (session,) = journal.sessions()
    assert (session.room, session.stiffness_before) == (None, 6)
    assert journal.followings() == journal.anchors() == journal.dose_changes() == ()
    assert journal.better() == {}
    journal.dispose()
    assert ask(second, "SELECT * FROM session") == [(*row, None) for row in before]


@pytest.mark.parametrize("table", ["following", "turn_move", "soreness", "better"])
def test_an_update_that_fails_half_way_is_undone_whole(
    second: Path, tmp_path: Path, table: str
) -> None:
    broken = shutil.copytree(SCRIPTS, tmp_path / "broken")
    script = broken / "versions" / "r0003_plan.py"
    text = script.read_text(encoding="utf-8")
    call = f"    _make_{table}()\n"
    assert call in text
    script.write_text(text.replace(call, f"{call}    op.execute('INSERT INTO nowhere')\n"))
    before = second.read_bytes()
    with pytest.raises(JournalError, match="could not be brought up to date"):
        bring_up_to_date(second, "0002", scripts=broken)
    assert second.read_bytes() == before
    Journal(second, noon).dispose()


@pytest.fixture
def third(file: Path, scripts: Path) -> Path:
    """A journal of the third revision, with one measurement."""
    (scripts / "versions" / "r0004_stills.py").unlink()
    file.touch(mode=0o600)
    _upgrade(file, WAIT, scripts)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO measurement VALUES ('0123456789abcdef0123456789abcdef', '2026-04-01', "
            "'2026-04-01 05:00:00.000000', 'thomas_angle', 'left', 8, NULL, '°', '', '', "
            "'2026-04-01 05:00:00.000000', NULL)"
        )
        connection.commit()
    return file


def test_a_journal_of_the_third_revision_keeps_stills_afterwards(third: Path) -> None:
    journal = Journal(third, noon)
    (measured,) = journal.measurements()
    assert (measured.value, journal.stills()) == (8, ())
    still = a_still(measured)
    journal.keep_still(still)
    assert [kept.id for kept in journal.stills()] == [still.id]


def test_a_table_of_stills_that_fails_half_way_is_undone_whole(third: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(SCRIPTS, tmp_path / "broken")
    script = broken / "versions" / "r0004_stills.py"
    script.write_text(
        f"{script.read_text(encoding='utf-8')}    op.execute('INSERT INTO nowhere')\n"
    )
    before = third.read_bytes()
    with pytest.raises(JournalError, match="could not be brought up to date"):
        bring_up_to_date(third, "0003", scripts=broken)
    assert third.read_bytes() == before


def test_a_journal_that_is_up_to_date_opens_without_alembic(written: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(written)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"
