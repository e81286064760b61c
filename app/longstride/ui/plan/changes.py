"""What stands otherwise than the plan and its flows have it, each with why and a way back.

Nothing of it is kept apart: it is read from the days that are frozen, the turns that were moved and
the doses that were taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.memory import stale_words
from longstride.core.history.plan.turn import TurnState
from longstride.records.lighter_week import LIGHTER, frozen_words
from longstride.ui.intentions.plan import LightenWeek, PutBack, RestoreWeek
from longstride.ui.intentions.records import UndoDose
from longstride.ui.shown.dose_words import change_text
from longstride.ui.shown.plan_words import weekday
from longstride.ui.widgets.charts.dates import long_day

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill
    from longstride.core.history.plan.turn import Turn
    from longstride.records.following import PlanNow
    from longstride.ui.intentions import Intention

UNDO = "Undo"
_LET_GO = "Drop it"
_FREEZE = "Freeze its spare days"
_ASKED = "You asked for less."
_PLANNED = "That is how the plan goes."
_SPARE = "Days without a turn can be frozen, so that your streak is held."


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change: what it is, why and since when, and what its button says and does."""

    name: str
    told: str
    text: str
    wish: Intention


def plan_changes(
    now: PlanNow,
    titles: Mapping[str, str],
    doses: Collection[DoseChange],
    catalogue: Mapping[str, Drill],
    waiting: Collection[DoseChange] = (),
    zone: tzinfo | None = None,
) -> tuple[PlanChange, ...]:
    """Return this week's changes, then doses that were taken in flows of the plan, newest first.

    ``titles`` are those of the flows there are; ``waiting`` doses are not laid on, for their step
    is another now. Days are those of ``zone``, None the machine's.
    """
    names = {flow: title for flow, title in titles.items() if flow in now.following.plan.flows}
    taken = (each for each in doses if each.flow in names and each.answer is Answer.TAKEN)
    newest = sorted(taken, key=lambda each: (each.made, each.id), reverse=True)
    return (
        *_of_week(now),
        *_of_turns(now, titles),
        *(_of_dose(each, names[each.flow], catalogue, waiting, zone) for each in newest),
    )


def _of_week(now: PlanNow) -> Iterator[PlanChange]:
    if not (now.place.lighter and now.turns):
        return
    if now.eased:
        why = _PLANNED if now.is_planned_lighter else _ASKED
        told = f"{why} {frozen_words(now.eased)}"
        yield PlanChange(LIGHTER, told, UNDO, RestoreWeek(now.eased))
    elif now.has_spare_days:
        yield PlanChange(LIGHTER, _SPARE, _FREEZE, LightenWeek())


def _of_turns(now: PlanNow, titles: Mapping[str, str]) -> Iterator[PlanChange]:
    """Yield the turns that the athlete moved or let go, as far as they are not done."""
    for turn in now.turns:
        move = now.move_of(turn)
        if move is None or turn.state is TurnState.DONE or turn.day == turn.planned:
            continue
        title = titles.get(turn.flow, turn.flow)
        yield PlanChange(_moved(turn, title), "You chose that.", UNDO, PutBack(now, turn))


def _moved(turn: Turn, title: str) -> str:
    there = weekday(turn.planned)
    if turn.day is None:
        return f"{title} of {there} is left out"
    return f"{title} went from {there} to {weekday(turn.day)}"


def _of_dose(
    change: DoseChange,
    title: str,
    catalogue: Mapping[str, Drill],
    waiting: Collection[DoseChange],
    zone: tzinfo | None,
) -> PlanChange:
    made = change.made.astimezone(zone).date()
    when = f"{title}, {long_day(made, made)}."
    waits = change in waiting
    why = stale_words(change, catalogue) if waits else change.reason
    name, told = change_text(change, catalogue), f"{why} {when}".strip()
    return PlanChange(name, told, _LET_GO if waits else UNDO, UndoDose(change))
