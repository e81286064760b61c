"""Hands for windows in which a plan is followed, on a Tuesday in November."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from longstride.core.flow.plan import Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.turn import TurnState
from longstride.settings import WeekStart
from longstride.ui.intentions.plan import MoveTurn
from ui.house import SHORT, House

TUESDAY = datetime(2026, 11, 17, 18, 4, tzinfo=UTC)
MONDAY = date(2026, 11, 16)


def a_plan(name: str, title: str, weeks: int = 6) -> Plan:
    entries = (PlanEntry("post-run-five", after="every run"), PlanEntry(SHORT, times=2))
    week = PlanWeek("Slow and controlled", entries)
    return Plan(name, title, "Those who try", "To be followed.", (week,) * weeks)


PLANS = {"runner": a_plan("runner", "Runner"), "desk": a_plan("desk", "Desk", 4)}


def opened(house: House) -> House:
    """Open a window on a Tuesday, with two plans to follow."""
    return in_november(house).open()


def in_november(house: House) -> House:
    engine = house.engine
    engine.now = lambda: TUESDAY
    engine.settings = replace(engine.settings, week_start=WeekStart.MONDAY)
    engine.plans = PLANS
    return house


def on_plan(house: House) -> House:
    house.window.show_page("plan")
    house.wait_for_tasks()
    return house


def following(house: House, title: str = "Runner") -> House:
    """Follow a plan from its page."""
    on_plan(house).press(f"Follow {title}")
    house.reads("Week 1 of")
    house.wait_for_tasks()
    return house


def told(house: House, words: str) -> None:
    house.qtbot.waitUntil(lambda: any(words in each for each in house.window.notices))


def followed(house: House) -> list[str]:
    journal = house.engine.records.journal
    return [each.plan.id for each in journal.followings() if each.ended is None]


def turns(house: House) -> list[tuple[int | None, TurnState]]:
    """Return the days of the sessions, counted from Monday, and how they stand."""
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    assert plan is not None
    return [
        (None if turn.day is None else (turn.day - MONDAY).days, turn.state) for turn in plan.turns
    ]


def put_on_today(house: House) -> None:
    """Move the first turn to Tuesday."""
    plan = house.application.showing.shown.recent.plan  # type: ignore[union-attr]
    assert plan is not None
    house.application.want(MoveTurn(plan, plan.turns[0], MONDAY + timedelta(1)))
    house.wait_for_tasks()
    house.qtbot.waitUntil(lambda: (1, TurnState.PLANNED) in turns(house))
