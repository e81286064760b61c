"""``longstride remind``, with a desktop that writes down what it is told."""

import json
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine

from another_longstride import another_longstride
from journal.journal_samples import a_session, a_step
from journal.spoiling import newer
from longstride.command.main import main
from longstride.core.flow.plan import Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.history.week import FreezeReason
from longstride.journal.journal import Journal
from longstride.records.following import end_plan
from longstride.settings import Settings, save_settings

Said = pytest.CaptureFixture[str]
TUESDAY = datetime(2026, 5, 5, 18, 5, tzinfo=UTC)
DAY = TUESDAY.date()
linux = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is a script for /bin/sh")
pytestmark = linux


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    home = tmp_path / "own"
    (home / "config").mkdir(parents=True)
    wants(home)
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(home))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "bin").mkdir()
    desktop(tmp_path, 'printf "%s\\n" "$@" > "$0.told"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with time_machine.travel(TUESDAY, tick=False):
        yield home
    for handler in logging.getLogger("longstride").handlers:
        handler.close()


def wants(home: Path, **values: object) -> None:
    chosen = {"remind": True, "remind_closed": True, "remind_times": (time(18),), **values}
    save_settings(home / "config" / "settings.json", Settings(**chosen))  # type: ignore[arg-type]


def desktop(folder: Path, script: str, name: str = "notify-send") -> None:
    program = folder / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.fixture
def journal(own: Path) -> Iterator[Journal]:
    place = own / "data" / "journal.sqlite"
    place.parent.mkdir(parents=True)
    journal = Journal(place, lambda: datetime.now(UTC))
    week = PlanWeek("Slow", (PlanEntry("mobility-a", times=1),))
    plan = Plan("mine", "Mine", "Me", "To run on.", (week, week))
    journal.follow(Following(uuid4(), plan, DAY - timedelta(days=1)))
    journal.anchor(Anchor(uuid4(), DAY.weekday()))
    yield journal
    journal.dispose()


def said(capsys: Said, code: int = 0) -> str:
    assert main(["remind"]) == code
    found = capsys.readouterr()
    return found.out + found.err


def told(tmp_path: Path) -> list[str]:
    file = tmp_path / "bin" / "notify-send.told"
    return file.read_text().splitlines() if file.exists() else []


def test_the_turn_of_the_day_is_told_once(tmp_path: Path, journal: Journal, capsys: Said) -> None:
    assert "Told: Mobility A" in said(capsys)
    assert told(tmp_path)[-2:] == ["Mobility A", "Today's flow is ready when you are."]
    assert said(capsys).startswith("Nothing is due.")


def test_nothing_is_told_on_the_day_something_hurt_sharply(
    tmp_path: Path, journal: Journal, capsys: Said
) -> None:
    end_plan(journal, DAY)
    sharp = AfterRating(pain=Pain(PainKind.SHARP, "shoulder"))
    hurt = a_session(day=DAY, started=TUESDAY - timedelta(hours=6), ended=TUESDAY, after=sharp)
    journal.add(hurt)  # which was left at once, and is no day's work
    assert "Told" not in said(capsys)
    journal.delete(hurt.id)
    assert "Told" in said(capsys)


def test_without_a_plan_what_is_suggested_is_told(tmp_path: Path, capsys: Said) -> None:
    assert "Told: Hip extension base" in said(capsys)


@pytest.mark.parametrize("done", ["done", "frozen", "off", "quiet"])
def test_a_day_that_asks_for_nothing_is_silent(
    done: str, own: Path, tmp_path: Path, journal: Journal, capsys: Said
) -> None:
    if done == "done":
        journal.add(a_session(flow="mobility-a", day=DAY, steps=(a_step(0, seconds=120),)))
    if done == "frozen":
        journal.freeze(DAY, FreezeReason.TRAVEL)
    if done == "off":
        wants(own, remind_closed=False)
    if done == "quiet":
        wants(own, quiet_from=time(18), quiet_until=time(19))
    assert "Told" not in said(capsys)
    assert not told(tmp_path)


@pytest.mark.parametrize(
    ("name", "silence"), [("window.lock", "is open"), ("play.lock", "Nothing is due.")]
)
def test_a_window_that_is_open_tells_itself_and_a_flow_in_a_terminal_holds_it(
    name: str, silence: str, own: Path, tmp_path: Path, capsys: Said
) -> None:
    lock = own / "data" / name
    lock.parent.mkdir(parents=True)
    with another_longstride() as process:
        lock.write_text(f"{process}\nlongstride\nhere\n")
        assert silence in said(capsys)
    assert "Told" in said(capsys)
    lock.write_text("no number")
    assert "Nothing is due" in said(capsys)


def test_a_journal_that_cannot_be_read_just_now_is_left_for_the_next_time(
    own: Path, tmp_path: Path, journal: Journal, capsys: Said
) -> None:
    journal.dispose()
    place = own / "data" / "journal.sqlite"
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "cannot be read just now" in said(capsys)
    newer(place)
    assert "cannot be read just now" in said(capsys)
    place.write_bytes(b"no journal at all" * 300)
    assert "cannot be read just now" in said(capsys)
    place.unlink()
    (own / "data" / "backups").mkdir(exist_ok=True)
    assert "cannot be read just now" in said(capsys)
    assert not told(tmp_path)


def test_the_next_way_is_tried_where_one_fails(tmp_path: Path, capsys: Said) -> None:
    desktop(tmp_path, "exit 1")
    assert "nothing here shows messages" in said(capsys)
    desktop(tmp_path, 'case "$*" in *portal*) echo "$@" > "$0.told";; *) exit 1;; esac', "busctl")
    assert "Told" in said(capsys), "what could not be told is not remembered as told"
    assert "AddNotification" in (tmp_path / "bin" / "busctl.told").read_text()


def test_what_cannot_be_remembered_is_not_told(own: Path, tmp_path: Path, capsys: Said) -> None:
    (own / "state").mkdir()
    (own / "state" / "reminders").write_text("in the way")
    assert "cannot be remembered" in said(capsys, code=2)
    assert not told(tmp_path)


def test_reminders_switched_off_by_hand_take_the_timer_away(
    own: Path, tmp_path: Path, capsys: Said
) -> None:
    desktop(tmp_path, "exit 0", "systemctl")
    from longstride.bootstrap import open_engine
    from longstride.records.closed import keep_schedule

    engine = open_engine(own, os.environ)
    found = keep_schedule(engine.paths, engine.settings, os.environ)
    engine.close()
    assert found.is_whole
    wants(own, remind=False)
    assert "off" in said(capsys)
    assert not found.is_installed


def test_a_day_s_own_time_is_when_it_is_started_and_told(
    own: Path, tmp_path: Path, journal: Journal, capsys: Said
) -> None:
    (day,) = journal.anchors()
    journal.anchor(replace(day, at=time(18, 4), remind=True))
    assert "OnCalendar=*-*-* 18:04:00\n" in timer(own)
    with time_machine.travel(TUESDAY - timedelta(minutes=2), tick=False):
        assert "Next: Tuesday 5 May at 18:04." in said(capsys)
    assert "Told: Mobility A" in said(capsys)
    journal.anchor(replace(day, at=time(18, 4)))
    assert "18:04" not in timer(own), "nothing is told then"


def timer(own: Path) -> str:
    from longstride.bootstrap import open_engine
    from longstride.records.closed import closed_schedule

    engine = open_engine(own, os.environ)
    found = closed_schedule(engine.paths, engine.settings, os.environ)
    engine.close()
    return b"".join(found.files.values()).decode()


def test_neither_qt_nor_what_writes_the_journal_is_imported(own: Path, journal: Journal) -> None:
    journal.dispose()
    heavy = ["PySide6", "sqlalchemy", "alembic", "numpy", "pydantic"]
    script = f"""
import json, sys
from longstride.command.main import main
main(["remind"])
print(json.dumps([name for name in {heavy} if name in sys.modules]))
"""
    run = [sys.executable, "-c", script]
    for expected in (None, []):  # flows are read from their files at first
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        assert expected is None or found == expected


def test_doctor_says_how_reminders_are_told_and_when(
    own: Path, tmp_path: Path, capsys: Said
) -> None:
    from longstride.bootstrap import open_engine
    from longstride.command.remind import stand_of_reminders

    def stand() -> tuple[bool, str, str]:
        engine = open_engine(own, os.environ)
        try:
            return stand_of_reminders(engine)
        finally:
            engine.close()

    fine, verdict, remedy = stand()
    assert not fine
    assert "By notify-send, while the window is closed too" in verdict
    assert "longstride-remind" in verdict
    assert "Next: Tuesday 5 May at 18:05" in verdict
    assert "open the window once" in remedy
    wants(own, remind_closed=False)
    assert stand()[0]
    desktop(tmp_path, "exit 1", "busctl")  # no server answers it
    assert stand()[1].startswith("Nothing here shows messages.")
    wants(own, remind=False)
    assert stand() == (True, "Off; the page Settings has them.", "")


def test_at_the_end_of_a_week_the_next_one_is_known(journal: Journal, capsys: Said) -> None:
    with time_machine.travel(TUESDAY + timedelta(days=5), tick=False):  # Sunday
        assert "Told" in said(capsys), "it was carried until then"
        assert "Next: Tuesday 12 May at 18:00." in said(capsys)
