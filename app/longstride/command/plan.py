"""``longstride plan``: the plan that is followed and its week, a plan to follow, its end."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.command.terminal import say, say_all, say_json
from longstride.core.durations import number_word
from longstride.core.errors import UnknownFlowError, WrongUseError
from longstride.core.history.load import loaded_among
from longstride.core.history.plan.following import Following, standing
from longstride.core.history.plan.place import RETURN_TO, first_week
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.week import Rhythm
from longstride.records import lighter_week
from longstride.records.following import PlanNow, end_plan, follow, plan_now

if TYPE_CHECKING:
    from longstride.core.history.plan.following import Anchor
    from longstride.engine import Engine

NO_PLAN = "You follow no plan, and need none."

_STATES = {TurnState.DONE: ", done", TurnState.PLANNED: "", TurnState.LET_GO: ", left out"}


def run_plan(engine: Engine, options: Namespace) -> None:
    """Show the plan that is followed, follow one, make its week lighter or full, or end it.

    WrongUseError where what is asked for does not go together: nothing is done then.
    """
    _see_that_it_goes_together(options)
    if options.action == "follow":
        say(follow_plan(engine, options.plan, options.from_week))
    elif options.action in {"lighter", "full"}:
        say(ease(engine, lighter=options.action == "lighter"))
    elif options.action == "end":
        say(end(engine))
    elif options.ics:
        from longstride.command.calendar import write_calendar

        say(write_calendar(engine, options.ics))
    elif options.json:
        say_json(plan_json(engine))
    else:
        say_all(plan_lines(engine))


def _see_that_it_goes_together(options: Namespace) -> None:
    shown = "--ics" if options.ics else "--json" if options.json else ""
    if shown and options.action != "show":
        raise WrongUseError(f"{shown} goes with longstride plan alone, not with {options.action}.")
    if options.plan is not None and options.action != "follow":
        raise WrongUseError(
            f"A plan is named to follow it, not to {options.action} it; leave it out."
        )


def read_plan(engine: Engine) -> PlanNow | None:
    """Return the plan that is followed with its running week, None where none is."""
    return plan_now(engine.records.journal, _loaded(engine), _rhythm(engine), engine.today())


def follow_plan(engine: Engine, name: str | None, from_week: int) -> str:
    """Follow a plan from this week on, and say so; WrongUseError, UnknownFlowError."""
    if name is None:
        raise WrongUseError(f"Say which plan to follow: {', '.join(engine.plans)}.")
    plan = engine.plans.get(name)
    if plan is None:
        raise UnknownFlowError(f'There is no plan "{name}"; there are {", ".join(engine.plans)}.')
    if not 1 <= from_week <= len(plan.weeks):
        raise WrongUseError(f"{plan.title} has {len(plan.weeks)} weeks; choose one of them.")
    today = engine.today()
    first = first_week(_rhythm(engine), today)
    follow(engine.records.journal, Following(uuid4(), plan, first, from_week), today)
    when = "this week" if first <= today else f"on {_day_words(first)}"
    return f"You follow {plan.title}; it begins {when}. {plan.purpose}"


def end(engine: Engine) -> str:
    """End the plan that is followed, and say so."""
    ended = end_plan(engine.records.journal, engine.today())
    return (
        NO_PLAN if ended is None else f"{ended.plan.title} has ended. Everything you did is kept."
    )


def ease(engine: Engine, *, lighter: bool) -> str:
    """Make the running week lighter, or full again, and say so; WrongUseError where none runs."""
    now, journal = read_plan(engine), engine.records.journal
    if now is None or not now.runs(engine.today()):
        raise WrongUseError("No week of a plan is under way, so none can be made lighter or full.")
    if not lighter:
        lighter_week.ease_no_more(journal, now.eased)
        return lighter_week.FULL_AGAIN
    days = lighter_week.days_to_ease(journal, _loaded(engine), _rhythm(engine), engine.today())
    lighter_week.ease(journal, days)
    eased = days or now.eased
    return lighter_week.eased_words(eased) if eased else lighter_week.FROZEN_ALREADY


def plan_lines(engine: Engine) -> Iterator[str]:
    """Yield the plan that is followed in words, or those there are to follow."""
    now = read_plan(engine)
    if now is None:
        yield f'{NO_PLAN} "longstride plan follow" and a name begins one:'
        for name, plan in engine.plans.items():
            yield f"  {name:<20}  {plan.title}: {plan.purpose}"
        return
    yield f"{now.following.plan.title}. {_place_words(now)}"
    for turn in now.turns:
        yield _turn_line(engine, turn)


def plan_json(engine: Engine) -> dict[str, object]:
    """Return the plan that is followed as JSON values, or those there are to follow."""
    now = read_plan(engine)
    if now is None:
        return {"plan": None, "plans": list(engine.plans)}
    return {
        "plan": now.following.plan.id,
        "title": now.following.plan.title,
        "first": now.following.first.isoformat(),
        "week": now.place.week,
        "weeks": len(now.following.plan.weeks),
        "again": now.place.again,
        "lighter": now.place.lighter,
        "over": now.place.over,
        "focus": now.week.focus,
        "start": now.start.isoformat(),
        "days": [_day_json(anchor) for anchor in standing(now.anchors)],
        "turns": [_turn_json(turn) for turn in now.turns],
    }


def _loaded(engine: Engine) -> frozenset[str]:
    return loaded_among(engine.library.flows.values())


def _rhythm(engine: Engine) -> Rhythm:
    journal = engine.records.journal
    return Rhythm(journal.weeks(), journal.freezes(), week_start=engine.week_start())


def _place_words(now: PlanNow) -> str:
    place, name = now.place, now.following.plan.id
    if place.over:
        back = min(RETURN_TO, place.week)
        weeks = f"All {number_word(place.week)} weeks are" if place.week > 1 else "Its week is"
        return (
            f"{weeks} done. Go on as you like, choose another, or "
            f'begin again from week {back}: "longstride plan follow {name} --from-week {back}".'
        )
    if now.following.first > now.start:
        return f"It begins on {_day_words(now.following.first)}."
    again = f"{' again' if place.again else ''}{', a lighter one' if place.lighter else ''}"
    return f"Week {place.week} of {len(now.following.plan.weeks)}{again}: {now.week.focus}."


def _day_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _turn_line(engine: Engine, turn: Turn) -> str:
    flow = engine.library.flows.get(turn.flow)
    title = flow.title if flow else f"{turn.flow} (there is no such flow any more)"
    day = f"{turn.day or turn.planned:%a %d %b}"
    after = f", after {turn.after}" if turn.after else ""
    at = f", at {turn.at:%H:%M}" if turn.at and turn.is_open else ""
    moved = f", from {turn.planned:%A}" if turn.is_elsewhere else ""
    return f"  {day}  {title}{after}{moved}{at}{_STATES[turn.state]}"


def _day_json(anchor: Anchor) -> dict[str, object]:
    return {
        "weekday": anchor.weekday,
        "after": anchor.after.value,
        "at": _at_json(anchor.at),
        "remind": anchor.remind,
    }


def _at_json(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"


def _turn_json(turn: Turn) -> dict[str, object]:
    return {
        "flow": turn.flow,
        "number": turn.number,
        "planned": turn.planned.isoformat(),
        "day": turn.day.isoformat() if turn.day else None,
        "after": turn.after.value,
        "at": _at_json(turn.at),
        "loaded": turn.loaded,
        "state": turn.state.value,
    }
