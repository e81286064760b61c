"""What the page Plan shows: values made from a plan as it stands, free of Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from longstride.core.flow.flow import MEASURES
from longstride.core.flow.plan import After
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.plan.turns import next_turn
from longstride.core.history.verdict import Verdict
from longstride.ui.plan.weeks import plan_weeks
from longstride.ui.shown.plan_words import (
    after_text,
    at_text,
    begins_text,
    elsewhere_text,
    over_text,
    week_text,
    weekday,
)
from longstride.ui.shown.shorter import MINUTE

if TYPE_CHECKING:
    from longstride.records.doses import DoseNow
    from longstride.records.following import PlanNow
    from longstride.ui.plan.changes import PlanChange
    from longstride.ui.shown.cards import FlowCard
    from longstride.ui.shown.plans import Plans
    from longstride.ui.widgets.hills import Hill

_LATER = "Your runs and your days stay as they are until then."
_DONE_WITH = (
    "Everything you did is kept. Go on from a later week, choose another plan, or go without one."
)
_CHANGED = (
    "The plan’s file was changed since you chose it. You follow it as it was; "
    "choose it again to have it as it is now."
)
_GONE = "The plan’s file is no longer there. You follow it as it was when you chose it."
_HURTS = "left alone until what hurts is better"
_NO_FLOW = "there is no such flow any more"
_NO_DAYS = "Say under Your days when you {}, and {} comes after each."
_VERBS = {After.RUN: "run", After.WARM_UP: "warm up", After.WORK: "work"}


class Sign(StrEnum):
    """How a turn stands, as its mark shows it."""

    DONE = "done"
    TODAY = "today"
    ELSEWHERE = "elsewhere"
    PLANNED = "planned"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn of a plan on one line.

    ``is_next`` is the one to do next, ``starts`` whether that can be today, ``lighter`` whether
    it should then be a lighter one.
    """

    now: PlanNow
    turn: Turn
    day: str
    title: str
    words: str
    sign: Sign
    is_next: bool = False
    starts: bool = False
    lighter: bool = False


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan that is followed. ``notes`` are sentences on its file and on days that are not said.

    ``afters`` are what the athlete's days can hold, ``over`` whether the last week has passed,
    ``lightens`` whether the running week can be made lighter.
    """

    now: PlanNow
    heading: str
    words: str
    weeks: tuple[Hill, ...]
    lines: tuple[TurnLine, ...]
    count: str
    notes: tuple[str, ...]
    afters: tuple[After, ...]
    over: bool
    lightens: bool = False
    changes: tuple[PlanChange, ...] = ()

    @property
    def title(self) -> str:
        """The plan's name."""
        return self.now.following.plan.title


def plan_view(
    now: PlanNow,
    cards: Sequence[FlowCard],
    plans: Plans | None,
    today: date,
    left_alone: Collection[str] = (),
    changes: tuple[PlanChange, ...] = (),
    doses: Mapping[str, DoseNow | None] = MappingProxyType({}),
    *,
    rests: bool = False,
) -> PlanView:
    """Return a plan as it stands on the athlete's day; ``plans`` None while they are read.

    ``left_alone`` are the ids of flows that load or stretch what hurts, ``changes`` are shown as
    they are, ``doses`` are those that are known, by flow. Nothing starts on a day that ``rests``.
    """
    by_id = {card.id: card for card in cards}
    heading, words = _heading(now, today)
    done = sum(turn.state is TurnState.DONE for turn in now.turns)
    lines = (_line(now, turn, by_id, today, left_alone, doses) for turn in now.turns)
    return PlanView(
        now=now,
        heading=heading,
        words=words,
        weeks=plan_weeks(now, today),
        lines=tuple(replace(each, starts=each.starts and not rests) for each in lines),
        count=f"{done} of {len(now.turns)} done" if now.turns else "",
        notes=(*_file_notes(now, plans), *_day_notes(now, by_id)),
        afters=afters(now),
        over=now.place.over,
        lightens=now.runs(today) and not now.place.lighter,
        changes=changes,
    )


def afters(now: PlanNow | None) -> tuple[After, ...]:
    """Return what days can hold: work only where a plan or a day has it."""
    entries = now.week.entries if now else ()
    works = any(entry.follows is After.WORK for entry in entries)
    works = works or any(anchor.after is After.WORK for anchor in (now.anchors if now else ()))
    return (After.RUN, After.WARM_UP, *((After.WORK,) if works else ()), After.OWN)


def _heading(now: PlanNow, today: date) -> tuple[str, str]:
    if now.place.over:
        return f"{over_text(now.following.plan)}.", _DONE_WITH
    if today < now.following.first:
        return f"It begins on {begins_text(now.following.first)}.", _LATER
    return week_text(now), f"{now.week.focus}."


def _file_notes(now: PlanNow, plans: Plans | None) -> tuple[str, ...]:
    if plans is None or plans.refusal:
        return (plans.refusal,) if plans else ()
    plan = now.following.plan
    there = next((each for each in plans.offered if each.id == plan.id), None)
    if there is None:
        return (_GONE,)
    return () if there == plan else (_CHANGED,)


def _day_notes(now: PlanNow, by_id: Mapping[str, FlowCard]) -> tuple[str, ...]:
    """Return which days are not said yet, though flows of the week follow what is done on them."""
    said = {anchor.after for anchor in now.anchors}
    waiting = {
        entry.follows: _title(entry.flow, by_id)
        for entry in (() if now.place.over else now.week.entries)
        if entry.follows is not After.OWN and entry.follows not in said
    }
    return tuple(_NO_DAYS.format(_VERBS[after], title) for after, title in waiting.items())


def _title(flow: str, by_id: Mapping[str, FlowCard]) -> str:
    return by_id[flow].title if flow in by_id else flow


def _line(
    now: PlanNow,
    turn: Turn,
    by_id: Mapping[str, FlowCard],
    today: date,
    left_alone: Collection[str],
    doses: Mapping[str, DoseNow | None],
) -> TurnLine:
    hurts = turn.is_open and turn.flow in left_alone
    is_next = turn == next_turn((each for each in now.turns if each.flow in by_id), today)
    return TurnLine(
        now=now,
        turn=turn,
        day=_day_text(turn, today),
        title=_title(turn.flow, by_id),
        words=_HURTS if hurts else _words(now, turn, by_id.get(turn.flow)),
        sign=_sign(turn, today),
        is_next=is_next,
        starts=is_next and turn.day == today and not hurts,
        lighter=_goes_lighter(now, by_id.get(turn.flow), doses.get(turn.flow)),
    )


def _goes_lighter(now: PlanNow, card: FlowCard | None, dose: DoseNow | None) -> bool:
    """Return whether counsel is to go lighter, as it is in a lighter week, unless in a test."""
    if card is not None and MEASURES in card.occasions:
        return False
    return now.place.lighter or (dose is not None and dose.counsel.verdict is Verdict.LIGHTER)


def _day_text(turn: Turn, today: date) -> str:
    day = turn.day or turn.planned
    return "Today" if day == today else weekday(day)[:3]


def _words(now: PlanNow, turn: Turn, card: FlowCard | None) -> str:
    return " · ".join(filter(None, _facts(now, turn, card)))


def _facts(now: PlanNow, turn: Turn, card: FlowCard | None) -> tuple[str, ...]:
    if card is None:
        return "done" if turn.state is TurnState.DONE else "", _NO_FLOW
    if turn.state is TurnState.DONE:
        return "done", after_text(turn) if turn.day == turn.planned else ""
    if turn.state is TurnState.LET_GO:
        return ("left out", "the week goes on without it")
    where = elsewhere_text(now, turn) or after_text(turn) or "a session of its own"
    return where, at_text(turn), f"{-(-card.length // MINUTE)} min"


def _sign(turn: Turn, today: date) -> Sign:
    if not turn.is_open:
        return Sign.DONE if turn.state is TurnState.DONE else Sign.LET_GO
    if turn.day == today:
        return Sign.TODAY
    return Sign.ELSEWHERE if turn.is_elsewhere else Sign.PLANNED
