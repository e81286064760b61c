"""``longstride plan --ics``: the same plan again and again, as a calendar would take it."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine

from longstride.command.main import main
from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.journal.journal import Journal
from longstride.settings import Settings, save_settings

Said = pytest.CaptureFixture[str]
MONDAY = date(2026, 10, 19)  # the clocks of London change on the Sunday after
NOON = datetime(2026, 10, 19, 12, tzinfo=ZoneInfo("Europe/London"))
WEEK = PlanWeek("Slow", (PlanEntry("mobility-a", times=1), PlanEntry("post-run-five", after="run")))


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))
    yield tmp_path / "own"
    for handler in logging.getLogger("longstride").handlers:
        handler.close()


@pytest.fixture
def journal(own: Path) -> Iterator[Journal]:
    place = own / "data" / "journal.sqlite"
    place.parent.mkdir(parents=True)
    journal = Journal(place, lambda: datetime.now(UTC))
    yield journal
    journal.dispose()


@pytest.fixture
def plan(journal: Journal) -> Following:
    found = Following(uuid4(), Plan("mine", "Mine", "Me", "To run.", (WEEK, WEEK, WEEK)), MONDAY)
    with time_machine.travel(NOON - timedelta(days=1)):
        journal.follow(found)
        journal.anchor(Anchor(uuid4(), 0), Anchor(uuid4(), 2, After.RUN))
    return found


class Calendar:
    """A calendar as most are: of each event the one with the highest number, if not cancelled."""

    def __init__(self) -> None:
        self.known: dict[str, icalendar.Event] = {}

    def take(self, file: Path) -> None:
        for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
            before = self.known.get(str(event["UID"]))
            if before is None or event["SEQUENCE"] > before["SEQUENCE"]:
                self.known[str(event["UID"])] = event

    @property
    def shown(self) -> list[tuple[str, datetime]]:
        there = (each for each in self.known.values() if each["STATUS"] != "CANCELLED")
        return sorted((str(each["SUMMARY"]), each.start) for each in there)


def write(file: Path, now: datetime) -> None:
    with time_machine.travel(now, tick=False):
        assert main(["plan", "--ics", str(file)]) == 0


def test_a_plan_is_written_again_and_again_without_doubles(
    plan: Following, journal: Journal, tmp_path: Path, capsys: Said
) -> None:
    file, calendar = tmp_path / "plan.ics", Calendar()
    write(file, NOON)
    said = capsys.readouterr().out
    assert said.startswith("6 sessions until 4 November, written to ")
    assert "Google's calendar leaves its alarms out" in said
    first = file.read_bytes()
    write(file, NOON)
    assert file.read_bytes() == first, "the same again where nothing changed"
    calendar.take(file)
    mobility = [start for name, start in calendar.shown if name == "Mobility A"]
    assert [start.hour for start in mobility] == [17, 18, 18], "18:00 before and after the change"

    with time_machine.travel(NOON + timedelta(minutes=1)):
        journal.move_turn(TurnMove(plan.id, MONDAY, "mobility-a", 1, MONDAY + timedelta(days=4)))
    write(file, NOON + timedelta(minutes=2))
    calendar.take(file)
    assert len(calendar.shown) == 6
    assert calendar.shown[0][1].date() == MONDAY + timedelta(days=4)

    with time_machine.travel(NOON + timedelta(minutes=3)):
        journal.move_turn(TurnMove(plan.id, MONDAY, "mobility-a", 1, None))
        (run,) = (each for each in journal.anchors() if each.after)
        journal.unanchor(run.id)
    write(file, NOON + timedelta(minutes=4))
    calendar.take(file)
    assert [name for name, _ in calendar.shown] == ["Mobility A", "Mobility A"]

    with time_machine.travel(NOON + timedelta(minutes=5)):
        journal.unfollow(plan.id)
    write(file, NOON + timedelta(minutes=6))
    calendar.take(file)
    assert calendar.shown == []


def test_a_day_s_own_time_is_the_event_s_in_the_lost_hour_too(
    plan: Following, journal: Journal, tmp_path: Path
) -> None:
    """The clocks of London go from 01:00 to 02:00 on 28 March 2027, a Sunday."""
    sunday, file = date(2027, 3, 28), tmp_path / "plan.ics"
    with time_machine.travel(NOON.replace(year=2027, month=3, day=24)):
        journal.follow(replace(plan, first=date(2027, 3, 22)))
        for day, at in ((6, time(4)), (5, time(1, 30))):
            journal.anchor(Anchor(uuid4(), day, After.RUN, at))
    write(file, NOON.replace(year=2027, month=3, day=24))
    calendar = Calendar()
    calendar.take(file)
    times = [start for _, start in calendar.shown]
    assert datetime.combine(sunday, time(3), UTC) in times, "04:00 of summer time"
    assert datetime.combine(sunday, time(1, 30), UTC) in times, "02:30: 01:30 is lost"


def test_a_turn_that_is_carried_goes_where_it_is(
    plan: Following, journal: Journal, tmp_path: Path
) -> None:
    file, calendar = tmp_path / "plan.ics", Calendar()
    write(file, NOON)
    calendar.take(file)
    write(file, NOON + timedelta(days=1))
    calendar.take(file)
    assert len(calendar.shown) == 6
    assert calendar.shown[0][1].date() > MONDAY


def test_without_a_plan_there_is_nothing_to_write(tmp_path: Path, capsys: Said) -> None:
    assert main(["plan", "--ics", str(tmp_path / "plan.ics")]) == 2
    assert "You follow no plan" in capsys.readouterr().err
    assert not (tmp_path / "plan.ics").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(
    plan: Following, tmp_path: Path, capsys: Said
) -> None:
    with time_machine.travel(NOON, tick=False):
        assert main(["plan", "--ics", str(tmp_path)]) == 2
        assert "cannot be written" in capsys.readouterr().err
        assert main(["plan", "--ics", str(tmp_path / "no" / "plan.ics")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("plan_time", "now"),
    [(time(17), NOON + timedelta(minutes=1)), (time(18), NOON - timedelta(days=300))],
)
def test_what_is_another_has_a_higher_number_whatever_the_clock_says(
    plan_time: time, now: datetime, plan: Following, own: Path, tmp_path: Path
) -> None:
    file, calendar = tmp_path / "plan.ics", Calendar()
    write(file, NOON)
    calendar.take(file)
    (own / "config").mkdir(exist_ok=True)
    save_settings(own / "config" / "settings.json", Settings(remind_times=(plan_time,)))
    before = {uid: event["SEQUENCE"] for uid, event in calendar.known.items()}
    write(file, now)
    calendar.take(file)
    assert all(event["SEQUENCE"] > before.get(uid, 0) for uid, event in calendar.known.items())
    if now > NOON:
        assert {start.astimezone(NOON.tzinfo).hour for _, start in calendar.shown} == {17}


def test_a_time_past_midnight_is_of_the_night_after_its_day(
    plan: Following, own: Path, tmp_path: Path
) -> None:
    (own / "config").mkdir(exist_ok=True)
    wanted = Settings(remind_times=(time(1),), day_start=time(3))
    save_settings(own / "config" / "settings.json", wanted)
    calendar = Calendar()
    write(tmp_path / "plan.ics", NOON)
    calendar.take(tmp_path / "plan.ics")
    first = min(start for _, start in calendar.shown).astimezone(NOON.tzinfo)
    assert (first.date(), first.hour) == (MONDAY + timedelta(days=1), 1)


def test_what_takes_a_plan_out_again_says_so(
    plan: Following, journal: Journal, tmp_path: Path, capsys: Said
) -> None:
    write(tmp_path / "plan.ics", NOON)
    with time_machine.travel(NOON + timedelta(minutes=1)):
        journal.unfollow(plan.id)
    write(tmp_path / "plan.ics", NOON + timedelta(minutes=2))
    assert "Nothing is planned any more" in capsys.readouterr().out


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[1]",
        b'{"events": {"x@longstride": 7}, "sequence": 1, "mark": ""}',
        b'{"events": {"x@longstride": "0001-01-01T00:00+14:00"}, "sequence": 1, "mark": ""}',
        b'{"events": {"x@longstride": "9999-12-31T23:59:59Z"}, "sequence": 1e9, "mark": ""}',
        b'{"events": {"x@longstride": "9999-12-31T23:59:59Z"}, "sequence": 1, "mark": ""}',
        b'{"events": {}, "sequence": 99999999999, "mark": ""}',
    ],
)
def test_what_was_written_before_may_be_damaged(
    raw: bytes, plan: Following, own: Path, tmp_path: Path
) -> None:
    (own / "state").mkdir(parents=True)
    (own / "state" / "calendar.json").write_bytes(raw)
    write(tmp_path / "plan.ics", NOON)
    assert (tmp_path / "plan.ics").read_bytes().count(b"CONFIRMED") == 6
