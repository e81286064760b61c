"""Today where a plan is followed: its next turn is what is offered, unless it loads what hurts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from longstride.core.flow.flow import Flow
from longstride.core.history.plan.turn import Turn
from longstride.core.history.plan.turns import next_turn
from longstride.records.following import PlanNow
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.left_alone import left_alone
from longstride.ui.shown.plan_words import (
    after_text,
    at_text,
    begins_text,
    elsewhere_text,
    focus_text,
    over_text,
    week_text,
    weekday,
)
from longstride.ui.today.view import TodayView

_NO_MORE = "Nothing more is planned this week: what you do besides is extra."
_NEXT_STEP = "The page Plan has what comes next."
_YOURS = "for today"
_HAS = "Your plan has it {}."
_TIME = "{}. Your time for it is {}."
_FREE = "Your plan has it on {}; today is free. Rest, or do it now."


def with_plan(
    view: TodayView, cards: Sequence[FlowCard], flows: Iterable[Flow], today: date
) -> TodayView:
    """Return Today with the next turn of the plan that is followed; as it was where none is.

    A day of rest stays one, and so does what is suggested instead of a turn that loads or
    stretches what hurts. ``flows`` are those there are, ``cards`` theirs.
    """
    now = view.recent.plan
    if now is None or view.rest:
        return view
    if now.place.over:
        return replace(view, sub=f"{over_text(now.following.plan)}. {_NEXT_STEP}")
    if today < now.following.first:
        begins = begins_text(now.following.first)
        return replace(view, sub=f"{now.following.plan.title} begins on {begins}.")
    return _in_week(view, now, cards, flows, today)


def _in_week(
    view: TodayView, now: PlanNow, cards: Sequence[FlowCard], flows: Iterable[Flow], today: date
) -> TodayView:
    by_id = {card.id: card for card in cards}
    here = replace(view, heading=f"{weekday(today)}. {week_text(now)}, {focus_text(now)}.")
    turn = next_turn((each for each in now.turns if each.flow in by_id), today)
    if turn is None:
        return replace(here, sub=_NO_MORE)
    if turn.flow in left_alone(view.recent, flows, today):
        return here
    reason = turn_reason(now, turn, today)
    return replace(here, flow=by_id[turn.flow], reason=reason, turn=turn)


def turn_reason(now: PlanNow, turn: Turn, today: date) -> str:
    """Return why a turn is offered on a day, and for when, in a sentence or two."""
    time = at_text(turn)
    at = f" at {time}" if time else ""
    if turn.day and turn.day > today:
        return _FREE.format(f"{weekday(turn.day)}{at}")
    if elsewhere := elsewhere_text(now, turn):
        moved = f"{elsewhere[:1].upper()}{elsewhere[1:]}"
        return _TIME.format(moved, time) if time else f"{moved}."
    after = after_text(turn)
    comma = "," if after and at else ""
    return _HAS.format(f"{after or _YOURS}{comma}{at}")
