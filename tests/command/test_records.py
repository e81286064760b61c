"""Keeping the journal from the command line: sums, files, backups, and the way back."""

import json
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from journal.journal_samples import a_session, a_step
from longstride.bootstrap import open_engine
from longstride.command.main import main
from longstride.core.history.session import AfterRating
from longstride.journal.backup import Backups
from longstride.journal.journal import Journal
from longstride.paths import find_paths, make_folders
from longstride.settings import Settings, WeekStart, save_settings
from longstride.ui.records.reading import read_recent

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))
    monkeypatch.chdir(tmp_path)
    yield tmp_path / "own"
    for handler in logging.getLogger("longstride").handlers:
        handler.close()


@pytest.fixture
def file(own: Path) -> Path:
    """A journal of two sessions on one day."""
    place = own / "data" / "journal.sqlite"
    place.parent.mkdir(parents=True)
    journal = Journal(place, lambda: datetime.now(UTC))
    rated = AfterRating(3, 5)
    journal.add(a_session(step_count=1, steps=(a_step(0),), stiffness_before=6, after=rated))
    journal.add(
        a_session(
            step_count=1, steps=(a_step(0),), flow="wind-down", after=AfterRating(note="тихо")
        )
    )
    journal.dispose()
    return place


def run(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as leaving:
        return int(str(leaving.code))


def count(capsys: Said) -> int:
    capsys.readouterr()
    assert run("stats", "--json") == 0
    return int(json.loads(capsys.readouterr().out)["sessions"])


def test_stats_add_the_journal_up(file: Path, capsys: Said) -> None:
    assert run("stats", "--json") == 0
    stats = json.loads(capsys.readouterr().out)
    assert stats["days"] == [
        {"day": "2026-05-01", "sessions": 2, "seconds": 112, "eccentric_seconds": 64}
    ]
    assert (stats["sessions"], stats["seconds"]) == (2, 112)
    assert stats["week"]["target"] == 3
    assert stats["streak"] == {"current": 0, "longest": 0}
    (flow,) = stats["flows"]
    assert (flow["flow"], flow["words"]) == ("eccentric-hips", "too few sessions")
    assert run("stats") == 0
    assert "2 sessions on 1 day," in capsys.readouterr().out


@pytest.mark.parametrize("chosen", list(WeekStart))
def test_stats_count_weeks_as_the_window_does(file: Path, capsys: Said, chosen: WeekStart) -> None:
    """Two days in different weeks or the same one, by where weeks begin: Saturday and Sunday."""
    journal = Journal(file, lambda: datetime.now(UTC))
    for day in (date(2026, 5, 2), date(2026, 5, 3), date(2026, 5, 4)):
        journal.add(a_session(day=day, steps=(a_step(0),)))
    journal.dispose()
    paths = find_paths(None, os.environ)
    make_folders(paths)
    save_settings(paths.settings_file, Settings(week_start=chosen))
    capsys.readouterr()
    assert run("stats", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    engine = open_engine(None, os.environ)
    shown = read_recent(engine, engine.week_start()).regular
    engine.close()
    first = chosen.weekday if chosen.weekday is not None else QLocale().firstDayOfWeek().value - 1
    assert date.fromisoformat(told["week"]["start"]).weekday() == first
    assert told["week"]["start"] == shown.streak.running.start.isoformat()
    assert told["streak"] == {"current": shown.streak.current, "longest": shown.streak.longest}
    assert run("stats") == 0
    assert capsys.readouterr().out.startswith(shown.words)


def test_a_day_that_was_skipped_through_is_no_day(file: Path, capsys: Said) -> None:
    journal = Journal(file, lambda: datetime.now(UTC))
    now = datetime.now(UTC)
    journal.add(a_session(steps=(a_step(0, seconds=119),), day=now.date(), started=now))
    journal.dispose()
    assert run("stats", "--json") == 0
    assert json.loads(capsys.readouterr().out)["week"]["days"] == 0


def test_stats_of_nothing_are_no_failure(capsys: Said) -> None:
    assert count(capsys) == 0


def test_what_was_exported_is_imported_elsewhere(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    assert run("export", "--json", "mine.json") == 0
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "another"))
    assert run("import", "mine.json") == 0
    assert "Taken in: 2 sessions." in capsys.readouterr().out
    assert run("import", "mine.json") == 0
    assert "nothing new" in capsys.readouterr().out
    assert count(capsys) == 2


WRONG = sorted((Path(__file__).parents[1] / "journal" / "cases").iterdir())


@pytest.mark.parametrize("case", WRONG, ids=[case.stem for case in WRONG])
def test_a_wrong_export_exits_2_and_leaves_all_as_it_was(
    file: Path, case: Path, capsys: Said
) -> None:
    assert run("import", str(case)) == 2
    said = capsys.readouterr().err
    assert "[" in said and "nothing was changed" in said
    assert len(said.strip().splitlines()) == 1
    assert count(capsys) == 2


def test_a_step_that_stands_twice_is_told_and_all_sums_agree(capsys: Said) -> None:
    assert run("import", str(WRONG[0].parents[1] / "a-step-twice.json")) == 0
    assert "sessions[0].steps[3] stands in it a second time" in capsys.readouterr().out
    assert run("stats", "--json") == 0
    stats = json.loads(capsys.readouterr().out)
    assert run("history", "--json") == 0
    (session,) = json.loads(capsys.readouterr().out)
    assert stats["seconds"] == sum(step["seconds"] for step in session["steps"]) == 42


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_refused_without_waiting(
    tmp_path: Path, kind: str, capsys: Said
) -> None:
    place = {"pipe": tmp_path / "pipe.json", "device": Path("/dev/zero"), "folder": tmp_path}[kind]
    if kind == "pipe":
        os.mkfifo(place)
    assert run("import", str(place)) == 2
    assert "cannot be imported: it is not a plain file" in capsys.readouterr().err


def test_export_alone_writes_json_here(file: Path, tmp_path: Path) -> None:
    assert run("export") == 0
    (written,) = tmp_path.glob("longstride-*.json")
    assert json.loads(written.read_text(encoding="utf-8"))["format"] == "longstride-journal"


def test_export_to_a_folder_of_sheets(file: Path, tmp_path: Path) -> None:
    assert run("export", "--csv", "sheets") == 0
    assert "тихо" in (tmp_path / "sheets" / "sessions.csv").read_text(encoding="utf-8-sig")


def test_a_backup_is_listed_and_comes_back(file: Path, capsys: Said) -> None:
    assert run("backup") == 0
    (made,) = file.parent.glob("backups/journal-*.sqlite")
    assert str(made) in capsys.readouterr().out
    assert run("backup", "--list") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "2 sessions" in line
    assert made.name in line
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM session")
        connection.commit()
    assert run("restore", made.name) == 0
    assert "kept in" in capsys.readouterr().out
    assert count(capsys) == 2


def test_restore_takes_what_holds_the_latest_work_whatever_the_clock_said(
    file: Path, capsys: Said
) -> None:
    assert run("backup") == 0
    (good,) = file.parent.glob("backups/journal-*.sqlite")
    assert run("restore", "--empty") == 0
    Backups(file, lambda: datetime.now(UTC) + timedelta(days=900)).make()  # an empty one
    (aside,) = file.parent.glob("backups/set-aside-*.sqlite")
    capsys.readouterr()
    assert run("backup", "--list") == 0
    *full, ahead = capsys.readouterr().out.splitlines()
    assert len(full) == 2
    assert all("2 sessions" in line and "2026-05-01" in line for line in full)
    assert [aside.name in line for line in full] == ["set aside" in line for line in full]
    assert "0 sessions" in ahead
    assert "(a day still to come: the clock was wrong)" in ahead
    assert run("restore") == 0
    said = capsys.readouterr().out
    assert good.name in said or aside.name in said
    assert "with 2 sessions until 2026-05-01." in said
    assert count(capsys) == 2


def empty(file: Path) -> None:
    file.write_bytes(b"")


def spoil(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 100)


def take_away(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("harm", [empty, spoil, take_away])
def test_a_lost_journal_is_said_and_never_begun_anew_in_silence(
    file: Path, harm: Callable[[Path], None], capsys: Said
) -> None:
    assert run("stats") == 0  # opening it has made a backup
    harm(file)
    capsys.readouterr()
    assert run("history") == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "restore" in said
    assert run("restore") == 0
    assert count(capsys) == 2


def test_an_empty_journal_is_begun_on_request(file: Path, capsys: Said) -> None:
    assert run("backup") == 0
    file.unlink()
    assert run("restore", "--empty") == 0
    assert count(capsys) == 0


def test_a_missing_journal_without_backups_is_a_first_start(capsys: Said) -> None:
    assert run("history") == 0
    assert "No sessions yet" in capsys.readouterr().out


def test_the_journal_is_backed_up_when_it_is_let_go_of(own: Path, capsys: Said) -> None:
    assert run("play", "post-run-five", "--no-window", "--talk", "tones", "--speed", "1000") == 0
    capsys.readouterr()
    assert run("backup", "--list") == 0
    assert "sessions" in capsys.readouterr().out


def test_a_backup_that_cannot_be_made_stops_nothing_and_is_said(
    file: Path, own: Path, capsys: Said
) -> None:
    (file.parent / "backups").write_text("in the way")
    assert run("stats") == 0
    said = capsys.readouterr()
    assert "2 sessions" in said.out
    assert "No backup of the journal could be made." in said.err
    assert len(said.err.splitlines()) == 1
    assert "the journal:" in (own / "state" / "longstride.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export", "--csv", "a", "--json", "b"], "not allowed with"),
        (["export", "--json", "/nowhere/mine.json"], "/nowhere/mine.json"),
        (["import", "/nowhere/mine.json"], "/nowhere/mine.json"),
        (["import"], "FILE"),
        (["restore", "nothing.sqlite"], "nothing.sqlite"),
        (["restore"], "no good backup"),
        (["restore", "one.sqlite", "--empty"], "not allowed with"),
        (["backup", "now"], "now"),
    ],
)
def test_wrong_use_exits_2_with_one_sentence(
    file: Path, arguments: list[str], sentence: str, capsys: Said
) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.strip().splitlines()) == 1
