"""``longstride plan``: followed, shown and ended from the command line."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine

from journal.journal_samples import a_session, a_step
from longstride.command.main import main
from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.week import FreezeReason, Rhythm
from longstride.core.timeline.step_record import Outcome
from longstride.journal.journal import Journal
from longstride.records.following import plan_now

Said = pytest.CaptureFixture[str]
TUESDAY = datetime(2026, 5, 5, 12, tzinfo=UTC)
MONDAY = date(2026, 5, 4)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))
    with time_machine.travel(TUESDAY, tick=False):
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


def run(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as leaving:
        return int(str(leaving.code))


def shown(capsys: Said) -> dict[str, object]:
    capsys.readouterr()
    assert run("plan", "--json") == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_without_a_plan_those_there_are_are_named(capsys: Said) -> None:
    assert run("plan") == 0
    said = capsys.readouterr().out
    assert "You follow no plan, and need none." in said
    assert "desk " in said
    assert shown(capsys)["plan"] is None


def test_a_plan_is_followed_shown_and_ended(capsys: Said) -> None:
    assert run("plan", "follow", "runner") == 0
    assert "You follow Runner; it begins this week." in capsys.readouterr().out
    assert run("plan") == 0
    said = capsys.readouterr().out
    assert "Runner. Week 1 of 8: Learn the drills" in said
    assert "Mobility A, from Monday" in said
    assert (shown(capsys)["plan"], shown(capsys)["week"]) == ("runner", 1)
    assert run("plan", "end") == 0
    assert "Runner has ended. Everything you did is kept." in capsys.readouterr().out
    assert run("plan", "end") == 0
    assert "You follow no plan" in capsys.readouterr().out


def test_another_plan_takes_the_place_of_the_first(journal: Journal, capsys: Said) -> None:
    assert run("plan", "follow", "runner") == 0
    assert run("plan", "follow", "sprinter", "--from-week", "5") == 0
    assert (shown(capsys)["plan"], shown(capsys)["week"]) == ("sprinter", 5)
    first, second = sorted(journal.followings(), key=lambda each: each.plan.id)
    assert (first.ended, second.ended) == (TUESDAY.date(), None)


def test_what_was_done_settles_its_turn(journal: Journal, capsys: Said) -> None:
    journal.anchor(Anchor(uuid4(), 0, After.RUN), Anchor(uuid4(), 3))
    run("plan", "follow", "runner")
    journal.add(a_session(flow="post-run-five", day=MONDAY, steps=(a_step(0, seconds=120),)))
    turns = shown(capsys)["turns"]
    assert isinstance(turns, list)
    assert [(turn["flow"], turn["day"], turn["state"]) for turn in turns] == [
        ("post-run-five", "2026-05-04", "done"),
        ("mobility-a", "2026-05-07", "planned"),
    ]


def test_a_day_s_own_time_is_said(journal: Journal, capsys: Said) -> None:
    run_day = Anchor(uuid4(), 3, After.RUN, time(7, 30), remind=True)
    journal.anchor(run_day, replace(run_day, id=uuid4(), at=None), Anchor(uuid4(), 5))
    run("plan", "follow", "runner")
    capsys.readouterr()
    assert run("plan") == 0
    assert "Thu 07 May  Post-run five, after run, at 07:30\n" in capsys.readouterr().out
    found = shown(capsys)
    assert found["days"] == [
        {"weekday": 3, "after": "run", "at": "07:30", "remind": True},
        {"weekday": 5, "after": "", "at": None, "remind": False},
    ]
    assert "07:30" in {turn["at"] for turn in found["turns"]}  # type: ignore[attr-defined]


def test_a_session_deleted_gives_its_turn_back_and_one_skipped_through_settles_none(
    journal: Journal,
) -> None:
    week = PlanWeek("Slow", (PlanEntry("wind-down", 2),))
    journal.follow(Following(uuid4(), Plan("mine", "Mine", "", "", (week,)), MONDAY))

    def now() -> tuple[tuple[str, date | None], ...]:
        found = plan_now(journal, (), Rhythm(), TUESDAY.date())
        assert found is not None
        return tuple((turn.state.value, turn.day) for turn in found.turns)

    before = now()
    done = a_session(flow="wind-down", day=TUESDAY.date(), steps=(a_step(0, seconds=120),))
    journal.add(done)
    assert now() == (("done", TUESDAY.date()), before[1])
    journal.delete(done.id)
    assert now() == before
    journal.undelete(done.id)
    assert now()[0] == ("done", TUESDAY.date())
    journal.delete(done.id)
    skipped = a_step(0, seconds=0, outcome=Outcome.SKIPPED)
    journal.add(a_session(flow="wind-down", day=TUESDAY.date(), steps=(skipped,)))
    assert now() == before


def test_late_in_a_week_a_plan_begins_with_the_next(capsys: Said) -> None:
    with time_machine.travel(TUESDAY + timedelta(days=3), tick=False):
        assert run("plan", "follow", "desk") == 0
        assert "it begins on Monday 11 May" in capsys.readouterr().out
        assert run("plan") == 0
        assert "Desk. It begins on Monday 11 May." in capsys.readouterr().out


def test_the_night_belongs_to_the_day_before(capsys: Said) -> None:
    with time_machine.travel(datetime(2026, 5, 11, 2, 59, tzinfo=UTC), tick=False):
        assert run("plan", "follow", "desk") == 0
        assert "it begins on Monday 11 May" in capsys.readouterr().out


def test_a_flow_that_is_gone_and_a_plan_that_ended_are_told(journal: Journal, capsys: Said) -> None:
    week = PlanWeek("Slow", (PlanEntry("gone", 1),))
    journal.follow(Following(uuid4(), Plan("mine", "Mine", "", "", (week,)), MONDAY))
    assert run("plan") == 0
    assert "gone (there is no such flow any more), from Monday" in capsys.readouterr().out
    with time_machine.travel(TUESDAY + timedelta(weeks=9), tick=False):
        journal.add(a_session(day=TUESDAY.date(), steps=(a_step(0, seconds=120),)))
        assert run("plan") == 0
        said = capsys.readouterr().out
    assert "Mine. Its week is done. Go on as you like" in said
    assert '"longstride plan follow mine --from-week 1"' in said


def test_a_week_is_made_lighter_and_full_again(journal: Journal, capsys: Said) -> None:
    run("plan", "follow", "runner")
    assert shown(capsys)["lighter"] is False
    assert run("plan", "lighter") == 0
    assert "This week is lighter. Monday, " in capsys.readouterr().out
    assert shown(capsys)["lighter"] is True
    assert {each.reason for each in journal.freezes()} == {FreezeReason.DELOAD}
    assert run("plan", "lighter") == 0
    assert "This week is lighter. Monday, " in capsys.readouterr().out
    assert run("plan", "full") == 0
    assert "This week is as the plan has it" in capsys.readouterr().out
    assert shown(capsys)["lighter"] is False
    assert journal.freezes() == ()


def test_a_week_that_is_frozen_for_another_reason_stays_so(journal: Journal, capsys: Said) -> None:
    run("plan", "follow", "runner")
    for n in range(7):
        journal.freeze(MONDAY + timedelta(days=n), FreezeReason.ILLNESS)
    assert run("plan", "lighter") == 0
    assert "The rest of this week is frozen already" in capsys.readouterr().out
    assert {each.reason for each in journal.freezes()} == {FreezeReason.ILLNESS}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lighter",), "No week of a plan is under way, so none can be made lighter or full."),
        (("follow",), "Say which plan to follow: beginner, desk"),
        (("follow", "runer"), 'There is no plan "runer"; there are beginner'),
        (("follow", "runner", "--from-week", "0"), "Runner has 8 weeks; choose one of them."),
        (("follow", "runner", "--from-week", "x"), "invalid int value"),
        (("begin",), "invalid choice"),
        (("follow", "runner", "--ics", "my.ics"), "--ics goes with longstride plan alone"),
        (("end", "--json"), "--json goes with longstride plan alone, not with end."),
        (("end", "runner"), "A plan is named to follow it"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: tuple[str, ...], said: str, capsys: Said) -> None:
    assert run("plan", *arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
